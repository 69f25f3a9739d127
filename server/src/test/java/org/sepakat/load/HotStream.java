package org.sepakat.load;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sepakat.faults.Person;

/** Durable, acknowledged acts a second that one open round's stream takes from fifty clients. */
final class HotStream {

    private static final int CLIENTS = 50;
    private static final int MOST = 50;

    private HotStream() {}

    static List<Figure> measure(Ground ground) {
        List<Person> coders = ground.coders(CLIENTS);
        UUID round = ground.openRound(coders);
        var loop = new ClosedLoop(ground, round, coders, 0);
        int seconds = ground.scale.seconds(10);
        loop.run(MOST, 1, seconds, Integer.MAX_VALUE / 2);
        double limit = new BareCommits(ground.rig, round).mostPerSecond(seconds / 2.0);
        var figures = new ArrayList<Figure>();
        for (int batch : new int[] {1, 10, MOST}) {
            figures.add(figure(loop, batch, 1, seconds, limit));
        }
        Figure all = figure(loop, MOST, CLIENTS, seconds, limit);
        Figure most = figures.remove(2).atLeast(10_000).ratioAtLeast(0.5);
        figures.addAll(List.of(most, all));
        return figures;
    }

    private static Figure figure(ClosedLoop loop, int batch, int readers, int seconds, double limit) {
        String name = "hot stream, %d clients, batches of %d, %d reading along".formatted(CLIENTS, batch, readers);
        double perSecond =
                loop.run(batch, readers, seconds, Integer.MAX_VALUE / 2).perSecond();
        return Figure.of(name, perSecond, "ops/s").beside("bare commits of the same rows, best of 4", limit);
    }
}
