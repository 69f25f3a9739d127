package org.sepakat.load;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.sepakat.Percentiles;
import org.sepakat.faults.Person;

/** How long an act waits for its acknowledgement, and until everybody else sees it. */
final class Latency {

    private static final int CODERS = 50;
    private static final double ACTS = 1_000;
    private static final double FEW_ACTS = 100;

    private Latency() {}

    /** A thousand acts a second by fifty coders who all read along. */
    static List<Figure> ofAcknowledgement(Ground ground) {
        List<Person> coders = ground.coders(CODERS);
        UUID round = ground.openRound(coders);
        var bare = new BareCommits(ground.rig, round);
        Percentiles alone = bare.oneByOne(ground.scale.count(2_000, 200));
        var load = new SteadyLoad(ground, round, new AtomicInteger(), coders);
        load.run(ACTS, ground.scale.seconds(10));
        SteadyLoad.Seen seen = load.run(ACTS, ground.scale.seconds(30));
        String name = "acknowledgement at %,.0f ops/s, %d coders reading along, ".formatted(ACTS, CODERS);
        Percentiles waited = seen.acknowledged();
        return List.of(
                Figure.of(name + "p50", waited.p50(), "ms").beside("a bare commit of one row, p50", alone.p50()),
                Figure.of(name + "p95", waited.p95(), "ms").beside("a bare commit of one row, p95", alone.p95()),
                Figure.of(name + "p99", waited.p99(), "ms")
                        .beside("a bare commit of one row, p99", alone.p99())
                        .atMost(50),
                Figure.of(name + "most", waited.most(), "ms").beside("a bare commit of one row, most", alone.most()),
                Figure.of("  of which were acknowledged", waited.count(), "ops")
                        .beside("sent", ACTS * ground.scale.seconds(30)),
                Figure.of(
                        "  the same acts at each of the coders, p99",
                        seen.arrived().p99(),
                        "ms"));
    }

    /** A hundred acts a second, by more and more clients who all read along. */
    static List<Figure> endToEnd(Ground ground) {
        List<Person> all = ground.coders(200);
        UUID round = ground.openRound(all);
        var made = new AtomicInteger();
        int seconds = ground.scale.seconds(20);
        new SteadyLoad(ground, round, made, all).run(FEW_ACTS, ground.scale.seconds(10));
        var figures = new ArrayList<Figure>();
        for (int clients : new int[] {10, 50, 200}) {
            Percentiles seen = new SteadyLoad(ground, round, made, all.subList(0, clients))
                    .run(FEW_ACTS, seconds)
                    .arrived();
            String name = "from act to each of %d clients at %,.0f ops/s, ".formatted(clients, FEW_ACTS);
            figures.add(Figure.of(name + "p50", seen.p50(), "ms"));
            Figure p99 = Figure.of(name + "p99", seen.p99(), "ms");
            figures.add(clients == 200 ? p99.atMost(15) : p99);
            figures.add(Figure.of("  deliveries", seen.count(), "").beside("sent", FEW_ACTS * seconds * clients));
        }
        return figures;
    }
}
