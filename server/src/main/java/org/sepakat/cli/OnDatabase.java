package org.sepakat.cli;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.sepakat.db.Database;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that opens the database, whether a server runs on it or not, does one thing there, and prints what came of it. */
abstract class OnDatabase implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", description = "Folder of the embedded database (${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Override
    public Integer call() throws Exception {
        Environment environment = Environment.ofProcess();
        Vertx vertx = Node.vertx();
        try {
            print(with(vertx, environment, database -> run(vertx, database, environment)));
            return 0;
        } finally {
            vertx.close().await();
        }
    }

    private <T> T with(Vertx vertx, Environment environment, Function<Database, Future<T>> work) {
        Database database =
                Database.startOrJoin(vertx, environment.database(data)).await();
        return database.migrate()
                .compose(version -> work.apply(database))
                .eventually(database::stop)
                .await();
    }

    private void print(List<String> lines) {
        PrintWriter out = spec.commandLine().getOut();
        lines.forEach(out::println);
        out.flush();
    }

    void printError(String text) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(text);
        err.flush();
    }

    abstract Future<List<String>> run(Vertx vertx, Database database, Environment environment);
}
