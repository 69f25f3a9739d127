package org.sepakat.faults;

import io.vertx.core.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.sepakat.faults.FaultProxy.Line;
import org.sepakat.faults.PatientCoder.Manners;
import org.sepakat.faults.Scenario.Scale;
import org.sepakat.faults.Scenario.Story;
import org.sepakat.study.Mode;

/** The lines between coders and server are bad, or the coders themselves are. */
final class LineFaults {

    static final List<Scenario> ALL = List.of(
            new Scenario("F7 lines are cut, silent, slow, sliced, refused", LineFaults::badLines),
            new Scenario("F8 acts are sent twice and in another order", LineFaults::badManners),
            new Scenario("F11 one page does not read", LineFaults::slowReader),
            new Scenario("F20 all pages come back at once", LineFaults::storm));

    private static final int CODERS = 8;
    private static final int DEPTH = 8;

    /** Some hundred bytes each; the kernel alone holds several megabytes of a connection. */
    private static final int EVENTS_TO_FILL_ALL_BUFFERS = 40_000;

    private LineFaults() {}

    private static FaultProxy before(Rig rig, Door door) {
        return rig.closing(FaultProxy.before(
                rig.vertx,
                SocketAddress.inetSocketAddress(door.port(), "127.0.0.1"),
                new Random(rig.random.nextLong())));
    }

    private static Story badLines(Rig rig, Scale scale) {
        Door door = rig.node();
        FaultProxy proxy = before(rig, door);
        List<Person> people = DatabaseFaults.people(rig, door, CODERS);
        UUID round = rig.startRound(Mode.OPEN, people);
        List<PatientCoder> pages = DatabaseFaults.pages(rig, people, door.behind(proxy));
        Load load = Load.start(rig, pages, round, Integer.MAX_VALUE, DEPTH);
        var kinds = List.of(Line.OPEN, Line.SILENT, Line.SLOW, Line.SLICED, Line.DOWN);
        int[] turn = new int[1];
        return Faulting.untilDone(load, new Scale(scale.ops(), kinds.size() * Math.max(1, scale.faults() / 2)), () -> {
            Line kind = kinds.get(turn[0]++ % kinds.size());
            proxy.line(kind);
            if (kind == Line.OPEN || kind == Line.DOWN) {
                proxy.cut();
            }
            Pause.millis(700);
            proxy.line(Line.OPEN);
        });
    }

    private static Story badManners(Rig rig, Scale scale) {
        Door door = rig.node();
        FaultProxy proxy = before(rig, door);
        List<Person> people = DatabaseFaults.people(rig, door, CODERS);
        UUID round = rig.startRound(Mode.OPEN, people);
        List<PatientCoder> pages = people.stream()
                .map(person -> rig.page(person, List.of(door.behind(proxy)), new Manners(0.2, true, 3_000)))
                .toList();
        Load load = Load.start(rig, pages, round, Integer.MAX_VALUE, DEPTH);
        return Faulting.untilDone(load, new Scale(scale.ops(), 2 * scale.faults()), proxy::cut);
    }

    /** More events than all buffers between hold pass a page that has stopped to read: the server gives it up, and the others do not feel it. */
    private static Story slowReader(Rig rig, Scale scale) {
        Door door = rig.node();
        List<Person> people = DatabaseFaults.people(rig, door, CODERS);
        UUID round = rig.startRound(Mode.OPEN, people);
        List<PatientCoder> pages = new ArrayList<>(DatabaseFaults.pages(rig, people, door));
        PatientCoder deaf = rig.page(people.get(0).onAnotherPage(), List.of(door), Manners.GOOD);
        Load load = Load.start(rig, pages, round, Integer.MAX_VALUE, DEPTH);
        load.reach(20);
        deaf.stopReading();
        long start = System.nanoTime();
        load.reach(Math.max(EVENTS_TO_FILL_ALL_BUFFERS / CODERS, scale.ops()));
        load.stop();
        load.await(60);
        long seconds = Math.max(1, (System.nanoTime() - start) / 1_000_000_000);
        int code = Rig.await(deaf.readAgain());
        deaf.leave();
        return new Story(load, 1, -1, load.acknowledged() / seconds + " ops/s went on, it was closed with " + code);
    }

    /** A thousand sockets, cut at once. */
    private static Story storm(Rig rig, Scale scale) {
        Door door = rig.node();
        FaultProxy proxy = before(rig, door);
        List<Person> people = DatabaseFaults.people(rig, door, scale.faults() > 1 ? 58 : 10);
        UUID round = rig.startRound(Mode.OPEN, people.subList(0, CODERS));
        List<PatientCoder> working = people.subList(0, CODERS).stream()
                .map(person -> rig.page(person, List.of(door.behind(proxy)), Manners.CALM))
                .toList();
        List<PatientCoder> idle = new ArrayList<>();
        for (Person person : people.subList(CODERS, people.size())) {
            for (int page = 0; page < (scale.faults() > 1 ? 20 : 5); page++) {
                idle.add(rig.page(person.onAnotherPage(), List.of(door.behind(proxy)), Manners.CALM));
            }
        }
        untilLive(idle);
        Load load = Load.start(rig, working, round, Integer.MAX_VALUE, 2);
        Story story = Faulting.untilDone(load, new Scale(Math.min(scale.ops(), 500), 1), proxy::cut);
        long start = System.nanoTime();
        untilLive(idle);
        long all = story.recoveryMillis() + (System.nanoTime() - start) / 1_000_000;
        return new Story(load, idle.size() + working.size(), all, idle.size() + working.size() + " sockets");
    }

    private static void untilLive(List<PatientCoder> pages) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!pages.stream().allMatch(PatientCoder::isLive)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        pages.stream().filter(page -> !page.isLive()).count() + " of " + pages.size()
                                + " pages are not back within a minute");
            }
            Pause.millis(10);
        }
    }
}
