package org.sepakat.exchange.folder;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sepakat.agreement.Ratings;

/**
 * A rating matrix from a file: a row per unit, a column per coder, an empty cell where the coder did not review the unit.
 *
 * @param clusters the transcript of each unit, or null
 */
public record RatingTable(
        Ratings ratings,
        List<String> coders,
        List<String> categories,
        @Nullable List<String> clusters) {
    private static final int MOST_CATEGORIES = 1_000;
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,300}([.][0-9]{1,300})?([eE][-+]?[0-9]{1,3})?");
    private static final Pattern NO_NUMBER =
            Pattern.compile("nan|[-+]?inf(inity)?|#.*[!?/].*", Pattern.CASE_INSENSITIVE);

    /**
     * @param declared categories in their order; empty takes the ones that occur, numbers by size
     * @param clusterColumn names each unit's transcript, or null
     */
    public static RatingTable read(Path path, List<String> declared, @Nullable String clusterColumn) throws Faults {
        CsvTable table = CsvTable.read(path);
        int cluster = clusterColumn == null ? -1 : table.require(clusterColumn);
        int[] columns = IntStream.range(0, table.heading().size())
                .filter(column -> column != cluster)
                .toArray();
        List<String> categories = declared.isEmpty() ? occurring(table, columns) : declared;
        List<Fault> faults = check(table, columns, categories);
        if (cluster >= 0) {
            checkClusters(table, cluster, faults);
        }
        if (!faults.isEmpty()) {
            throw new Faults(faults);
        }
        int[][] cells = new int[table.rows().size()][columns.length];
        for (int unit = 0; unit < cells.length; unit++) {
            for (int coder = 0; coder < columns.length; coder++) {
                String text = table.rows().get(unit).text(columns[coder]).strip();
                cells[unit][coder] = text.isEmpty() ? Ratings.MISSING : categories.indexOf(text);
            }
        }
        List<String> coders =
                IntStream.of(columns).mapToObj(table.heading()::get).toList();
        List<String> clusters = cluster < 0
                ? null
                : table.rows().stream().map(row -> row.text(cluster).strip()).toList();
        return new RatingTable(new Ratings(columns.length, categories.size(), cells), coders, categories, clusters);
    }

    private static List<Fault> check(CsvTable table, int[] columns, List<String> categories) {
        List<Fault> faults = new ArrayList<>();
        if (columns.length < 2) {
            String message = "expected a column for each of at least two coders, found " + columns.length;
            faults.add(new Fault(table.file(), 1, 1, Fault.Kind.TOO_FEW_CODERS, message));
        }
        if (categories.size() < 2) {
            String message =
                    "expected at least two categories, found " + categories + "; declare them all with --categories";
            faults.add(new Fault(table.file(), 1, 1, Fault.Kind.BAD_VALUE, message));
        }
        if (categories.contains("") || Set.copyOf(categories).size() < categories.size()) {
            String message = "expected every category once and none without a name, found " + categories + " declared";
            faults.add(new Fault(table.file(), 1, 1, Fault.Kind.BAD_VALUE, message));
        }
        if (categories.size() > MOST_CATEGORIES) {
            String message = categories.size() + " categories; expected at most " + MOST_CATEGORIES
                    + " (is there a column that holds names or text, not a coder's answers?)";
            faults.add(new Fault(table.file(), 1, 1, Fault.Kind.BAD_VALUE, message));
        }
        if (table.rows().isEmpty()) {
            String message = "expected a row for each unit below the heading, found none";
            faults.add(new Fault(table.file(), 2, 1, Fault.Kind.MALFORMED, message));
        }
        for (CsvTable.Row row : table.rows()) {
            for (int column : columns) {
                String text = row.text(column).strip();
                if (!isCategory(text) || !(text.isEmpty() || categories.contains(text))) {
                    String message =
                            "'" + text + "' is no category; expected one of " + some(categories) + " or nothing";
                    faults.add(table.fault(row, column, Fault.Kind.BAD_VALUE, message));
                }
            }
        }
        return faults;
    }

    private static List<String> some(List<String> categories) {
        return categories.subList(0, Math.min(20, categories.size()));
    }

    private static void checkClusters(CsvTable table, int cluster, List<Fault> faults) {
        for (CsvTable.Row row : table.rows()) {
            if (row.text(cluster).isBlank()) {
                String message = "expected the name of the unit's transcript in column '"
                        + table.heading().get(cluster) + "', found nothing";
                faults.add(table.fault(row, cluster, Fault.Kind.BAD_VALUE, message));
            }
        }
    }

    /** Not what a spreadsheet or a program writes for a number that it does not have, or cannot hold. */
    private static boolean isCategory(String text) {
        boolean isFinite = !NUMBER.matcher(text).matches() || Double.isFinite(Double.parseDouble(text));
        return isFinite && !NO_NUMBER.matcher(text).matches();
    }

    private static List<String> occurring(CsvTable table, int[] columns) {
        Set<String> seen = new TreeSet<>();
        for (CsvTable.Row row : table.rows()) {
            for (int column : columns) {
                seen.add(row.text(column).strip());
            }
        }
        seen.remove("");
        seen.removeIf(text -> !isCategory(text));
        if (seen.size() <= 2 && Set.of("0", "1").containsAll(seen)) {
            return List.of("0", "1");
        }
        boolean areNumbers = seen.stream().allMatch(text -> NUMBER.matcher(text).matches());
        return areNumbers
                ? seen.stream().sorted(Comparator.comparing(BigDecimal::new)).toList()
                : List.copyOf(seen);
    }
}
