package org.sepakat.faults;

import io.vertx.sqlclient.Pool;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sepakat.faults.PatientCoder.Manners;
import org.sepakat.faults.Scenario.Scale;
import org.sepakat.faults.Scenario.Story;
import org.sepakat.study.Mode;

/** Servers are killed or asked to end. Each is a process of its own. */
final class NodeFaults {

    static final List<Scenario> ALL = List.of(
            new Scenario("F3 one of two servers is killed", NodeFaults::isKilled),
            new Scenario("F5 a server dies between COMMIT and acknowledgement", NodeFaults::diesAfterCommit),
            new Scenario("F6 a server dies between COMMIT and doorbell", NodeFaults::diesBeforeTheBell),
            new Scenario("F10 two servers do not hear each other", NodeFaults::areDeaf),
            new Scenario("F21 a server is asked to end in load", NodeFaults::isAskedToEnd));

    private static final int CODERS = 8;
    private static final int DEPTH = 8;

    private NodeFaults() {}

    private static NodeProcess node(Rig rig) {
        return rig.closing(NodeProcess.start(rig.address(), Rig.SETTINGS));
    }

    private static Load load(Rig rig, List<Door> doors) {
        List<Person> people = DatabaseFaults.people(rig, doors.get(0), CODERS);
        UUID round = rig.startRound(Mode.OPEN, people);
        List<PatientCoder> pages = people.stream()
                .map(person -> rig.page(person, doors, Manners.GOOD))
                .toList();
        return Load.start(rig, pages, round, Integer.MAX_VALUE, DEPTH);
    }

    private static Story isKilled(Rig rig, Scale scale) {
        var nodes = new ArrayList<>(List.of(node(rig), node(rig)));
        List<Door> doors = new CopyOnWriteArrayList<>(
                List.of(nodes.get(0).door(), nodes.get(1).door()));
        Load load = load(rig, doors);
        int[] turn = new int[1];
        return Faulting.untilDone(load, scale, () -> {
            int which = turn[0]++ % 2;
            nodes.get(which).kill();
            nodes.set(which, node(rig));
            doors.set(which, nodes.get(which).door());
        });
    }

    private static Story diesAfterCommit(Rig rig, Scale scale) {
        return dies(rig, scale, HaltingNode.Moment.BEFORE_ANSWER);
    }

    private static Story diesBeforeTheBell(Rig rig, Scale scale) {
        return dies(rig, scale, HaltingNode.Moment.BEFORE_BELL);
    }

    /** Halts itself after a number of commits, at the worst moment; a fresh one takes its place, and another server stands beside it all the time. */
    private static Story dies(Rig rig, Scale scale, HaltingNode.Moment moment) {
        NodeProcess steady = node(rig);
        List<Door> doors = new CopyOnWriteArrayList<>();
        NodeProcess first = halting(rig, moment);
        doors.add(first.door());
        doors.add(steady.door());
        Load load = load(rig, doors);
        var node = new NodeProcess[] {first};
        Story story = Faulting.untilDone(load, scale, () -> {
            long end = System.nanoTime() + 20_000_000_000L;
            while (node[0].isAlive() && System.nanoTime() < end) {
                Pause.millis(5);
            }
            node[0] = halting(rig, moment);
            doors.set(0, node[0].door());
        });
        return story;
    }

    private static NodeProcess halting(Rig rig, HaltingNode.Moment moment) {
        return rig.closing(NodeProcess.start(rig.address(), Rig.SETTINGS, HaltingNode.class, moment.name(), "60"));
    }

    /** Whatever line one of them listens on is cut, again and again: the poll still finds what the other records. */
    private static Story areDeaf(Rig rig, Scale scale) {
        Load load = load(rig, List.of(rig.node(), rig.node()));
        Pool knife = rig.database.appPool(1);
        return Faulting.untilDone(load, scale, () -> {
            for (int i = 0; i < 40; i++) {
                Rig.await(knife.query("select pg_terminate_backend(pid) from pg_stat_activity"
                                + " where application_name = 'sepakat listens' and datname = current_database()")
                        .execute());
                Pause.millis(50);
            }
        });
    }

    private static Story isAskedToEnd(Rig rig, Scale scale) {
        var nodes = new ArrayList<>(List.of(node(rig), node(rig)));
        List<Door> doors = new CopyOnWriteArrayList<>(
                List.of(nodes.get(0).door(), nodes.get(1).door()));
        Load load = load(rig, doors);
        int[] turn = new int[1];
        long[] slowest = new long[1];
        Story story = Faulting.untilDone(load, scale, () -> {
            int which = turn[0]++ % 2;
            slowest[0] = Math.max(slowest[0], nodes.get(which).terminate());
            nodes.set(which, node(rig));
            doors.set(which, nodes.get(which).door());
        });
        return new Story(load, story.faults(), story.recoveryMillis(), "slowest exit " + slowest[0] + " ms");
    }
}
