package org.sepakat.exchange.folder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sepakat.exchange.Reading;
import org.sepakat.exchange.TxtReader;
import org.sepakat.exchange.WebVttReader;
import org.sepakat.exchange.folder.CodingFolder.FolderCoding;
import org.sepakat.exchange.folder.CodingFolder.FolderTheme;
import org.sepakat.text.CodePoints;
import org.sepakat.text.Span;
import org.sepakat.text.TranscriptText;

/** Reads a coding folder, file by file; what is wrong is gathered, and any fault at the end refuses the whole. */
public final class CodingFolderReader {
    private static final String TRANSCRIPTS = "transcripts/";
    private static final String CODEBOOK = "codebook.csv";
    private static final String CODINGS = "codings.csv";
    private static final String COVERAGE = "coverage.csv";

    private final FolderFiles folder;
    private final boolean allReviewed;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, TranscriptText> transcripts = new TreeMap<>();
    private final Map<String, CodePoints> points = new HashMap<>();
    private final Map<String, FolderTheme> themes = new LinkedHashMap<>();
    private final Map<String, Map<String, Set<Integer>>> reviewed = new TreeMap<>();
    private final Set<String> coders = new TreeSet<>();

    private CodingFolderReader(FolderFiles folder, boolean allReviewed) {
        this.folder = folder;
        this.allReviewed = allReviewed;
    }

    /** @param allReviewed every coder looked at everything, so that {@code coverage.csv} may be missing */
    public static CodingFolder read(Path folder, boolean allReviewed) throws Faults {
        return read(FolderFiles.on(folder), allReviewed);
    }

    public static CodingFolder read(FolderFiles folder, boolean allReviewed) throws Faults {
        return new CodingFolderReader(folder, allReviewed).read();
    }

    /** The files of a folder that are not read: those of other kinds, and subtitles of a transcript that is there as text. */
    public static List<String> unread(FolderFiles folder, boolean allReviewed) {
        var read = new HashSet<>(transcriptFiles(folder).values());
        read.addAll(List.of(CODEBOOK, CODINGS));
        if (!allReviewed) {
            read.add(COVERAGE);
        }
        return folder.paths().stream().filter(path -> !read.contains(path)).toList();
    }

    private CodingFolder read() throws Faults {
        readTranscripts();
        readCodebook();
        if (!allReviewed) {
            readCoverage();
        }
        List<FolderCoding> codings = readCodings();
        if (allReviewed) {
            reviewAll();
        }
        if (coders.size() < 2) {
            fault(CODINGS, Fault.Kind.TOO_FEW_CODERS, "expected at least two coders, found " + coders);
        }
        if (!faults.isEmpty()) {
            throw new Faults(faults);
        }
        return new CodingFolder(transcripts, List.copyOf(themes.values()), List.copyOf(coders), codings, reviewed);
    }

    private void fault(String file, Fault.Kind kind, String message) {
        faults.add(new Fault(file, 0, 0, kind, message));
    }

    private void readTranscripts() throws Faults {
        transcriptFiles(folder).forEach(this::readTranscript);
        if (transcripts.isEmpty() && faults.isEmpty()) {
            fault(folder.name(), Fault.Kind.MISSING_FILE, "expected transcripts/*.txt or *.vtt, found none");
        }
        if (!faults.isEmpty()) {
            throw new Faults(faults);
        }
    }

    /** The file of each transcript by name; where there are both, the text and not the subtitles. */
    private static Map<String, String> transcriptFiles(FolderFiles folder) {
        var files = new TreeMap<String, String>();
        for (String ending : List.of(".vtt", ".txt")) {
            folder.paths().stream()
                    .filter(path -> path.startsWith(TRANSCRIPTS) && path.endsWith(ending))
                    .filter(path -> path.indexOf('/', TRANSCRIPTS.length()) < 0)
                    .forEach(path ->
                            files.put(path.substring(TRANSCRIPTS.length(), path.length() - ending.length()), path));
        }
        return files;
    }

