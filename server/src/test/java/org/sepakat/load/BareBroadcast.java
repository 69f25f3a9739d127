package org.sepakat.load;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The least that a server can do to pass a text on: whatever comes in by {@code /speak} goes out to all who are on {@code /listen}. A process of its own. */
final class BareBroadcast {

    static final String SPEAK = "/speak";
    static final String LISTEN = "/listen";

    private BareBroadcast() {}

    public static void main(String[] args) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        List<ServerWebSocket> listeners = new CopyOnWriteArrayList<>();
        int port = vertx.createHttpServer(new HttpServerOptions())
                .webSocketHandler(socket -> {
                    if (socket.path().equals(LISTEN)) {
                        listeners.add(socket);
                    } else {
                        socket.textMessageHandler(
                                text -> listeners.forEach(listener -> listener.writeTextMessage(text)));
                    }
                })
                .listen(0, "127.0.0.1")
                .await()
                .actualPort();
        System.out.println("Sepakat listens on http://localhost:" + port);
    }
}
