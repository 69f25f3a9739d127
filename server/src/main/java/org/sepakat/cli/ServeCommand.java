package org.sepakat.cli;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sepakat.db.Database;
import org.sepakat.http.Site;
import org.sepakat.http.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the server and stays until it is told to end. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Starts the server.",
        footer = {
            "",
            "Settings in the environment:",
            "  SEPAKAT_DATABASE_URL      an external PostgreSQL, as the owner of the tables:",
            "                            postgresql://owner:password@host:port/database",
            "  SEPAKAT_DATABASE_APP_URL  the same as sepakat_app, where the owner may not make that role",
            "  SEPAKAT_PUBLIC_URL        the address people type, such as https://sepakat.example.org;",
            "                            needed behind a proxy and for any host name but localhost",
            "  SEPAKAT_TRUSTED_PROXIES   addresses, with commas, whose X-Forwarded-For is believed",
            "  SEPAKAT_OPS_PER_SECOND    acts that one account may send (20), after a burst of",
            "  SEPAKAT_OPS_BURST         as many at once (100)",
            "  SEPAKAT_SOCKETS_PER_ACCOUNT  pages that one account may have open (10)"
        })
final class ServeCommand implements Callable<Integer> {
    private static final long STOP_SECONDS = 30;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "PORT", description = "Port to listen on (${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            description = "Address to listen on (${DEFAULT-VALUE}: this machine alone).")
    private String address = "127.0.0.1";

    @Option(names = "--data", paramLabel = "DIR", description = "Folder of the embedded database (${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Option(names = "--tls-cert", paramLabel = "FILE", description = "Certificate chain in PEM, for https.")
    private @Nullable Path certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "Private key in PEM.")
    private @Nullable Path key;

    @Option(names = "--demo", description = "Make a demo study, and print one-time links to sign in as its people.")
    private boolean demo;

    @Override
    public Integer call() throws Exception {
        Environment environment = Environment.ofProcess();
        PemKeyCertOptions tls = certificate();
        Site site = environment.site(address, tls != null);
        requireSafeDemo(site);
        Vertx vertx = Node.vertx();
        try {
            serve(vertx, environment, site, tls);
            return 0;
        } catch (Exception failure) {
            vertx.close().await();
            throw failure;
        }
    }

    private void serve(Vertx vertx, Environment environment, Site site, @Nullable PemKeyCertOptions tls) {
        PrintWriter out = spec.commandLine().getOut();
        Database database = Database.start(vertx, environment.database(data)).await();
        database.leaveExitToCaller();
        try {
            database.migrate().await();
            Node node = Node.start(
                            vertx,
                            database,
                            site,
                            World.real(),
                            new Node.Place(address, port, tls, environment.limits()))
                    .recover(failure -> Future.failedFuture(plain(failure)))
                    .await();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(node, database, vertx), "stop"));
            greet(node, database, site, out);
        } catch (RuntimeException failure) {
            database.stop().await();
            throw failure;
        }
    }

    private void greet(Node node, Database database, Site site, PrintWriter out) {
        out.println(database.describe());
        if (!site.isSecure() && !site.loopback()) {
            out.println("Warning: plain http on " + address
                    + ": passwords and transcripts can be read on the way. Use --tls-cert.");
        }
        out.println("Sepakat listens on " + node.url());
        Welcome.lines(node, demo).await().forEach(out::println);
        out.flush();
    }

    private static void stop(Node node, Database database, Vertx vertx) {
        node.stop()
                .eventually(database::stop)
                .eventually(vertx::close)
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(STOP_SECONDS, TimeUnit.SECONDS)
                .exceptionally(late -> null)
                .join();
    }

    private Throwable plain(Throwable failure) {
        return isTaken(failure)
                ? new UsageException("Port " + port + " on " + address
                        + " is taken: end the program that has it, or choose another one with --port.")
                : failure;
    }

    /** The native transport says it in words of its own. */
    private static boolean isTaken(Throwable failure) {
        return failure instanceof BindException
                || String.valueOf(failure.getMessage()).contains("Address already in use");
    }

    private @Nullable PemKeyCertOptions certificate() {
        Path chain = certificate;
        Path secret = key;
        if (chain == null && secret == null) {
            return null;
        }
        if (chain == null || secret == null) {
            throw new UsageException("--tls-cert and --tls-key go together.");
        }
        for (Path file : new Path[] {chain, secret}) {
            if (!Files.isReadable(file)) {
                throw new UsageException(file + " cannot be read.");
            }
        }
        return new PemKeyCertOptions().setCertPath(chain.toString()).setKeyPath(secret.toString());
    }

    /** The demo's links open the door to whoever sees them: on this machine alone. */
    private void requireSafeDemo(Site site) {
        if (demo && (site.publicUrl() != null || !site.loopback())) {
            throw new UsageException(
                    "--demo is for this machine alone: leave out SEPAKAT_PUBLIC_URL and --address, or leave out --demo.");
        }
    }
}
