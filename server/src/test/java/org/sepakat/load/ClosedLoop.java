package org.sepakat.load;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.sepakat.faults.Person;

/** Clients who each send the next batch of acts into one open round when the last is acknowledged. */
final class ClosedLoop {

    private static final long PATIENCE_SECONDS = 60;

    private final Ground ground;
    private final UUID round;
    private final List<Person> clients;
    private final AtomicInteger made;

    /** What was acknowledged, and in what time. */
    record Done(int acts, double seconds) {
        double perSecond() {
            return acts / seconds;
        }

        double microsPerAct() {
            return seconds * 1e6 / acts;
        }
    }

    /** @param first number of the first coding, none of which may be there yet */
    ClosedLoop(Ground ground, UUID round, List<Person> clients, int first) {
        this.ground = ground;
        this.round = round;
        this.clients = clients;
        this.made = new AtomicInteger(first);
    }

    /**
     * Goes on for so long, or until there are so many acts.
     *
     * @param readers so many of the clients read along
     */
    Done run(int batch, int readers, int seconds, int acts) {
        var run = new Run(batch, made.get() + acts);
        List<Writer> writers = new ArrayList<>();
        for (Person client : clients) {
            writers.add(new Writer(client, writers.size() < readers, run));
        }
        long start = System.nanoTime();
        run.end = start + TimeUnit.SECONDS.toNanos(seconds);
        writers.forEach(Writer::send);
        run.await();
        var done = new Done(run.acknowledged.get(), (System.nanoTime() - start) / 1e9);
        writers.forEach(Writer::close);
        return done;
    }

    private final class Run {
        private final int batch;
        private final int last;
        private final AtomicInteger acknowledged = new AtomicInteger();
        private final CountDownLatch finished = new CountDownLatch(clients.size());
        private volatile long end;

        Run(int batch, int last) {
            this.batch = batch;
            this.last = last;
        }

        boolean goesOn() {
            return System.nanoTime() < end && made.get() < last;
        }

        void await() {
            try {
                if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new IllegalStateException(finished.getCount() + " clients were not answered to the end");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** One client; its count is touched by its own event loop alone, once it has begun. */
    private final class Writer {
        private final Page page;
        private final Run run;
        private int open;

        Writer(Person client, boolean reads, Run run) {
            this.run = run;
            this.page = reads ? ground.followingPage(client, this::hear) : ground.page(client, this::hear);
        }

        void send() {
            List<JsonObject> ops = IntStream.range(0, run.batch)
                    .mapToObj(i -> ground.rig.coding(round, made.incrementAndGet()))
                    .toList();
            open = run.batch;
            page.submit(ops);
        }

        private void hear(Message message) {
            if (message.is("ok") && --open == 0) {
                run.acknowledged.addAndGet(run.batch);
                if (run.goesOn()) {
                    send();
                } else {
                    run.finished.countDown();
                }
            }
        }

        void close() {
            if (!page.isOpen()) {
                throw new IllegalStateException("the server has closed a client");
            }
            page.close();
        }
    }
}
