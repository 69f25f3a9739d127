package org.sepakat.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The server process that holds a data directory, as its {@code postmaster.pid} names it. */
record Postmaster(ProcessHandle process) {

    /**
     * The living postmaster of the cluster. After a crash the file may name a number that another process has since been given: only one
     * whose program lies in the state folder counts.
     */
    static Optional<Postmaster> of(StateFolder state) throws IOException {
        Path file = pidFile(state);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        return lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                        .filter(process ->
                                process.info().command().filter(state::contains).isPresent())
                        .map(Postmaster::new);
    }

    static Path pidFile(StateFolder state) {
        return state.cluster().resolve("postmaster.pid");
    }

    /** A killed process whose parent has not asked for its fate still has a number, but no program. */
    boolean isAlive() {
        return process.isAlive() && process.info().command().isPresent();
    }
}
