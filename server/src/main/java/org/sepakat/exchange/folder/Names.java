package org.sepakat.exchange.folder;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sepakat.exchange.folder.Fault.Kind;

/**
 * Names as they are meant: without blanks around them, and composed (NFC), since one system writes an accented letter as one sign and another as two. One that
 * no study could hold is reported where it stands first.
 */
final class Names {
    private static final int MOST = 180;
    private static final int MOST_OF_A_TEXT = 8_000;

    private final List<Fault> faults;
    private final Map<String, String> known = new HashMap<>();

    Names(List<Fault> faults) {
        this.faults = faults;
    }

    static String of(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    }

    /** The name in a cell; empty for a column that the table does not have. */
    String read(CsvTable table, CsvTable.Row row, int column) {
        return column < 0
                ? ""
                : known.computeIfAbsent(row.text(column), text -> {
                    String name = of(text);
                    check(table, row, column, name, MOST);
                    return name;
                });
    }

    /** Longer text, as it stands there but for blanks around it. */
    String readText(CsvTable table, CsvTable.Row row, int column) {
        String text = column < 0 ? "" : row.text(column).strip();
        check(table, row, column, text, MOST_OF_A_TEXT);
        return text;
    }

    private void check(CsvTable table, CsvTable.Row row, int column, String text, int most) {
        if (text.length() > most) {
            String found = "expected at most " + most + " characters, found " + text.length();
            faults.add(table.fault(row, column, Kind.BAD_VALUE, found));
        }
        if (text.indexOf('\0') >= 0) {
            faults.add(table.fault(row, column, Kind.BAD_VALUE, "expected text, found a NUL character"));
        }
    }

    /** The name that a file gives to what is in it. */
    void checkFile(String path, String name) {
        if (name.isEmpty() || name.length() > MOST || name.indexOf('\0') >= 0) {
            String message = "expected a name of 1 to " + MOST + " characters before the ending";
            faults.add(new Fault(path, 0, 0, Kind.BAD_VALUE, message));
        }
    }
}
