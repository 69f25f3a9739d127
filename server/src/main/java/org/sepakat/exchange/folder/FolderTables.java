package org.sepakat.exchange.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sepakat.exchange.folder.Fault.Kind;

/**
 * The tables of a coding folder, each with the columns that it needs. Whatever is missing or malformed is reported together, so that nobody mends a folder
 * file by file.
 *
 * @param coverage null where every coder looked at everything
 */
record FolderTables(
        CsvTable codebook, CsvTable codings, @Nullable CsvTable coverage) {
    static final String CODEBOOK = "codebook.csv";
    static final String CODINGS = "codings.csv";
    static final String COVERAGE = "coverage.csv";

    private static final CsvTable NONE = new CsvTable("", List.of(), List.of());

    static FolderTables open(FolderFiles folder, boolean allReviewed, boolean hasTranscripts) throws Faults {
        var faults = new ArrayList<Fault>();
        if (!hasTranscripts) {
            faults.add(new Fault(
                    "transcripts/", 0, 0, Kind.MISSING_FILE, "expected transcripts/*.txt or *.vtt, found none"));
        }
        CsvTable codebook = open(folder, CODEBOOK, List.of("theme"), faults);
        CsvTable codings = open(folder, CODINGS, List.of("transcript", "coder", "theme"), faults);
        CsvTable coverage = allReviewed ? null : open(folder, COVERAGE, List.of("transcript", "unit", "coder"), faults);
        if (!faults.isEmpty()) {
            throw new Faults(faults);
        }
        return new FolderTables(codebook, codings, coverage);
    }

    private static CsvTable open(FolderFiles folder, String name, List<String> columns, List<Fault> faults) {
        try {
            CsvTable table = CsvTable.read(folder, name);
            for (String column : columns) {
                table.require(column);
            }
            if (name.equals(CODINGS) && table.find("unit") < 0) {
                table.require("start");
                table.require("end");
            }
            return table;
        } catch (Faults found) {
            faults.addAll(found.list());
            return NONE;
        }
    }

    static Set<String> read(boolean allReviewed) {
        return allReviewed ? Set.of(CODEBOOK, CODINGS) : Set.of(CODEBOOK, CODINGS, COVERAGE);
    }
}
