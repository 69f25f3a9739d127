package org.sepakat.load;

import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * A steady load that does not wait for answers: when each act is due is settled before the first is sent. Waiting times count from then, so that a server that
 * stalls is charged for all who would have come meanwhile.
 *
 * @param start of the first act, of {@link System#nanoTime}
 */
record OpenLoop(long start, double perSecond) {

    long due(int act) {
        return start + Math.round(act * (TimeUnit.SECONDS.toNanos(1) / perSecond));
    }

    /** What whoever asked for that act has waited by now. */
    long waited(int act, long now) {
        return now - due(act);
    }

    /** Sends each act when it is due, or at once if that is past. Blocks until the last is sent. */
    void send(int acts, IntConsumer send) {
        try {
            for (int act = 0; act < acts; act++) {
                for (long left = due(act) - System.nanoTime(); left > 0; left = due(act) - System.nanoTime()) {
                    TimeUnit.NANOSECONDS.sleep(left);
                }
                send.accept(act);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
