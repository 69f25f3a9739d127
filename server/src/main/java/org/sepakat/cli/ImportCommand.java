package org.sepakat.cli;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sepakat.db.Database;
import org.sepakat.exchange.folder.CodingFolder;
import org.sepakat.exchange.folder.CodingFolderReader;
import org.sepakat.exchange.folder.Faults;
import org.sepakat.exchange.folder.FolderFiles;
import org.sepakat.exchange.folder.FolderImport;
import org.sepakat.http.World;
import org.sepakat.study.ForeignRound;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a coding folder into a study as one round. Exit status 2 for a folder that is refused, of which nothing is stored. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Imports a coding folder into a study as one round; makes the study if there is none of that name.",
        footer = {"", "The server may be running meanwhile. The folder's form is described in docs/formats.md."})
final class ImportCommand extends OnDatabase {
    private static final int LONGEST_NAME = 200;

    @Parameters(paramLabel = "DIR", description = "The coding folder.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(names = "--study", required = true, paramLabel = "NAME", description = "Name or id of the study.")
    @SuppressWarnings("NullAway.Init")
    private String study;

    @Option(names = "--round", paramLabel = "NAME", description = "Name of the round (the folder's).")
    private @Nullable String round;

    @Option(
            names = "--as",
            paramLabel = "ACCOUNT",
            description = "Who imports: a lead of the study, or its founder (the only operator).")
    private @Nullable String account;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description = "Of the themes' names and descriptions: id or en (${DEFAULT-VALUE}).")
    private Language language = Language.id;

    @Option(names = "--all-reviewed", description = "Every coder looked at everything; coverage.csv is not read.")
    private boolean allReviewed;

    /** As it is typed. */
    enum Language {
        id,
        en
    }

    private record Ready(ForeignRound round, Duration reading) {}

    private @Nullable Ready ready;

    @Override
    public Integer call() throws Exception {
        study = requireName("--study", study);
        try {
            ready = read();
        } catch (Faults faults) {
            printError(faults.getMessage() + "\nNothing was imported.");
            return 2;
        }
        return super.call();
    }

    private static String requireName(String option, String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new UsageException(option + ": a name has 1 to " + LONGEST_NAME + " characters.");
        }
        return name.strip();
    }

    private Ready read() throws Faults {
        long begun = System.nanoTime();
        CodingFolder read = CodingFolderReader.read(FolderFiles.on(folder), allReviewed);
        String name = round == null
                ? String.valueOf(folder.toAbsolutePath().normalize().getFileName())
                : round;
        ForeignRound foreign =
                FolderImport.of(read, new FolderImport.Settings(requireName("--round", name), language == Language.id));
        return new Ready(foreign, Duration.ofNanos(System.nanoTime() - begun));
    }

    @Override
    Future<List<String>> run(Vertx vertx, Database database, Environment environment) {
        Ready now = Objects.requireNonNull(ready);
        return ImportDesk.on(vertx, database, World.real())
                .importRound(account, study, now.round())
                .map(stored -> new ImportSummary(now.round(), stored, now.reading()).lines());
    }
}
