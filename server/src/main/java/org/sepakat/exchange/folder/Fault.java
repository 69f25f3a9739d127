package org.sepakat.exchange.folder;

import org.sepakat.study.ForeignRound;

/**
 * One thing wrong with a file.
 *
 * @param line from 1; 0 where the whole file is meant
 * @param column in characters, from 1; 0 where the whole line is meant
 * @param kind faults of one kind are counted together
 */
public record Fault(String file, int line, int column, Kind kind, String message) {
    public enum Kind {
        MISSING_FILE,
        MALFORMED,
        UNKNOWN_THEME,
        UNKNOWN_TRANSCRIPT,
        UNIT_OUT_OF_RANGE,
        DUPLICATE_ROW,
        CODER_WITHOUT_COVERAGE,
        OUTSIDE_COVERAGE,
        BAD_VALUE,
        EXCLUSIVE_GROUP,
        TOO_FEW_CODERS
    }

    @Override
    public String toString() {
        return new ForeignRound.Origin(file, line, column) + ": " + message;
    }
}
