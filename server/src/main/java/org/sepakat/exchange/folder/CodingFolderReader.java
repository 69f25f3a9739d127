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

    private final FolderFiles folder;
    private final boolean allReviewed;
    private final List<Fault> faults = new ArrayList<>();
    private final Names names = new Names(faults);
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
        var read = new HashSet<>(FolderTables.read(allReviewed));
        transcriptFiles(folder).values().forEach(read::addAll);
        return folder.paths().stream().filter(path -> !read.contains(path)).toList();
    }

    private CodingFolder read() throws Faults {
        Map<String, List<String>> files = transcriptFiles(folder);
        FolderTables tables = FolderTables.open(folder, allReviewed, !files.isEmpty());
        readTranscripts(files);
        readCodebook(tables.codebook());
        if (tables.coverage() != null) {
            readCoverage(tables.coverage());
        }
        List<FolderCoding> codings = readCodings(tables.codings());
        if (allReviewed) {
            reviewAll();
        }
        if (coders.size() < 2) {
            String message = "expected at least two coders, found " + coders;
            faults.add(new Fault(FolderTables.CODINGS, 0, 0, Fault.Kind.TOO_FEW_CODERS, message));
        }
        if (!faults.isEmpty()) {
            throw new Faults(faults);
        }
        return new CodingFolder(transcripts, List.copyOf(themes.values()), List.copyOf(coders), codings, reviewed);
    }

    /** What cannot be read would have every row about it refused as well. */
    private void readTranscripts(Map<String, List<String>> files) throws Faults {
        files.forEach(this::readTranscript);
        if (!faults.isEmpty()) {
            throw new Faults(faults);
        }
    }

    /** The files of each transcript by name; where there are both, the texts and not the subtitles. One is expected. */
    private static Map<String, List<String>> transcriptFiles(FolderFiles folder) {
        var files = new TreeMap<String, List<String>>();
        for (String ending : List.of(".vtt", ".txt")) {
            var ofThisKind = new TreeMap<String, List<String>>();
            folder.paths().stream()
                    .filter(path -> path.startsWith(TRANSCRIPTS) && path.endsWith(ending))
                    .filter(path -> path.indexOf('/', TRANSCRIPTS.length()) < 0)
                    .forEach(path -> ofThisKind
                            .computeIfAbsent(Names.of(stem(path)), name -> new ArrayList<>())
                            .add(path));
            files.putAll(ofThisKind);
        }
        return files;
    }

    private static String stem(String path) {
        return path.substring(TRANSCRIPTS.length(), path.length() - ".txt".length());
    }

    private void readTranscript(String transcript, List<String> paths) {
        String path = paths.get(0);
        names.checkFile(path, transcript);
        if (paths.size() > 1) {
            String message = "'" + path + "' and '" + paths.get(1) + "' are transcripts of one name";
            faults.add(new Fault(paths.get(1), 0, 0, Fault.Kind.DUPLICATE_ROW, message));
        }
        readTranscript(transcript, path);
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
            faults.add(new Fault(path, 0, 0, Fault.Kind.MALFORMED, message));
        }
    }

    private void readCodebook(CsvTable table) {
        int theme = table.find("theme");
        for (CsvTable.Row row : table.rows()) {
            String name = names.read(table, row, theme);
            if (name.isEmpty()) {
                faults.add(table.fault(row, theme, Fault.Kind.BAD_VALUE, "expected the name of a theme"));
                continue;
            }
            FolderTheme read = new FolderTheme(
                    name,
                    names.read(table, row, table.find("parent")),
                    names.read(table, row, table.find("exclusive_group")),
                    speakers(names.readText(table, row, table.find("applies_to_speaker"))),
                    names.readText(table, row, table.find("description")),
                    new Line(table, row));
            FolderTheme before = themes.putIfAbsent(name, read);
            if (before != null) {
                String message = "theme '" + name + "' stands there twice, first in line "
                        + before.line().number();
                faults.add(table.fault(row, theme, Fault.Kind.DUPLICATE_ROW, message));
            }
        }
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

    private void readCoverage(CsvTable table) {
        int unit = table.find("unit");
        int coder = table.find("coder");
        var lines = new HashMap<List<Object>, Integer>();
        for (CsvTable.Row row : table.rows()) {
            String transcript = names.read(table, row, table.find("transcript"));
            int segment = segment(table, row, transcript, unit);
            if (segment >= 0 && isCoder(table, row, coder)) {
                String name = names.read(table, row, coder);
                reviewedBy(transcript, name).add(segment);
                checkOnce(lines, List.of(transcript, name, segment), table, row, unit);
            }
        }
    }

    private boolean checkOnce(
            Map<List<Object>, Integer> lines, List<Object> what, CsvTable table, CsvTable.Row row, int column) {
        Integer before = lines.putIfAbsent(what, row.line());
        if (before != null) {
            String message = "this row stands there twice, first in line " + before;
            faults.add(table.fault(row, column, Fault.Kind.DUPLICATE_ROW, message));
        }
        return before == null;
    }

    private Set<Integer> reviewedBy(String transcript, String coder) {
        coders.add(coder);
        return reviewed.computeIfAbsent(transcript, t -> new TreeMap<>()).computeIfAbsent(coder, c -> new TreeSet<>());
    }

    private boolean isCoder(CsvTable table, CsvTable.Row row, int coder) {
        if (names.read(table, row, coder).isEmpty()) {
            faults.add(table.fault(row, coder, Fault.Kind.BAD_VALUE, "expected the name of a coder"));
            return false;
        }
        return true;
    }

    /** The base segment a row names, from 0; -1 after noting a fault. */
    private int segment(CsvTable table, CsvTable.Row row, String transcript, int unit) {
        TranscriptText text = transcripts.get(transcript);
        if (text == null) {
            addUnknownTranscript(table, row, transcript);
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

    private void addUnknownTranscript(CsvTable table, CsvTable.Row row, String transcript) {
        String message = "no transcript '" + transcript + "' in transcripts/";
        faults.add(table.fault(row, table.find("transcript"), Fault.Kind.UNKNOWN_TRANSCRIPT, message));
    }

    /** A whole number from 0 up to nine digits; -1 for anything else. */
    private static int number(String cell) {
        return cell.strip().matches("[0-9]{1,9}") ? Integer.parseInt(cell.strip()) : -1;
    }

    private List<FolderCoding> readCodings(CsvTable table) {
        int coder = table.find("coder");
        int theme = table.find("theme");
        List<FolderCoding> codings = new ArrayList<>();
        var lines = new HashMap<List<Object>, Integer>();
        for (CsvTable.Row row : table.rows()) {
            String transcript = names.read(table, row, table.find("transcript"));
            Span span = place(table, row, transcript);
            boolean isTheme = isTheme(table, row, theme);
            boolean isCoder = isCoder(table, row, coder) && hasCoverage(table, row, coder);
            if (span == null || !isTheme || !isCoder) {
                continue;
            }
            FolderCoding coding = new FolderCoding(
                    transcript,
                    names.read(table, row, coder),
                    names.read(table, row, theme),
                    span,
                    new Line(table, row));
            var what = List.<Object>of(coding.transcript(), coding.coder(), coding.theme(), span);
            if (checkOnce(lines, what, table, row, theme) && !isCovered(coding)) {
                String message = coding.coder() + " did not cover this place, so nothing can be coded there";
                faults.add(table.fault(row, coder, Fault.Kind.OUTSIDE_COVERAGE, message));
            }
            codings.add(coding);
        }
        return codings;
    }

    private boolean isTheme(CsvTable table, CsvTable.Row row, int theme) {
        boolean isKnown = themes.containsKey(names.read(table, row, theme));
        if (!isKnown) {
            String message = "theme '" + row.text(theme) + "' is not in codebook.csv";
            faults.add(table.fault(row, theme, Fault.Kind.UNKNOWN_THEME, message));
        }
        return isKnown;
    }

    private boolean hasCoverage(CsvTable table, CsvTable.Row row, int coder) {
        String name = names.read(table, row, coder);
        if (allReviewed) {
            coders.add(name);
            return true;
        }
        boolean isCovered = coders.contains(name);
        if (!isCovered) {
            String message = "coder '" + name + "' has no row in coverage.csv";
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
    private @Nullable Span place(CsvTable table, CsvTable.Row row, String transcript) {
        int unit = table.find("unit");
        int start = table.find("start");
        int end = table.find("end");
        if (unit >= 0 && (start < 0 || end < 0 || !row.text(unit).isBlank())) {
            int segment = segment(table, row, transcript, unit);
            TranscriptText text = transcripts.get(transcript);
            return segment < 0 || text == null
                    ? null
                    : text.segments().get(segment).span();
        }
        CodePoints offsets = points.get(transcript);
        if (offsets == null) {
            addUnknownTranscript(table, row, transcript);
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
