package org.sepakat.live;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.sepakat.log.WireBatch;

/**
 * What one socket or account may ask for. The defaults are those of SPEC.md.
 *
 * @param frameBytes of one WebSocket frame, {@code messageBytes} of a message of several
 * @param pullOps of one {@code pull}
 * @param opsPerSecond per account, after a burst of {@code opsBurst}
 * @param silence after which a socket is taken for dead
 * @param slowBytes and {@code slowFrames}: what may wait for a slow reader
 * @param presencePerSecond taken in per socket; more are dropped
 */
public record LiveLimits(
        int frameBytes,
        int messageBytes,
        int pullOps,
        int opsPerSecond,
        int opsBurst,
        int socketsPerAccount,
        Duration hello,
        Duration heartbeat,
        Duration silence,
        int slowBytes,
        int slowFrames,
        int presencePerSecond,
        Duration presence) {

    public static final LiveLimits DEFAULTS = new LiveLimits(
            64 << 10,
            256 << 10,
            1_000,
            20,
            100,
            10,
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofSeconds(45),
            1 << 20,
            500,
            5,
            Duration.ofSeconds(15));

    /** The same for an account that may do more, or less. */
    public LiveLimits allowing(int opsPerSecond, int opsBurst, int socketsPerAccount) {
        return new LiveLimits(
                frameBytes,
                messageBytes,
                pullOps,
                opsPerSecond,
                opsBurst,
                socketsPerAccount,
                hello,
                heartbeat,
                silence,
                slowBytes,
                slowFrames,
                presencePerSecond,
                presence);
    }

    /** What a client needs to know to stay within them. */
    JsonObject forClients() {
        return new JsonObject()
                .put("frame_bytes", frameBytes)
                .put("message_bytes", messageBytes)
                .put("ops_per_batch", WireBatch.MOST)
                .put("ops_per_second", opsPerSecond)
                .put("ops_burst", opsBurst)
                .put("pull_ops", pullOps)
                .put("presence_per_second", presencePerSecond)
                .put("presence_ms", presence.toMillis())
                .put("silence_ms", silence.toMillis());
    }
}
