package org.sepakat.exchange.folder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
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
    private static final Set<String> NO_CATEGORIES = Set.of("nan", "inf", "-inf", "+inf", "infinity", "-infinity");

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
                : table.rows().stream().map(row -> row.text(cluster)).toList();
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
        if (Set.copyOf(categories).size() < categories.size()) {
            String message = "expected every category once, found " + categories + " declared";
            faults.add(new Fault(table.file(), 1, 1, Fault.Kind.BAD_VALUE, message));
        }
        for (CsvTable.Row row : table.rows()) {
            for (int column : columns) {
                String text = row.text(column).strip();
                boolean isNumberless = NO_CATEGORIES.contains(text.toLowerCase(Locale.ROOT));
                if (isNumberless || !(text.isEmpty() || categories.contains(text))) {
                    String message = "'" + text + "' is no category; expected one of " + categories + " or nothing";
                    faults.add(table.fault(row, column, Fault.Kind.BAD_VALUE, message));
                }
            }
        }
        return faults;
    }

    private static List<String> occurring(CsvTable table, int[] columns) {
        Set<String> seen = new TreeSet<>();
        for (CsvTable.Row row : table.rows()) {
            for (int column : columns) {
                seen.add(row.text(column).strip());
            }
        }
        seen.remove("");
        seen.removeIf(text -> NO_CATEGORIES.contains(text.toLowerCase(Locale.ROOT)));
        if (seen.size() <= 2 && Set.of("0", "1").containsAll(seen)) {
            return List.of("0", "1");
        }
        boolean areNumbers = seen.stream().allMatch(text -> text.matches("-?[0-9]{1,15}"));
        return areNumbers
                ? seen.stream()
                        .sorted(Comparator.comparingLong(Long::parseLong))
                        .toList()
                : List.copyOf(seen);
    }
}
