package org.sepakat.faults;

import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.sepakat.faults.History.Delivered;
import org.sepakat.faults.History.Snapped;

/** How far a client has read each stream. What it applies goes into the history. On the client's context alone. */
final class Streams {

    /** Ops of one pull. */
    private static final long MOST = 1_000;

    /** Asks for a part of a stream; to is exclusive. */
    interface Pull {
        void ask(UUID stream, long from, long to);
    }

    private final Person person;
    private final History history;
    private final Pull pull;
    private final Map<UUID, Long> seqs = new TreeMap<>();
    private final Map<UUID, Integer> parts = new HashMap<>();
    private final Map<UUID, Map<Long, JsonObject>> early = new HashMap<>();

    Streams(Person person, History history, Pull pull) {
        this.person = person;
        this.history = history;
        this.pull = pull;
    }

    Map<UUID, Long> seqs() {
        return Map.copyOf(seqs);
    }

    void forget(UUID stream) {
        seqs.remove(stream);
    }

    void forgetAll() {
        seqs.clear();
    }

    void snapshot(JsonObject frame) {
        UUID stream = UUID.fromString(frame.getString("stream"));
        int part = parts.merge(stream, 1, Integer::sum);
        if (part == frame.getInteger("of")) {
            parts.remove(stream);
            early.remove(stream);
            seqs.put(stream, frame.getLong("seq"));
            history.add(new Snapped(person.name(), person.member(), stream, frame.getLong("seq"), System.nanoTime()));
        }
    }

    void events(JsonObject frame) {
        UUID stream = UUID.fromString(frame.getString("stream"));
        frame.getJsonArray("list").forEach(event -> event(stream, (JsonObject) event));
    }

    /** The next is applied, an old one ignored, one that is early kept while the hole is pulled (SPEC.md S4). */
    private void event(UUID stream, JsonObject event) {
        long next = seqs.getOrDefault(stream, 0L) + 1;
        long seq = event.getLong("seq");
        if (seq > next) {
            early.computeIfAbsent(stream, none -> new TreeMap<>()).put(seq, event);
            pull.ask(stream, next, Math.min(seq, next + MOST));
        } else if (seq == next) {
            apply(stream, event);
            Map<Long, JsonObject> kept = early.computeIfAbsent(stream, none -> new TreeMap<>());
            for (JsonObject one = kept.remove(seq + 1); one != null; one = kept.remove(one.getLong("seq") + 1)) {
                apply(stream, one);
            }
        }
    }

    private void apply(UUID stream, JsonObject event) {
        seqs.put(stream, event.getLong("seq"));
        String opId = event.getString("op_id");
        history.add(new Delivered(
                person.name(),
                person.member(),
                stream,
                event.getLong("seq"),
                opId == null ? null : UUID.fromString(opId),
                UUID.fromString(event.getString("actor")),
                event.getString("kind"),
                System.nanoTime()));
    }

    /** The server has got this far: what is missing is pulled. */
    void head(JsonObject frame) {
        UUID stream = UUID.fromString(frame.getString("stream"));
        long known = seqs.getOrDefault(stream, 0L);
        if (frame.getLong("seq") > known) {
            pull.ask(stream, known + 1, Math.min(frame.getLong("seq"), known + MOST) + 1);
        }
    }
}
