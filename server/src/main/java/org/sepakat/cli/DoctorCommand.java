package org.sepakat.cli;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.sepakat.db.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says whether the server could start here, and what is in the way. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "Checks Java, the data folder, the database's settings and the port. Starts the database for it, and stops it again.")
final class DoctorCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "PORT", description = "Port of the server (${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(names = "--address", paramLabel = "ADDRESS", description = "Address of the server (${DEFAULT-VALUE}).")
    private String address = "127.0.0.1";

    @Option(names = "--data", paramLabel = "DIR", description = "Folder of the embedded database (${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    private int faults;

    @Override
    public Integer call() {
        check(
                "Java",
                () -> Runtime.version() + " on " + System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        check("Settings", () -> {
            Environment environment = Environment.ofProcess();
            String url = environment.publicUrl();
            return (url == null ? "this machine alone" : url) + ", "
                    + (environment.hasExternalDatabase() ? "external database" : "embedded database");
        });
        check("Data folder", this::folder);
        check("Port", this::port);
        check("Database", this::database);
        return faults == 0 ? 0 : 1;
    }

    private void check(String what, Callable<String> checking) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            out.printf("ok      %-12s %s%n", what, checking.call());
        } catch (Exception fault) {
            faults++;
            out.printf("FAULT   %-12s %s%n", what, Failures.sentence(fault));
        }
        out.flush();
    }

    private String folder() throws IOException {
        Path existing = data.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        if (!Files.isWritable(existing)) {
            throw new IOException(existing + " is not writable: choose another folder with --data.");
        }
        return data.toAbsolutePath() + ", " + Files.getFileStore(existing).getUsableSpace() / (1 << 20) + " MiB free";
    }

    private String port() throws IOException {
        try (var socket = new ServerSocket(port, 1, InetAddress.getByName(address))) {
            return socket.getLocalPort() + " on " + address + " is free";
        } catch (IOException taken) {
            throw new IOException(
                    "Port " + port + " on " + address + " cannot be had: " + taken.getMessage() + ".", taken);
        }
    }

    private String database() {
        Vertx vertx = Node.vertx();
        try {
            Database database = Database.start(vertx, Environment.ofProcess().database(data))
                    .await();
            int version = database.migrate().eventually(database::stop).await();
            return database.describe() + ", tables of version " + version;
        } finally {
            vertx.close().await();
        }
    }
}
