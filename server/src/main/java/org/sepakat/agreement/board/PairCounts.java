package org.sepakat.agreement.board;

import java.util.Arrays;
import org.sepakat.agreement.ContingencyTable;

/** One theme's cells a, b, c, d for every pair of coders in every transcript; of a pair, the lower number is the first coder. */
final class PairCounts {
    private static final int A = 0;
    private static final int B = 1;
    private static final int C = 2;
    private static final int D = 3;

    private final int coders;
    private final int[] cells;

    PairCounts(int coders, int transcripts) {
        this.coders = coders;
        this.cells = new int[transcripts * pairs() * 4];
    }

    private int pairs() {
        return coders * (coders - 1) / 2;
    }

    private int at(int transcript, int first, int second) {
        return (transcript * pairs() + first * (2 * coders - first - 1) / 2 + second - first - 1) * 4;
    }

    void clear() {
        Arrays.fill(cells, 0);
    }

    void add(int transcript, int coder, int other, boolean present, boolean otherPresent, int sign) {
        boolean inOrder = coder < other;
        int place = inOrder ? at(transcript, coder, other) : at(transcript, other, coder);
        boolean first = inOrder ? present : otherPresent;
        boolean second = inOrder ? otherPresent : present;
        cells[place + (first ? second ? A : B : second ? C : D)] += sign;
    }

    /** The cells of a whole transcript, {@code n} being the units both reviewed. */
    void set(int transcript, int first, int second, int both, int firstOnly, int secondOnly, int n) {
        int place = at(transcript, first, second);
        cells[place + A] = both;
        cells[place + B] = firstOnly;
        cells[place + C] = secondOnly;
        cells[place + D] = n - both - firstOnly - secondOnly;
    }

    ContingencyTable table(int transcript, int first, int second) {
        int place = at(transcript, first, second);
        return ContingencyTable.binary(cells[place + A], cells[place + B], cells[place + C], cells[place + D]);
    }
}
