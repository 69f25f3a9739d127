package org.sepakat.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for what happens elsewhere. The limit is for giving up, not a measure of speed. */
public final class Await {

    private Await() {}

    public static void until(Duration limit, String what, BooleanSupplier happened) {
        Instant end = Instant.now().plus(limit);
        while (!happened.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("waited " + limit.toSeconds() + " s in vain for " + what);
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
