package org.sepakat;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.http.WebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** A page's socket after {@code hello}: keeps every text that it receives, in order. */
public final class TestSocket {
    private static final long PATIENCE_MILLIS = 20_000;

    private final WebSocket socket;
    private final List<String> texts = new ArrayList<>();

    private TestSocket(WebSocket socket) {
        this.socket = socket;
        socket.textMessageHandler(this::take);
        socket.closeHandler(end -> take("closed " + socket.closeStatusCode() + " " + socket.closeReason()));
    }

    /** Welcomed already. */
    public static TestSocket open(TestBrowser browser) {
        var opened = new TestSocket(browser.socket(Map.of()).await());
        opened.send(new JsonObject()
                .put("t", "hello")
                .put("v", 1)
                .put("client", new UUID(0x4000L, 0x8000000000000000L).toString())
                .put("csrf", browser.csrf())
                .put("build", "test"));
        opened.awaits(1, text -> text.startsWith("{\"t\":\"welcome\""));
        return opened;
    }

    private synchronized void take(String text) {
        texts.add(text);
        notifyAll();
    }

    public void send(JsonObject frame) {
        socket.writeTextMessage(frame.encode()).await();
    }

    /** Follows a study until it is live in that many streams. */
    public void follow(String study, int streams) {
        send(new JsonObject().put("t", "sub").put("study", study).put("cursors", new JsonObject()));
        awaits(streams, text -> text.startsWith("{\"t\":\"live\""));
    }

    public void submit(String study, JsonObject op) {
        send(new JsonObject().put("t", "ops").put("study", study).put("ops", new JsonArray().add(op)));
    }

    /** Waits until so many of all texts received so far are of that sort. */
    public synchronized void awaits(int many, Predicate<String> sort) {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (texts.stream().filter(sort).count() < many && System.currentTimeMillis() < end) {
            try {
                wait(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        assertTrue(texts.stream().filter(sort).count() >= many, () -> "waited in vain after " + texts);
    }

    public synchronized List<String> texts() {
        return List.copyOf(texts);
    }

    public void close() {
        socket.close().await();
    }
}
