package org.sepakat.journey;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.WebSocket;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** A coder on a socket, after {@code hello} and {@code sub}; every frame goes to the listener. */
final class SocketCoder implements WebSocket.Listener {

    private final StringBuilder partial = new StringBuilder();
    private final Consumer<JsonObject> listener;
    private final CompletableFuture<Void> welcomed = new CompletableFuture<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private CompletableFuture<WebSocket> sent = new CompletableFuture<>();

    private SocketCoder(Consumer<JsonObject> listener) {
        this.listener = listener;
    }

    static SocketCoder open(HttpCoder person, UUID study, Consumer<JsonObject> listener) {
        var coder = new SocketCoder(listener);
        WebSocket socket = person.newSocket()
                .header("Origin", person.url())
                .subprotocols("sepakat.v1")
                .buildAsync(URI.create(person.url().replaceFirst("^http", "ws") + "/ws/v1"), coder)
                .join();
        coder.sent = CompletableFuture.completedFuture(socket);
        coder.send(new JsonObject()
                .put("t", "hello")
                .put("v", 1)
                .put("client", UUID.randomUUID().toString())
                .put("csrf", person.csrf())
                .put("build", "load"));
        coder.welcomed.join();
        coder.send(
                new JsonObject().put("t", "sub").put("study", study.toString()).put("cursors", new JsonObject()));
        return coder;
    }

    void submit(UUID study, JsonObject... ops) {
        send(new JsonObject().put("t", "ops").put("study", study.toString()).put("ops", new JsonArray(List.of(ops))));
    }

    /** One after the other: a socket takes the next text only when the last is out. */
    private synchronized void send(JsonObject frame) {
        sent = sent.thenCompose(socket -> socket.sendText(frame.encode(), true));
    }

    /** The number that the server closed with. */
    int closeCode() {
        return closed.join();
    }

    void close() {
        sent.join().abort();
    }

    @Override
    public void onOpen(WebSocket socket) {
        socket.request(Long.MAX_VALUE);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        closed.complete(code);
        welcomed.completeExceptionally(new IllegalStateException("closed with " + code + " " + reason));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        welcomed.completeExceptionally(error);
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            var frame = new JsonObject(partial.toString());
            partial.setLength(0);
            String type = frame.getString("t");
            if (type.equals("welcome")) {
                welcomed.complete(null);
            } else if (type.equals("ping")) {
                send(new JsonObject().put("t", "pong").put("n", frame.getValue("n")));
            }
            listener.accept(frame);
        }
        return CompletableFuture.completedFuture(null);
    }
}
