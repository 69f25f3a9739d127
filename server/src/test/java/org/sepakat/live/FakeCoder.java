package org.sepakat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.http.WebSocket;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client that keeps every frame it got and folds streams as SPEC.md S4 asks. */
final class FakeCoder {

    final UUID account;
    private final UUID study;
    private final List<String> frames = new ArrayList<>();
    private final Map<String, Long> seqs = new TreeMap<>();
    private final Map<String, Set<String>> codings = new TreeMap<>();
    private final Map<String, StringBuilder> parts = new TreeMap<>();
    private WebSocket socket;
    private @Nullable Integer closed;

    FakeCoder(UUID account, UUID study, WebSocket socket) {
        this.account = account;
        this.study = study;
        this.socket = socket;
        listen();
    }

    /** The same page on a new socket. */
    void isNowOn(WebSocket fresh) {
        socket = fresh;
        listen();
    }

    private void listen() {
        WebSocket listened = socket;
        listened.textMessageHandler(this::take);
        listened.closeHandler(end -> close(listened));
    }

    private synchronized void close(WebSocket ended) {
        Short code = ended.closeStatusCode();
        closed = code == null ? 0 : Integer.valueOf(code);
        frames.add("closed " + closed + " " + ended.closeReason());
    }

    private synchronized void take(String text) {
        frames.add(text);
        var frame = new JsonObject(text);
        String stream = frame.getString("stream", "");
        switch (frame.getString("t")) {
            case "snap" -> snapshot(stream, frame);
            case "evs" ->
                frame.getJsonArray("list").forEach(event -> {
                    if (((JsonObject) event).getLong("seq") > seqs.getOrDefault(stream, 0L)) {
                        apply(stream, (JsonObject) event);
                    }
                });
            case "reset" -> {
                seqs.remove(stream);
                codings.remove(stream);
            }
            default -> {}
        }
    }

    private void snapshot(String stream, JsonObject frame) {
        StringBuilder text = parts.computeIfAbsent(stream, fresh -> new StringBuilder());
        text.append(frame.getString("data"));
        if (frame.getInteger("part").equals(frame.getInteger("of"))) {
            var found = new HashSet<String>();
            var list = new JsonObject(text.toString()).getJsonArray("codings");
            if (list != null) {
                list.forEach(coding -> found.add((String) coding));
            }
            parts.remove(stream);
            codings.put(stream, found);
            seqs.put(stream, frame.getLong("seq"));
        }
    }

    private void apply(String stream, JsonObject event) {
        long before = seqs.getOrDefault(stream, 0L);
        assertEquals(before + 1, event.getLong("seq"), "events come without holes");
        seqs.put(stream, before + 1);
        Set<String> now = codings.computeIfAbsent(stream, fresh -> new HashSet<>());
        JsonObject body = event.getJsonObject("body");
        if (event.getString("kind").equals("coding.apply")) {
            body.getJsonArray("replaces").forEach(now::remove);
            now.add(body.getString("coding"));
        } else if (event.getString("kind").equals("coding.remove")) {
            now.remove(body.getString("coding"));
        }
    }

    void send(JsonObject frame) {
        socket.writeTextMessage(frame.encode());
    }

    void sendRaw(String text) {
        socket.writeTextMessage(text);
    }

    WebSocket socket() {
        return socket;
    }

    void hello() {
        send(new JsonObject()
                .put("t", "hello")
                .put("v", 1)
                .put("client", Ids.id("tab of " + account).toString())
                .put("csrf", "token of " + account)
                .put("build", "test"));
    }

    void subscribe(JsonObject cursors) {
        send(about("sub").put("cursors", cursors));
    }

    JsonObject about(String type) {
        return new JsonObject().put("t", type).put("study", study.toString());
    }

    synchronized JsonObject cursors() {
        var cursors = new JsonObject();
        seqs.forEach(cursors::put);
        return cursors;
    }

    synchronized List<String> frames() {
        return List.copyOf(frames);
    }

    synchronized List<JsonObject> all(String type) {
        return frames.stream()
                .filter(text -> text.startsWith("{"))
                .map(JsonObject::new)
                .filter(frame -> type.equals(frame.getString("t")))
                .toList();
    }

    JsonObject last(String type) {
        List<JsonObject> found = all(type);
        return found.get(found.size() - 1);
    }

    synchronized @Nullable Integer closedWith() {
        return closed;
    }

    synchronized Map<String, Set<String>> codings() {
        return new TreeMap<>(codings);
    }

    synchronized void forget() {
        frames.clear();
    }
}
