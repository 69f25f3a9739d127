package org.sepakat.live;

/** So many a second, after a burst. Times are milliseconds of one clock. Not for several threads. */
final class TokenBucket {

    private final double perMilli;
    private final int burst;
    private double tokens;
    private long at;

    TokenBucket(int perSecond, int burst, long now) {
        this.perMilli = perSecond / 1000.0;
        this.burst = burst;
        this.tokens = burst;
        this.at = now;
    }

    /** Takes one if there is one. */
    boolean take(long now) {
        refill(now);
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }

    /** Milliseconds until there will be one. */
    long waitFor(long now) {
        refill(now);
        return tokens >= 1 ? 0 : (long) Math.ceil((1 - tokens) / perMilli);
    }

    boolean isFull(long now) {
        refill(now);
        return tokens >= burst;
    }

    private void refill(long now) {
        tokens = Math.min(burst, tokens + Math.max(0, now - at) * perMilli);
        at = now;
    }
}
