package org.sepakat.faults;

import io.vertx.core.net.SocketAddress;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.sepakat.db.DatabaseAddress;
import org.sepakat.faults.PatientCoder.Manners;
import org.sepakat.faults.Scenario.Scale;
import org.sepakat.faults.Scenario.Story;
import org.sepakat.study.Mode;

/** PostgreSQL dies, stalls, is slow or far away, or locks. */
final class DatabaseFaults {

    static final List<Scenario> ALL = List.of(
            new Scenario("F1 PostgreSQL is killed", DatabaseFaults::isKilled),
            new Scenario("F9 PostgreSQL stands still (SIGSTOP)", DatabaseFaults::standsStill),
            new Scenario("F9 the line to PostgreSQL is cut, refused and slow", DatabaseFaults::isFarAway),
            new Scenario("F13 64 writers, killed connections, a long lock", DatabaseFaults::locks));

    private static final int CODERS = 8;
    private static final int DEPTH = 8;

    private DatabaseFaults() {}

    private static Story isKilled(Rig rig, Scale scale) {
        return eachTime(rig, scale, rig.node(), () -> {
            postmaster(rig).destroyForcibly();
            Pause.millis(300);
        });
    }

    private static Story standsStill(Rig rig, Scale scale) {
        long still = scale.faults() > 1 ? 10_000 : 3_000;
        return eachTime(rig, new Scale(scale.ops(), Math.min(scale.faults(), 2)), rig.node(), () -> {
            ProcessHandle postmaster = postmaster(rig);
            var all = new ArrayList<>(List.of(postmaster));
            all.addAll(postmaster.descendants().toList());
            signal("-STOP", all);
            Pause.millis(still);
            signal("-CONT", all);
        });
    }

    private static void signal(String signal, List<ProcessHandle> processes) {
        var command = new ArrayList<>(List.of("kill", signal));
        processes.forEach(process -> command.add(String.valueOf(process.pid())));
        try {
            new ProcessBuilder(command).start().waitFor();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The server process of the rig's database: the parent of any of its backends. */
    private static ProcessHandle postmaster(Rig rig) {
        Pool pool = rig.database.ownerPool(1);
        int backend = Rig.await(pool.query("select pg_backend_pid()").execute())
                .iterator()
                .next()
                .getInteger(0);
        ProcessHandle postmaster =
                ProcessHandle.of(backend).flatMap(ProcessHandle::parent).orElseThrow();
        Rig.await(pool.close());
        return postmaster;
    }

    private static Story isFarAway(Rig rig, Scale scale) {
        DatabaseAddress address = rig.address();
        FaultProxy proxy = rig.closing(FaultProxy.before(
                rig.vertx, SocketAddress.inetSocketAddress(address.port(), "127.0.0.1"), new Random(1)));
        var lines = List.of(FaultProxy.Line.DOWN, FaultProxy.Line.SLOW, FaultProxy.Line.SILENT);
        int[] turn = new int[1];
        return eachTime(rig, scale, rig.node(address.at(proxy.port())), () -> {
            proxy.line(lines.get(turn[0]++ % lines.size()));
            if (turn[0] % 3 == 1) {
                proxy.cut();
            }
            Pause.millis(2_000);
            proxy.line(FaultProxy.Line.OPEN);
            proxy.cut();
        });
    }

    private static Story locks(Rig rig, Scale scale) {
        Door door = rig.node();
        List<Person> people = people(rig, door, CODERS);
        UUID round = rig.startRound(Mode.OPEN, people);
        List<PatientCoder> pages = pages(rig, people, door);
        Load load = Load.start(rig, pages, round, scale.ops(), 64 / CODERS);
        Pool knife = rig.database.appPool(2);
        long slowest = 0;
        int faults = 0;
        for (int i = 0; i < scale.faults() && !load.isDone(); i++) {
            faults += 2;
            Rig.await(knife.query(
                            "select pg_terminate_backend(pid) from pg_stat_activity"
                                    + " where usename = current_user and datname = current_database() and pid <> pg_backend_pid()")
                    .execute());
            Rig.await(knife.withTransaction(connection -> connection
                    .query("set local sepakat.studies = '" + rig.study + "'")
                    .execute()
                    .compose(v ->
                            connection.query("select * from stream for update").execute())
                    .compose(v -> connection.query("select pg_sleep(2)").execute())));
            slowest = Math.max(slowest, load.recoverySince(System.nanoTime()));
        }
        load.await(120);
        return new Story(load, faults, slowest);
    }

    private static Story eachTime(Rig rig, Scale scale, Door door, Runnable fault) {
        List<Person> people = people(rig, door, CODERS);
        UUID round = rig.startRound(Mode.OPEN, people);
        Load load = Load.start(rig, pages(rig, people, door), round, Integer.MAX_VALUE, DEPTH);
        return Faulting.untilDone(load, scale, fault);
    }

    static List<Person> people(Rig rig, Door door, int count) {
        var people = new ArrayList<Person>();
        for (int n = 1; n <= count; n++) {
            people.add(rig.coder("Coder " + n, door));
        }
        return people;
    }

    static List<PatientCoder> pages(Rig rig, List<Person> people, Door door) {
        return people.stream()
                .map(person -> rig.page(person, List.of(door), Manners.GOOD))
                .toList();
    }
}
