package org.sepakat.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sepakat.agreement.figures.CodedRound;
import org.sepakat.agreement.figures.CountedRound;
import org.sepakat.agreement.figures.CountedRound.Question;
import org.sepakat.agreement.figures.RatingsFigures;
import org.sepakat.agreement.figures.Resampling;
import org.sepakat.agreement.figures.RoundFigures;
import org.sepakat.agreement.scale.BenchmarkScale;
import org.sepakat.exchange.folder.CodingFolder;
import org.sepakat.exchange.folder.CodingFolderReader;
import org.sepakat.exchange.folder.Faults;
import org.sepakat.exchange.folder.RatingTable;
import org.sepakat.text.CoverageRule;
import org.sepakat.text.UnitOfAnalysis;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Agreement figures without a server, from coding folders or rating matrices. Exit status 2 for input that is refused. */
@Command(
        name = "agreement",
        mixinStandardHelpOptions = true,
        description = "Agreement figures of coding folders, or with --ratings of rating matrices.")
public final class AgreementCommand implements Callable<Integer> {
    private static final int REFUSED = 2;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "DIR|FILE", description = "Coding folders; with --ratings, CSV files.")
    private List<Path> inputs = new ArrayList<>();

    @Option(
            names = "--ratings",
            description = "Inputs are matrices: a row per unit, a column per coder, empty = missing.")
    private boolean areRatings;

    @Option(names = "--categories", split = ",", description = "Categories of --ratings in their order.")
    private List<String> categories = new ArrayList<>();

    @Option(names = "--clusters", paramLabel = "COLUMN", description = "Column of --ratings that names the transcript.")
    private @Nullable String clusters;

    @Option(
            names = "--unit",
            description = "turn, paragraph, sentence, token, character or window:N (${DEFAULT-VALUE}).")
    private String unit = "turn";

    @Option(names = "--rule", description = "any, half or share:X (${DEFAULT-VALUE}).")
    private String rule = "any";

    @Option(names = "--scope", description = "theme: the units a theme applies to; all: every unit (${DEFAULT-VALUE}).")
    private String scope = "theme";

    @Option(
            names = "--interval",
            description = "Shown in the table: jackknife or bootstrap over transcripts, analytic or none"
                    + " (${DEFAULT-VALUE}). With bootstrap, 2,000 resamples are drawn, for --json too.")
    private String interval = "jackknife";

    @Option(
            names = "--seed",
            description = "Of the bootstrap; the same seed gives the same intervals (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--scale",
            description =
                    "Words for kappa and alpha, by landis-koch, fleiss, altman, cicchetti, mchugh or krippendorff: the best class"
                            + " reached with a probability of .95. None is preset; their authors call the bounds arbitrary.")
    private @Nullable String scale;

    @Option(names = "--rollup", description = "A coding of a sub-theme counts for the themes above it as well.")
    private boolean rollsUp;

    @Option(names = "--all-reviewed", description = "Every coder looked at everything; coverage.csv is not read.")
    private boolean allReviewed;

    @Option(names = "--json", description = "One JSON object per input; an array with --ratings or several folders.")
    private boolean asJson;

    @Override
    public Integer call() throws JsonProcessingException {
        try {
            requireOneOf("--scope", scope, List.of("theme", "all"));
            requireOneOf("--interval", interval, List.of("jackknife", "bootstrap", "analytic", "none"));
            return figures(new Question(UnitOfAnalysis.parse(unit), CoverageRule.parse(rule), scope.equals("all")));
        } catch (IllegalArgumentException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return REFUSED;
        }
    }

    /** Inputs that are refused are told of one by one; the others' figures come out all the same. */
    private int figures(Question question) throws JsonProcessingException {
        List<Map<String, @Nullable Object>> results = new ArrayList<>();
        Verdicts verdicts = scale == null ? null : new Verdicts(BenchmarkScale.parse(scale));
        for (Path input : inputs) {
            try {
                results.add(areRatings ? ratings(input) : folder(input, question));
            } catch (Faults e) {
                String whose = inputs.size() > 1 ? input + ": refused\n" : "";
                spec.commandLine().getErr().println(whose + e.getMessage());
            }
        }
        if (verdicts != null) {
            results.forEach(verdicts::into);
        }
        print(results);
        return results.size() == inputs.size() ? 0 : REFUSED;
    }

    private void print(List<Map<String, @Nullable Object>> results) throws JsonProcessingException {
        PrintWriter out = spec.commandLine().getOut();
        if (!asJson) {
            results.forEach(result -> new FigureTable(interval).print(result, out));
        } else if (!results.isEmpty()) {
            Object document = areRatings || inputs.size() > 1 ? results : results.get(0);
            out.println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(document));
        }
        out.flush();
    }

    private static void requireOneOf(String option, String value, List<String> allowed) {
        if (!allowed.contains(value)) {
            throw new IllegalArgumentException(option + " '" + value + "': expected one of " + allowed);
        }
    }

    private Map<String, @Nullable Object> ratings(Path file) throws Faults {
        RatingTable table = RatingTable.read(file, categories, clusters);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("file", file.toString());
        json.putAll(RatingsFigures.toJson(
                table.ratings(), table.coders(), table.categories(), table.clusters(), resampling()));
        return json;
    }

    private Map<String, @Nullable Object> folder(Path folder, Question question) throws Faults {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("file", folder.toString());
        CodingFolder read = CodingFolderReader.read(folder, allReviewed);
        CodedRound round = rollsUp ? read.rolledUp() : read.coded();
        json.putAll(RoundFigures.toJson(new CountedRound(round, question), resampling()));
        return json;
    }

    private Resampling resampling() {
        return interval.equals("bootstrap") ? new Resampling(seed) : Resampling.JACKKNIFE;
    }
}
