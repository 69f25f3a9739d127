package org.sepakat.faults;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.sepakat.db.Database;
import org.sepakat.db.DatabaseSettings;
import org.sepakat.faults.PatientCoder.Manners;
import org.sepakat.faults.Scenario.Scale;
import org.sepakat.faults.Scenario.Story;
import org.sepakat.study.Mode;

/**
 * A server dies and leaves the PostgreSQL behind that it brought along. The next one on the folder must stop that one in good order before it starts its own:
 * two on one folder would destroy it.
 */
final class OrphanFault {

    private static final int CODERS = 8;
    private static final int DEPTH = 8;

    private final Path data = Path.of(System.getProperty("java.io.tmpdir"), "sepakat-orphan-" + UUID.randomUUID());
    private final List<NodeProcess> nodes = new CopyOnWriteArrayList<>();

    private OrphanFault() {}

    static Scenario scenario() {
        var fault = new OrphanFault();
        return new Scenario("F4 a server is killed, its PostgreSQL is left behind", fault::ground, fault::play);
    }

    /** The rig looks on from beside, as the command line does while a server runs. */
    private Rig ground(long seed) {
        nodes.add(NodeProcess.start(data, Rig.SETTINGS));
        var rig = new Rig(
                seed,
                Vertx.vertx(new VertxOptions().setPreferNativeTransport(true)),
                vertx -> Database.startOrJoin(vertx, DatabaseSettings.embedded(data)));
        rig.closing(this::end);
        return rig;
    }

    private Story play(Rig rig, Scale scale) {
        List<Door> doors = new CopyOnWriteArrayList<>(List.of(nodes.get(0).door()));
        List<Person> people = DatabaseFaults.people(rig, doors.get(0), CODERS);
        UUID round = rig.startRound(Mode.OPEN, people);
        List<PatientCoder> pages = people.stream()
                .map(person -> rig.page(person, doors, Manners.GOOD))
                .toList();
        Load load = Load.start(rig, pages, round, Integer.MAX_VALUE, DEPTH);
        return Faulting.untilDone(load, scale, () -> {
            ProcessHandle orphan = postmaster();
            nodes.get(0).kill();
            if (!orphan.isAlive()) {
                throw new AssertionError("nothing was left behind: this is another fault than it should be");
            }
            nodes.set(0, NodeProcess.start(data, Rig.SETTINGS));
            if (orphan.isAlive() || !postmaster().isAlive()) {
                throw new AssertionError(
                        "the PostgreSQL that was left behind has to end, and one has to take its place");
            }
            doors.set(0, nodes.get(0).door());
        });
    }

    private ProcessHandle postmaster() {
        try (Stream<String> lines = Files.lines(data.resolve("cluster").resolve("postmaster.pid"))) {
            return lines.findFirst()
                    .map(String::strip)
                    .map(Long::valueOf)
                    .flatMap(ProcessHandle::of)
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end() {
        nodes.get(0).close();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
