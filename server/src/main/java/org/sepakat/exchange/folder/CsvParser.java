package org.sepakat.exchange.folder;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits text into rows and cells and keeps where each began. Blank lines are skipped. Where the heading has no comma but semicolons (as Excel
 * writes them where the comma is the decimal sign) or tabs, these part the cells of the whole file.
 */
final class CsvParser {
    private final String file;
    private final String text;
    private final char separator;
    private int at;
    private int line = 1;
    private int lineStart;

    CsvParser(String file, String text) {
        this.file = file;
        this.text = text;
        this.separator = separator(text);
    }

    private static char separator(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        String heading = first.replaceAll("\"[^\"]*\"", "");
        if (heading.indexOf(',') >= 0) {
            return ',';
        }
        return heading.indexOf(';') >= 0 ? ';' : heading.indexOf('\t') >= 0 ? '\t' : ',';
    }

    char separator() {
        return separator;
    }

    /** Whether a cell without quotes ends here. */
    private boolean isEnd() {
        return text.charAt(at) == separator || text.charAt(at) == '\r' || text.charAt(at) == '\n';
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
            if (at >= text.length() || text.charAt(at) != separator) {
                lineBreak();
                return cells;
            }
            at++;
        }
    }

    private String plain() throws Faults {
        int from = at;
        while (at < text.length() && !isEnd()) {
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
        if (at < text.length() && !isEnd()) {
            throw fault("text after a closing quote; expected " + CsvTable.word(separator) + " or the end of the line");
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
