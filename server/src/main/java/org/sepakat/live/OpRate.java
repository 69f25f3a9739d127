package org.sepakat.live;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.sepakat.study.ErrorCode;
import org.sepakat.study.Refusal;

/** How many ops an account may send, over sockets and HTTP together (SPEC.md S13). May be called from any thread. */
public final class OpRate {

    private final LiveLimits limits;
    private final Clock clock;
    private final Map<UUID, TokenBucket> accounts = new HashMap<>();

    public OpRate(LiveLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * How much of a batch may pass.
     *
     * @param ops the first so many of it
     * @param afterMs when the next one may follow
     */
    public record Grant(int ops, long afterMs) {}

    public synchronized Grant take(UUID account, int ops) {
        long now = clock.millis();
        accounts.values().removeIf(bucket -> bucket.isFull(now));
        TokenBucket bucket = accounts.computeIfAbsent(
                account, fresh -> new TokenBucket(limits.opsPerSecond(), limits.opsBurst(), now));
        int granted = 0;
        while (granted < ops && bucket.take(now)) {
            granted++;
        }
        return new Grant(granted, bucket.waitFor(now));
    }

    public static Refusal refusal() {
        return Refusal.of(
                ErrorCode.E_RATE, "These are more acts than one person makes: send this one again a little later.");
    }
}
