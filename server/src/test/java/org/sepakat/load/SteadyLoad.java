package org.sepakat.load;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.sepakat.Percentiles;
import org.sepakat.faults.Pause;
import org.sepakat.faults.Person;

/**
 * Clients who all read one open round and together send acts at a steady rate, whatever the answers do. Each act's waiting time counts from when it was due: to
 * its acknowledgement, and to its arrival at each client.
 */
final class SteadyLoad {

    private static final long SETTLE_MILLIS = 20_000;

    private final Ground ground;
    private final UUID round;
    private final AtomicInteger made;
    private final List<Person> clients;

    /** What one run has shown; acts that were never answered are missing from the count. */
    record Seen(Percentiles acknowledged, Percentiles arrived) {}

    /** @param made acts of that round so far */
    SteadyLoad(Ground ground, UUID round, AtomicInteger made, List<Person> clients) {
        this.ground = ground;
        this.round = round;
        this.made = made;
        this.clients = clients;
    }

    Seen run(double perSecond, int seconds) {
        var run = new Run((int) (perSecond * seconds));
        List<Page> pages = new ArrayList<>();
        for (int n = 0; n < clients.size(); n++) {
            int reader = n;
            pages.add(ground.followingPage(clients.get(n), message -> run.hear(reader, message)));
        }
        run.send(pages, perSecond);
        Seen seen = run.seen();
        pages.forEach(Page::close);
        return seen;
    }

    private final class Run {
        private final Numbers numbers = Numbers.fresh();
        private final int acts;
        private final long[] acknowledged;
        /** By reader; each array is its reader's alone until all is over. */
        private final AtomicReferenceArray<long[]> arrived;

        private final AtomicInteger open;
        private volatile OpenLoop loop = new OpenLoop(0, 1);

        Run(int acts) {
            this.acts = acts;
            this.acknowledged = new long[acts];
            this.arrived = new AtomicReferenceArray<>(clients.size());
            for (int n = 0; n < clients.size(); n++) {
                arrived.set(n, new long[acts]);
            }
            this.open = new AtomicInteger(acts * (clients.size() + 1));
        }

        void send(List<Page> pages, double perSecond) {
            loop = new OpenLoop(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100), perSecond);
            loop.send(acts, act -> pages.get(act % pages.size()).submit(List.of(op(act))));
        }

        private JsonObject op(int act) {
            String id = numbers.id(act).toString();
            JsonObject op = ground.rig.coding(round, made.incrementAndGet()).put("op_id", id);
            op.getJsonObject("body").put("coding", id);
            return op;
        }

        void hear(int reader, Message message) {
            long now = System.nanoTime();
            if (message.is("ok")) {
                note(acknowledged, message.answered(numbers), now);
            } else if (message.is("evs")) {
                long[] own = arrived.get(reader);
                message.codings(numbers, act -> note(own, act, now));
            }
        }

        private void note(long[] waited, int act, long now) {
            waited[act] = loop.waited(act, now);
            open.decrementAndGet();
        }

        Seen seen() {
            long end = System.currentTimeMillis() + SETTLE_MILLIS;
            while (open.get() > 0 && System.currentTimeMillis() < end) {
                Pause.millis(10);
            }
            long[] all = new long[acts * clients.size()];
            for (int n = 0; n < clients.size(); n++) {
                System.arraycopy(arrived.get(n), 0, all, n * acts, acts);
            }
            return new Seen(percentiles(acknowledged), percentiles(all));
        }

        private static Percentiles percentiles(long[] waited) {
            return Percentiles.ofNanos(
                    Arrays.stream(waited).filter(nanos -> nanos > 0).toArray());
        }
    }
}
