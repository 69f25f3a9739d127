package org.sepakat.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sepakat.db.PostgresCommands.Failed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The data directory and the server on it: initialised once, launched, halted. All calls block; one at a time. */
record Cluster(StateFolder state, PostgresCommands commands, Endpoint endpoint) {
    static final String SUPERUSER = "postgres";
    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final String SETTINGS_FILE = "sepakat.conf";
    private static final long LARGEST_LOG_BYTES = 10L << 20;
    private static final String START_SECONDS = "300";
    private static final String STOP_SECONDS = "60";

    /** Terse, since the detail of a refused row would bring a transcript's words into the log. */
    private static final String SETTINGS = """
            max_connections = 100
            password_encryption = 'scram-sha-256'
            timezone = 'UTC'
            log_timezone = 'UTC'
            log_error_verbosity = terse
            jit = off
            """;

    /** Initialises beside the final name and renames, so that a cluster under that name is always whole. */
    void initialiseOnce() throws IOException, InterruptedException, Failed {
        if (Files.isDirectory(state.cluster())) {
            return;
        }
        var part = state.cluster().resolveSibling("cluster.part");
        Folders.delete(part);
        commands.run(
                "initdb",
                List.of(
                        "--pgdata=" + part,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + state.passwordFile(SUPERUSER),
                        "--auth=scram-sha-256",
                        "--data-checksums",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=icu",
                        "--icu-locale=id"));
        Files.writeString(
                part.resolve("postgresql.conf"), "\ninclude = '" + SETTINGS_FILE + "'\n", StandardOpenOption.APPEND);
        Files.move(part, state.cluster());
    }

    void refuseOtherMajorVersion() throws IOException {
        String found = Files.readString(state.cluster().resolve("PG_VERSION")).strip();
        String ours = commands.binaries().majorVersion();
        if (!found.equals(ours)) {
            throw new DatabaseException("The database in " + state.root() + " was written by PostgreSQL " + found
                    + ", which PostgreSQL " + ours
                    + " of this Sepakat cannot read. Start the Sepakat that wrote it.");
        }
    }

    /** Starts the server and returns once it takes connections. One that a crash of ours left behind is stopped in good order first. */
    void launch() throws IOException, InterruptedException, Failed {
        if (isRunning()) {
            LOG.info("A PostgreSQL left behind by a crash is running on {}: stopping it first", state.root());
            halt();
        }
        Files.deleteIfExists(Postmaster.pidFile(state));
        Files.writeString(state.cluster().resolve(SETTINGS_FILE), endpoint.settings() + SETTINGS);
        if (Files.exists(state.log()) && Files.size(state.log()) > LARGEST_LOG_BYTES) {
            Files.move(state.log(), state.root().resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        control("start", "-w", "-t", START_SECONDS, "-l", state.log().toString());
    }

    boolean isRunning() throws IOException {
        Optional<Postmaster> postmaster = Postmaster.of(state);
        return postmaster.isPresent() && postmaster.get().isAlive();
    }

    /** Ends all sessions, writes what is in memory, stops; only if that takes a minute, stops at once and leaves the rest to recovery. */
    void halt() throws IOException, InterruptedException, Failed {
        try {
            control("stop", "-m", "fast", "-w", "-t", STOP_SECONDS);
        } catch (Failed e) {
            LOG.warn(
                    "PostgreSQL on {} did not stop in good order, it is stopped at once: {}",
                    state.root(),
                    e.getMessage());
            control("stop", "-m", "immediate", "-w", "-t", STOP_SECONDS);
        }
    }

    private void control(String verb, String... arguments) throws IOException, InterruptedException, Failed {
        var whole = new ArrayList<>(List.of(verb, "-D", state.cluster().toString()));
        whole.addAll(List.of(arguments));
        commands.run("pg_ctl", whole);
    }
}
