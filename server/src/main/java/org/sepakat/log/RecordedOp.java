package org.sepakat.log;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;

/**
 * One recorded act.
 *
 * @param seq its place in its stream, from 1, without gaps
 * @param actor the member who did it
 * @param body as {@link ActJson} writes the recorded act
 */
public record RecordedOp(long seq, UUID opId, UUID actor, String kind, JsonObject body, Instant at) {}
