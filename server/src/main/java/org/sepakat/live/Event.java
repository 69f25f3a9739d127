package org.sepakat.live;

import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.sepakat.log.RecordedOp;

/**
 * One op as it goes over the wire, encoded once for all readers.
 *
 * @param shared what everybody gets
 * @param own what its author gets: the same with {@code op_id}
 */
record Event(long seq, UUID actor, String shared, String own) {

    static Event of(RecordedOp op) {
        return new Event(op.seq(), op.actor(), encode(op, false), encode(op, true));
    }

    String textFor(UUID reader) {
        return actor.equals(reader) ? own : shared;
    }

    private static String encode(RecordedOp op, boolean own) {
        var json = new JsonObject().put("seq", op.seq());
        if (own) {
            json.put("op_id", op.opId().toString());
        }
        return json.put("actor", op.actor().toString())
                .put("kind", op.kind())
                .put("body", op.body())
                .put("at", op.at().toString())
                .encode();
    }
}
