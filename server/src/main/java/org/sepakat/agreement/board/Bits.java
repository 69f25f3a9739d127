package org.sepakat.agreement.board;

/** Counts over a run of words; tight loops that the compiler can unroll. */
final class Bits {
    private Bits() {}

    static int count(long[] bits, int from, int to) {
        int sum = 0;
        for (int w = from; w < to; w++) {
            sum += Long.bitCount(bits[w]);
        }
        return sum;
    }

    static int countBoth(long[] x, long[] y, int from, int to) {
        int sum = 0;
        for (int w = from; w < to; w++) {
            sum += Long.bitCount(x[w] & y[w]);
        }
        return sum;
    }
}
