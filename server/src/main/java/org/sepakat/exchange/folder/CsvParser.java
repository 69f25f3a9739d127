package org.sepakat.exchange.folder;

import java.util.ArrayList;
import java.util.List;

/** Splits text into rows and cells and keeps where each began. Blank lines are skipped. */
final class CsvParser {
    private final String file;
    private final String text;
    private int at;
    private int line = 1;
    private int lineStart;

    CsvParser(String file, String text) {
        this.file = file;
        this.text = text;
    }

    List<CsvTable.Row> rows() throws Faults {
        List<CsvTable.Row> rows = new ArrayList<>();
        while (at < text.length()) {
            int begun = line;
            List<CsvTable.Cell> cells = row();
            if (cells.size() > 1 || !cells.get(0).text().isBlank()) {
                rows.add(new CsvTable.Row(begun, cells));
            }
        }
        return rows;
    }

    private List<CsvTable.Cell> row() throws Faults {
        List<CsvTable.Cell> cells = new ArrayList<>();
        while (true) {
            int column = at - lineStart + 1;
            boolean isQuoted = at < text.length() && text.charAt(at) == '"';
            cells.add(new CsvTable.Cell(column, isQuoted ? quoted() : plain()));
            if (at >= text.length() || text.charAt(at) != ',') {
                lineBreak();
                return cells;
            }
            at++;
        }
    }

    private String plain() throws Faults {
        int from = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            if (text.charAt(at) == '"') {
                throw fault("a quote inside a cell; expected the whole cell in quotes and the quote doubled");
            }
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted() throws Faults {
        StringBuilder cell = new StringBuilder();
        Faults unclosed = fault("a quote that nothing closes; expected a closing quote");
        at++;
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next == '"' && (at >= text.length() || text.charAt(at) != '"')) {
                requireEnd();
                return cell.toString();
            }
            at += next == '"' ? 1 : 0;
            if (next == '\n') {
                line++;
                lineStart = at;
            }
            cell.append(next);
        }
        throw unclosed;
    }

    private void requireEnd() throws Faults {
        if (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            throw fault("text after a closing quote; expected a comma or the end of the line");
        }
    }

    private void lineBreak() {
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        line++;
        lineStart = at;
    }

    private Faults fault(String message) {
        return new Faults(List.of(new Fault(file, line, at - lineStart + 1, Fault.Kind.MALFORMED, message)));
    }
}
