package org.sepakat.exchange.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comma-separated file, UTF-8, with a heading line (RFC 4180: quotes around what holds a comma, a quote or a line break). Every row has as
 * many cells as the heading. Semicolons or tabs will do, if the heading has them and no comma.
 *
 * @param file name for messages
 */
public record CsvTable(String file, List<String> heading, List<Row> rows) {
    private static final int MOST_COLUMNS = 1_000;

    /** @param line where the row begins, from 1 */
    public record Row(int line, List<Cell> cells) {
        public String text(int column) {
            return cells.get(column).text();
        }
    }

    /** @param column where the cell begins in its line, in characters from 1 */
    public record Cell(int column, String text) {}

    public static CsvTable read(Path path) throws Faults {
        String name = String.valueOf(path.getFileName());
        try {
            byte[] bytes = Files.isRegularFile(path) ? Files.readAllBytes(path) : null;
            return read(name, bytes, path.toString());
        } catch (IOException e) {
            throw new Faults(List.of(new Fault(name, 0, 0, Fault.Kind.MISSING_FILE, "cannot be read: " + e)));
        }
    }

    /** A table of a coding folder. */
    static CsvTable read(FolderFiles files, String name) throws Faults {
        return read(name, files.find(name), files.name() + "/" + name);
    }

    private static CsvTable read(String name, byte @Nullable [] bytes, String place) throws Faults {
        if (bytes == null) {
            throw new Faults(List.of(new Fault(name, 0, 0, Fault.Kind.MISSING_FILE, "the file is missing: " + place)));
        }
        try {
            return parse(
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException e) {
            throw new Faults(List.of(new Fault(name, 0, 0, Fault.Kind.MALFORMED, "expected text in UTF-8")));
        }
    }

    static CsvTable parse(String file, String text) throws Faults {
        CsvParser parser = new CsvParser(file, text.startsWith("\uFEFF") ? text.substring(1) : text);
        List<Row> rows = parser.rows();
        if (rows.isEmpty()) {
            throw malformed(file, 1, 1, "the file is empty; expected a heading line");
        }
        List<String> heading =
                rows.get(0).cells().stream().map(cell -> cell.text().strip()).toList();
        requireHeading(file, heading, rows.get(0));
        List<Fault> faults = new ArrayList<>();
        for (Row row : rows.subList(1, rows.size())) {
            if (row.cells().size() != heading.size()) {
                int column = row.cells()
                        .get(Math.min(heading.size(), row.cells().size()) - 1)
                        .column();
                String message = "expected " + heading.size() + " cells as in the heading, parted by "
                        + word(parser.separator()) + ", found " + row.cells().size();
                faults.add(new Fault(file, row.line(), column, Fault.Kind.MALFORMED, message));
            }
        }
        if (!faults.isEmpty()) {
            throw new Faults(faults);
        }
        return new CsvTable(file, heading, List.copyOf(rows.subList(1, rows.size())));
    }

    static String word(char separator) {
        return separator == ',' ? "a comma" : separator == ';' ? "a semicolon" : "a tab";
    }

    private static void requireHeading(String file, List<String> heading, Row row) throws Faults {
        if (heading.size() > MOST_COLUMNS) {
            throw malformed(file, 1, 1, heading.size() + " columns; expected at most " + MOST_COLUMNS);
        }
        for (int column = 0; column < heading.size(); column++) {
            String name = heading.get(column);
            int before = heading.indexOf(name);
            if (name.isEmpty() || before < column) {
                String found = name.isEmpty() ? "one without" : "'" + name + "' again, as in column " + (before + 1);
                int place = row.cells().get(column).column();
                throw malformed(
                        file, row.line(), place, "expected every column to have a name of its own, found " + found);
            }
        }
    }

    private static Faults malformed(String file, int line, int column, String message) {
        return new Faults(List.of(new Fault(file, line, column, Fault.Kind.MALFORMED, message)));
    }

    /** The place of a column, or -1. */
    public int find(String column) {
        return heading.indexOf(column);
    }

    public int require(String column) throws Faults {
        int index = find(column);
        if (index < 0) {
            throw malformed(file, 1, 1, "expected a column '" + column + "', found " + heading);
        }
        return index;
    }

    public Fault fault(Row row, int column, Fault.Kind kind, String message) {
        return new Fault(file, row.line(), row.cells().get(column).column(), kind, message);
    }
}
