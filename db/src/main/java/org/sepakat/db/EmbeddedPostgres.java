package org.sepakat.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sepakat.db.PostgresCommands.Failed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own, kept running as long as this process lives and stopped cleanly at its end. Start and stop block; both may be called
 * from any thread.
 */
final class EmbeddedPostgres {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final long WATCH_MILLIS = 250;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;

    private final Cluster cluster;
    private final Thread exitHook = new Thread(this::stop, "postgres-stop");
    private boolean stopped;

    private EmbeddedPostgres(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Starts on a folder, whatever state a crash has left it in. */
    static EmbeddedPostgres start(Path folder, boolean unixSocket) {
        StateFolder state = StateFolder.open(folder);
        try {
            EmbeddedPostgres postgres = new EmbeddedPostgres(prepare(state, unixSocket));
            postgres.cluster.launch();
            Runtime.getRuntime().addShutdownHook(postgres.exitHook);
            Thread watch = new Thread(postgres::keepRunning, "postgres-watch");
            watch.setDaemon(true);
            watch.start();
            return postgres;
        } catch (IOException | Failed | InterruptedException e) {
            state.close();
            throw new DatabaseException(
                    "The database in " + state.root() + " does not start: " + e.getMessage()
                            + "\nPostgreSQL's own words are in " + state.log() + ".",
                    e);
        } catch (RuntimeException e) {
            state.close();
            throw e;
        }
    }

    private static Cluster prepare(StateFolder state, boolean unixSocket)
            throws IOException, InterruptedException, Failed {
        PostgresBinaries binaries = PostgresBinaries.unpackInto(state);
        Endpoint endpoint = Endpoint.of(state, unixSocket);
        refuseLostPassword(state);
        state.password(Cluster.SUPERUSER);
        var commands = new PostgresCommands(binaries, OrdinaryUser.of(state), state);
        Cluster cluster = new Cluster(state, commands, endpoint);
        cluster.initialiseOnce();
        cluster.refuseOtherMajorVersion();
        return cluster;
    }

    /** A new password would not be the one that the cluster was made with. */
    private static void refuseLostPassword(StateFolder state) {
        Path file = state.passwordFile(Cluster.SUPERUSER);
        if (Files.isDirectory(state.cluster()) && !Files.exists(file)) {
            throw new DatabaseException("The file " + file + " is gone, and without that password Sepakat cannot sign "
                    + "in to the database in " + state.cluster() + ". The data are whole: put the file back.");
        }
    }

    Cluster cluster() {
        return cluster;
    }

    /** Whoever calls this stops the database at the end of the process; the JVM's own exit no longer does. */
    void leaveExitToCaller() {
        Runtime.getRuntime().removeShutdownHook(exitHook);
    }

    /** Watches the server and starts it again if it dies: at once the first time, then with pauses that double up to half a minute. */
    private synchronized void keepRunning() {
        long pause = WATCH_MILLIS;
        while (!stopped) {
            try {
                wait(pause);
                if (!stopped && !cluster.isRunning()) {
                    LOG.warn(
                            "PostgreSQL on {} is not running: starting it again",
                            cluster.state().root());
                    cluster.launch();
                }
                pause = WATCH_MILLIS;
            } catch (IOException | Failed e) {
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
                LOG.warn("It did not start, next attempt in {} ms: {}", pause, e.getMessage());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Stops in good order and gives the folder free. A second call does nothing. */
    synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        notifyAll();
        try {
            if (cluster.isRunning()) {
                cluster.halt();
            }
        } catch (IOException | Failed e) {
            throw new DatabaseException(
                    "The database in " + cluster.state().root() + " does not stop: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            cluster.state().close();
        }
        forgetExitHook();
    }

    private void forgetExitHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(exitHook);
        } catch (IllegalStateException e) {
            LOG.debug("stopped by the exit of the process itself");
        }
    }
}
