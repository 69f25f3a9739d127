package org.sepakat.agreement.board;

import java.util.Arrays;

/**
 * Units of several transcripts on one line of bits. Each transcript begins on a word of 64, so that a transcript's counts are counts over whole
 * words; the bits that pad its last word are never set.
 */
public final class UnitGrid {
    private final int[] units;
    private final int[] firstWord;

    /** @param units how many each transcript has */
    public UnitGrid(int... units) {
        this.units = units.clone();
        this.firstWord = new int[units.length + 1];
        for (int t = 0; t < units.length; t++) {
            if (units[t] < 0) {
                throw new IllegalArgumentException("transcript " + t + " cannot have " + units[t] + " units");
            }
            firstWord[t + 1] = firstWord[t] + (units[t] + Long.SIZE - 1) / Long.SIZE;
        }
    }

    public int transcripts() {
        return units.length;
    }

    public int units(int transcript) {
        return units[transcript];
    }

    int words() {
        return firstWord[units.length];
    }

    int firstWord(int transcript) {
        return firstWord[transcript];
    }

    int endWord(int transcript) {
        return firstWord[transcript + 1];
    }

    int word(int transcript, int unit) {
        if (unit < 0 || unit >= units[transcript]) {
            throw new IllegalArgumentException(
                    "unit " + unit + " of transcript " + transcript + ", which has " + units[transcript]);
        }
        return firstWord[transcript] + (unit >> 6);
    }

    /** A bit for every unit of every transcript. */
    long[] everyUnit() {
        long[] bits = new long[words()];
        for (int t = 0; t < units.length; t++) {
            Arrays.fill(bits, firstWord[t], firstWord[t + 1], -1);
            if (units[t] % Long.SIZE != 0) {
                bits[firstWord[t + 1] - 1] = bit(units[t]) - 1;
            }
        }
        return bits;
    }

    static long bit(int unit) {
        return 1L << unit;
    }
}
