package org.sepakat.exchange.folder;

import org.sepakat.study.ForeignRound;

/** A row of a table, kept for saying what turned out to be wrong with it only in the light of other rows. */
record Line(CsvTable table, CsvTable.Row row) {

    int number() {
        return row.line();
    }

    /** Of the cell in that column, or of the whole line where the table has no such column. */
    Fault fault(String column, Fault.Kind kind, String message) {
        int at = table.find(column);
        return at < 0 ? new Fault(table.file(), row.line(), 0, kind, message) : table.fault(row, at, kind, message);
    }

    ForeignRound.Origin origin(String column) {
        int at = table.find(column);
        return new ForeignRound.Origin(
                table.file(), row.line(), at < 0 ? 0 : row.cells().get(at).column());
    }
}
