package org.sepakat.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sepakat.faults.Door;
import org.sepakat.faults.Person;

/** A coder's page reduced to its socket: says hello, answers pings, and passes on whatever else it hears. */
final class Page {

    private final Person person;
    private final WebSocket socket;
    private final Consumer<Message> listener;
    private final Promise<Void> welcomed = Promise.promise();
    private Promise<Void> live = Promise.promise();
    private final Set<String> notLive = new HashSet<>();
    private volatile boolean closed;

    private Page(Person person, WebSocket socket, Consumer<Message> listener) {
        this.person = person;
        this.socket = socket;
        this.listener = listener;
    }

    static Future<Page> open(WebSocketClient sockets, Door door, Person person, Consumer<Message> listener) {
        var options = new WebSocketConnectOptions()
                .setHost("localhost")
                .setPort(door.port())
                .setURI("/ws/v1")
                .addHeader("Host", door.host())
                .addHeader("Origin", door.origin())
                .addHeader("Cookie", person.cookie())
                .setSubProtocols(List.of("sepakat.v1"));
        return sockets.connect(options).compose(socket -> {
            var page = new Page(person, socket, listener);
            socket.frameHandler(page::hear);
            socket.closeHandler(end -> page.close(socket.closeStatusCode()));
            page.send(new JsonObject()
                    .put("t", "hello")
                    .put("v", 1)
                    .put("client", UUID.randomUUID().toString())
                    .put("csrf", person.csrf())
                    .put("build", "load"));
            return page.welcomed.future().map(page);
        });
    }

    /** Subscribes to all that the person may read; done when all of it is live. */
    Future<Void> follow() {
        live = Promise.promise();
        send(new JsonObject()
                .put("t", "sub")
                .put("study", person.study().toString())
                .put("cursors", new JsonObject()));
        return live.future();
    }

    void submit(List<JsonObject> ops) {
        send(new JsonObject()
                .put("t", "ops")
                .put("study", person.study().toString())
                .put("ops", new JsonArray(ops)));
    }

    private void send(JsonObject frame) {
        socket.writeTextMessage(frame.encode());
    }

    private void hear(WebSocketFrame frame) {
        if (!frame.isText()) {
            return;
        }
        var message = new Message(frame.binaryData());
        if (message.is("ping")) {
            send(new JsonObject(message.text()).put("t", "pong"));
        } else if (message.is("welcome")) {
            welcomed.complete();
        } else if (message.is("streams")) {
            new JsonObject(message.text())
                    .getJsonArray("streams")
                    .forEach(stream -> notLive.add(((JsonObject) stream).getString("stream")));
        } else if (message.is("live")) {
            notLive.remove(new JsonObject(message.text()).getString("stream"));
            if (notLive.isEmpty()) {
                live.tryComplete();
            }
        } else if (message.is("no") || message.is("reset")) {
            live.tryFail(message.text());
            throw new IllegalStateException(message.text());
        } else {
            listener.accept(message);
        }
    }

    private void close(@Nullable Short code) {
        closed = true;
        welcomed.tryFail("closed with " + code);
        live.tryFail("closed with " + code);
    }

    boolean isOpen() {
        return !closed;
    }

    void close() {
        socket.close();
    }
}
