package org.sepakat.load;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/** Events from one sender to many readers, as fast as they arrive: so few are under way at any time that no reader counts as slow. */
final class Flow {

    /** Of one reader, on average, when more are sent. */
    private static final long UNDER_WAY = 500;

    private static final long GIVE_UP = TimeUnit.SECONDS.toNanos(20);

    private final int readers;
    private final IntSupplier send;
    private final AtomicLong arrived = new AtomicLong();
    private final Thread sender = Thread.currentThread();
    private volatile long sent;

    /** @param send sends some events to all and says how many; called by this thread */
    Flow(int readers, IntSupplier send) {
        this.readers = readers;
        this.send = send;
    }

    void arrived(int events) {
        if (sent * readers - arrived.addAndGet(events) <= UNDER_WAY * readers) {
            LockSupport.unpark(sender);
        }
    }

    private long underWay() {
        return sent * readers - arrived.get();
    }

    /** Sends for so long, and answers how many events arrived in a second at all readers together. */
    double run(int seconds) {
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        long total = 0;
        while (System.nanoTime() < end) {
            if (underWay() > UNDER_WAY * readers) {
                LockSupport.parkNanos(this, end - System.nanoTime());
            } else {
                total += send.getAsInt();
                sent = total;
            }
        }
        awaitLast(end + GIVE_UP);
        return arrived.get() / ((System.nanoTime() - start) / 1e9);
    }

    private void awaitLast(long until) {
        while (underWay() > 0) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException(underWay() + " of " + sent * readers + " deliveries never came");
            }
            LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(5));
        }
    }
}