    /** Cuts the text into the same base segments as an import into a study does. */
    private void readTranscript(String transcript, String path) {
        byte[] bytes = Objects.requireNonNull(folder.find(path));
        Reading reading = path.endsWith(".vtt") ? WebVttReader.read(bytes) : TxtReader.read(bytes);
        if (reading instanceof Reading.Read read) {
            transcripts.put(transcript, read.text());
            points.put(transcript, new CodePoints(read.text().text()));
        } else {
            String message = ((Reading.Unreadable) reading).refusal().message();
            fault(path.substring(TRANSCRIPTS.length()), Fault.Kind.MALFORMED, message);
        }
    }

    private void readCodebook() throws Faults {
        CsvTable table = CsvTable.read(folder, CODEBOOK);
        int theme = table.require("theme");
        for (CsvTable.Row row : table.rows()) {
            String name = row.text(theme).strip();
            if (name.isEmpty()) {
                faults.add(table.fault(row, theme, Fault.Kind.BAD_VALUE, "expected the name of a theme"));
                continue;
            }
            FolderTheme read = new FolderTheme(
                    name,
                    optional(table, row, "parent"),
                    optional(table, row, "exclusive_group"),
                    speakers(optional(table, row, "applies_to_speaker")),
                    optional(table, row, "description"));
            if (themes.put(name, read) != null) {
                faults.add(
                        table.fault(row, theme, Fault.Kind.DUPLICATE_ROW, "theme '" + name + "' stands there twice"));
            }
        }
    }

    private static String optional(CsvTable table, CsvTable.Row row, String column) {
        return table.find(column) < 0 ? "" : row.text(table.find(column)).strip();
    }

    private static Set<String> speakers(String cell) {
        Set<String> speakers = new LinkedHashSet<>();
        for (String speaker : cell.split(";", -1)) {
            if (!speaker.isBlank()) {
                speakers.add(speaker.strip());
            }
        }
        return speakers;
    }

    private void readCoverage() throws Faults {
        CsvTable table = CsvTable.read(folder, COVERAGE);
        int transcript = table.require("transcript");
        int unit = table.require("unit");
        int coder = table.require("coder");
        for (CsvTable.Row row : table.rows()) {
            String name = row.text(transcript);
            int segment = segment(table, row, name, transcript, unit);
            if (segment >= 0 && isCoder(table, row, coder)) {
                Set<Integer> seen = reviewedBy(name, row.text(coder));
                if (!seen.add(segment)) {
                    faults.add(table.fault(row, unit, Fault.Kind.DUPLICATE_ROW, "this row stands there twice"));
                }
            }
        }
    }

    private Set<Integer> reviewedBy(String transcript, String coder) {
        coders.add(coder);
        return reviewed.computeIfAbsent(transcript, t -> new TreeMap<>()).computeIfAbsent(coder, c -> new TreeSet<>());
    }

    private boolean isCoder(CsvTable table, CsvTable.Row row, int coder) {
        if (row.text(coder).isBlank()) {
            faults.add(table.fault(row, coder, Fault.Kind.BAD_VALUE, "expected the name of a coder"));
            return false;
        }
        return true;
    }

    /** The base segment a row names, from 0; -1 after noting a fault. */
    private int segment(CsvTable table, CsvTable.Row row, String name, int transcript, int unit) {
        TranscriptText text = transcripts.get(name);
        if (text == null) {
            String message = "no transcript '" + name + "' in transcripts/";
            faults.add(table.fault(row, transcript, Fault.Kind.UNKNOWN_TRANSCRIPT, message));
            return -1;
        }
        int number = number(row.text(unit));
        if (number < 1 || number > text.segments().size()) {
            String message = "expected a unit from 1 to " + text.segments().size() + ", found '" + row.text(unit) + "'";
            faults.add(table.fault(row, unit, Fault.Kind.UNIT_OUT_OF_RANGE, message));
            return -1;
        }
        return number - 1;
    }

    /** A whole number from 0 up to nine digits; -1 for anything else. */
    private static int number(String cell) {
        return cell.strip().matches("[0-9]{1,9}") ? Integer.parseInt(cell.strip()) : -1;
    }

