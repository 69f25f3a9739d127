package org.sepakat.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sepakat.log.WireBatch;
import org.sepakat.store.Fields;

/** What a client may send (SPEC.md §2). Decoding is strict: a type or field that is not listed here breaks the protocol. */
sealed interface ClientFrame {

    record Hello(int v, UUID client, String csrf, String build) implements ClientFrame {}

    /**
     * @param cursors stream to seq of the last op that the client holds; names that mean nothing to this client are not looked at
     */
    record Sub(UUID study, Map<String, Integer> cursors) implements ClientFrame {}

    record Unsub(UUID study) implements ClientFrame {}

    record Ops(UUID study, WireBatch batch) implements ClientFrame {}

    /** Ops from ≤ seq &lt; to. */
    record Pull(UUID study, UUID stream, int from, int to) implements ClientFrame {}

    record Pres(
            UUID study,
            UUID round,
            UUID transcript,
            @Nullable Integer segment) implements ClientFrame {}

    record Ping(int n) implements ClientFrame {}

    record Pong(int n) implements ClientFrame {}

    static ClientFrame decode(String text, LiveLimits limits) {
        try {
            var in = new Fields("", StrictJson.read(text));
            ClientFrame frame = decode(in, in.text("t", WORD), limits);
            in.end();
            return frame;
        } catch (JsonProcessingException refused) {
            throw new BadFrame(refused.getOriginalMessage());
        } catch (Fields.Malformed refused) {
            throw new BadFrame(String.valueOf(refused.getMessage()));
        }
    }

    int WORD = 200;
    int MOST = Integer.MAX_VALUE;

    private static ClientFrame decode(Fields in, String type, LiveLimits limits) {
        return switch (type) {
            case "hello" ->
                new Hello(in.number("v", 0, MOST), in.id("client"), in.text("csrf", WORD), in.text("build", WORD));
            case "sub" -> new Sub(in.id("study"), cursors(in.plain("cursors")));
            case "unsub" -> new Unsub(in.id("study"));
            case "ops" -> new Ops(in.id("study"), batch(in));
            case "pull" -> pull(in, limits.pullOps());
            case "pres" -> new Pres(in.id("study"), in.id("round"), in.id("transcript"), segment(in));
            case "ping" -> new Ping(in.number("n", 0, MOST));
            case "pong" -> new Pong(in.number("n", 0, MOST));
            default -> throw new BadFrame("t: There is no frame of that type.");
        };
    }

    private static Map<String, Integer> cursors(JsonObject object) {
        var in = new Fields("cursors", object);
        var cursors = new TreeMap<String, Integer>();
        object.fieldNames().forEach(stream -> cursors.put(stream, in.number(stream, 0, MOST)));
        return cursors;
    }

    private static WireBatch batch(Fields in) {
        WireBatch batch = WireBatch.decode(in.array("ops"));
        batch.refusal().ifPresent(refusal -> {
            throw new BadFrame(refusal.message());
        });
        return batch;
    }

    private static Pull pull(Fields in, int atMost) {
        var pull = new Pull(in.id("study"), in.id("stream"), in.number("from", 1, MOST), in.number("to", 1, MOST));
        if (pull.to() <= pull.from() || pull.to() - pull.from() > atMost) {
            throw new BadFrame("to: A pull is of 1 to " + atMost + " ops.");
        }
        return pull;
    }

    private static @Nullable Integer segment(Fields in) {
        return in.has("segment") ? (Integer) in.number("segment", 0, MOST) : null;
    }
}
