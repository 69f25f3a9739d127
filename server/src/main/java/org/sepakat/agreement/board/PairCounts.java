package org.sepakat.agreement.board;

import org.sepakat.agreement.CohenKappa;
import org.sepakat.agreement.ContingencyTable;
import org.sepakat.agreement.interval.Estimate;
import org.sepakat.agreement.interval.Replicates;

/**
 * One theme's cells a, b, c, d for every pair of coders in every transcript, a pair's transcripts side by side; of a pair, the lower number is the
 * first coder.
 */
final class PairCounts {
    private static final int A = 0;
    private static final int B = 1;
    private static final int C = 2;
    private static final int D = 3;

    private final int coders;
    private final int transcripts;
    private final int[] cells;

    PairCounts(int coders, int transcripts) {
        this.coders = coders;
        this.transcripts = transcripts;
        this.cells = new int[transcripts * coders * (coders - 1) / 2 * 4];
    }

    private int at(int transcript, int first, int second) {
        int pair = first * (2 * coders - first - 1) / 2 + second - first - 1;
        return (pair * transcripts + transcript) * 4;
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

    /** From the cells alone: a replicate leaves out one transcript's four numbers. */
    Estimate kappa(int first, int second) {
        int from = at(0, first, second);
        int to = from + 4 * transcripts;
        long a = 0;
        long b = 0;
        long c = 0;
        long d = 0;
        for (int place = from; place < to; place += 4) {
            a += cells[place + A];
            b += cells[place + B];
            c += cells[place + C];
            d += cells[place + D];
        }
        Replicates replicates = new Replicates(transcripts);
        for (int place = from; place < to; place += 4) {
            int n = cells[place + A] + cells[place + B] + cells[place + C] + cells[place + D];
            if (n > 0) {
                replicates.add(CohenKappa.ofCells(
                        a - cells[place + A], b - cells[place + B], c - cells[place + C], d - cells[place + D]));
            }
        }
        return replicates.estimate(CohenKappa.of(ContingencyTable.binary(a, b, c, d)));
    }

    ContingencyTable table(int transcript, int first, int second) {
        int place = at(transcript, first, second);
        return ContingencyTable.binary(cells[place + A], cells[place + B], cells[place + C], cells[place + D]);
    }
}
