package org.sepakat.faults;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Pages that code as fast as they are answered, each with some acts in flight, until each has sent its share. */
final class Load {

    private final Rig rig;
    private final UUID round;
    private final int depth;
    private final Map<PatientCoder, AtomicInteger> left = new ConcurrentHashMap<>();
    private final CountDownLatch open;
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Map<PatientCoder, Long> lastAcknowledged = new ConcurrentHashMap<>();

    private Load(Rig rig, List<PatientCoder> pages, UUID round, int each, int depth) {
        this.rig = rig;
        this.round = round;
        this.depth = depth;
        pages.forEach(page -> left.put(page, new AtomicInteger(each)));
        this.open = new CountDownLatch(pages.size() * depth);
    }

    static Load start(Rig rig, List<PatientCoder> pages, UUID round, int each, int depth) {
        var load = new Load(rig, pages, round, each, depth);
        for (PatientCoder page : pages) {
            for (int lane = 0; lane < depth; lane++) {
                load.next(page);
            }
        }
        return load;
    }

    /** The same pages in another round; what they had acknowledged before is counted on. */
    static Load continuing(@Nullable Load before, Rig rig, List<PatientCoder> pages, UUID round) {
        Load load = start(rig, pages, round, Integer.MAX_VALUE, 4);
        load.acknowledged.addAndGet(before == null ? 0 : before.acknowledged());
        return load;
    }

    private void next(PatientCoder page) {
        AtomicInteger share = left.get(page);
        if (stopped.get() || share == null || share.getAndDecrement() <= 0) {
            open.countDown();
            return;
        }
        long sent = System.nanoTime();
        page.submit(rig.coding(round)).onComplete(answer -> {
            if (answer.succeeded() && isOk(answer.result())) {
                acknowledged.incrementAndGet();
                lastAcknowledged.merge(page, sent, Math::max);
            }
            if (answer.succeeded() && isOk(answer.result())) {
                next(page);
            } else {
                open.countDown();
            }
        });
    }

    private static boolean isOk(JsonObject answer) {
        return answer.getString("t").equals("ok");
    }

    long acknowledged() {
        return acknowledged.get();
    }

    /** Waits until every page has that many acts acknowledged on average. */
    void reach(int each) {
        while (acknowledged.get() < (long) each * left.size() && !isDone()) {
            Pause.millis(20);
        }
    }

    /** Waits for that many more of each page. */
    void reachMore(int each) {
        reach(each + (int) (acknowledged.get() / left.size()));
    }

    boolean isDone() {
        return open.getCount() == 0;
    }

    /** No new acts; what is under way is finished. */
    void stop() {
        stopped.set(true);
    }

    void await(long seconds) {
        try {
            if (!open.await(seconds, TimeUnit.SECONDS)) {
                throw new AssertionError(open.getCount() + " of " + left.size() * depth + " lanes have no answer after "
                        + seconds + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Milliseconds from a moment until every page that has something left to send had an act acknowledged that it sent after it. */
    long recoverySince(long moment) {
        List<PatientCoder> waiting = new ArrayList<>(left.keySet());
        while (!waiting.isEmpty() && !isDone()) {
            waiting.removeIf(
                    page -> lastAcknowledged.getOrDefault(page, Long.MIN_VALUE) > moment || page.closedFor() != null);
            Pause.millis(5);
            if (System.nanoTime() - moment > TimeUnit.SECONDS.toNanos(60)) {
                throw new AssertionError(waiting.size() + " pages do not recover within a minute");
            }
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - moment);
    }
}