    private List<FolderCoding> readCodings() throws Faults {
        CsvTable table = CsvTable.read(folder, CODINGS);
        int transcript = table.require("transcript");
        int coder = table.require("coder");
        int theme = table.require("theme");
        List<FolderCoding> codings = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (CsvTable.Row row : table.rows()) {
            Span span = place(table, row, transcript);
            boolean isTheme = isTheme(table, row, theme);
            boolean isCoder = isCoder(table, row, coder) && hasCoverage(table, row, coder);
            if (span == null || !isTheme || !isCoder) {
                continue;
            }
            FolderCoding coding = new FolderCoding(
                    row.text(transcript), row.text(coder), row.text(theme).strip(), span, row.line());
            if (!seen.add(List.of(coding.transcript(), coding.coder(), coding.theme(), span))) {
                faults.add(table.fault(row, theme, Fault.Kind.DUPLICATE_ROW, "this row stands there twice"));
            } else if (!isCovered(coding)) {
                String message = coding.coder() + " did not cover this place, so nothing can be coded there";
                faults.add(table.fault(row, coder, Fault.Kind.OUTSIDE_COVERAGE, message));
            }
            codings.add(coding);
        }
        return codings;
    }

    private boolean isTheme(CsvTable table, CsvTable.Row row, int theme) {
        boolean isKnown = themes.containsKey(row.text(theme).strip());
        if (!isKnown) {
            String message = "theme '" + row.text(theme) + "' is not in codebook.csv";
            faults.add(table.fault(row, theme, Fault.Kind.UNKNOWN_THEME, message));
        }
        return isKnown;
    }

    private boolean hasCoverage(CsvTable table, CsvTable.Row row, int coder) {
        if (allReviewed) {
            coders.add(row.text(coder));
            return true;
        }
        boolean isCovered = coders.contains(row.text(coder));
        if (!isCovered) {
            String message = "coder '" + row.text(coder) + "' has no row in coverage.csv";
            faults.add(table.fault(row, coder, Fault.Kind.CODER_WITHOUT_COVERAGE, message));
        }
        return isCovered;
    }

    private boolean isCovered(FolderCoding coding) {
        if (allReviewed) {
            return true;
        }
        TranscriptText text = transcripts.getOrDefault(coding.transcript(), new TranscriptText("", List.of()));
        Set<Integer> seen = reviewed.getOrDefault(coding.transcript(), Map.of()).getOrDefault(coding.coder(), Set.of());
        return text.segmentsIn(coding.span()).allMatch(seen::contains);
    }

    /** Where a coding lies: the {@code unit} column, or {@code start} and {@code end} in code points, half open. */
    private @Nullable Span place(CsvTable table, CsvTable.Row row, int transcript) throws Faults {
        if (table.find("unit") >= 0 && !row.text(table.find("unit")).isBlank()) {
            String name = row.text(transcript);
            int segment = segment(table, row, name, transcript, table.find("unit"));
            TranscriptText text = transcripts.get(name);
            return segment < 0 || text == null
                    ? null
                    : text.segments().get(segment).span();
        }
        int start = table.require("start");
        int end = table.require("end");
        CodePoints offsets = points.get(row.text(transcript));
        if (offsets == null) {
            String message = "no transcript '" + row.text(transcript) + "' in transcripts/";
            faults.add(table.fault(row, transcript, Fault.Kind.UNKNOWN_TRANSCRIPT, message));
            return null;
        }
        int from = number(row.text(start));
        int to = number(row.text(end));
        if (from < 0 || to <= from || to > offsets.length()) {
            String message = "expected 0 <= start < end <= " + offsets.length() + ", found '" + row.text(start)
                    + "' and '" + row.text(end) + "'";
            faults.add(table.fault(row, start, Fault.Kind.UNIT_OUT_OF_RANGE, message));
            return null;
        }
        return new Span(offsets.toUtf16(from), offsets.toUtf16(to));
    }

    private void reviewAll() {
        transcripts.forEach((name, text) -> coders.forEach(coder -> {
            Set<Integer> seen = reviewedBy(name, coder);
            for (int i = 0; i < text.segments().size(); i++) {
                seen.add(i);
            }
        }));
    }
}
