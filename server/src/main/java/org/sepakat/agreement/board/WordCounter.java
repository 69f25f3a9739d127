package org.sepakat.agreement.board;

import java.util.Arrays;
import org.sepakat.agreement.RatingProfiles;

/**
 * Counts one theme over a run of words, 64 units at a time. With own marks masked by own reviews, x and y, and reviews u and v:
 * {@code 11 = |x&y|, 10 = |x&v| - 11, 01 = |y&u| - 11, n = |u&v|}. Coders per unit are counted in bit-sliced columns: plane p holds bit p of
 * the count for each of the 64 units.
 */
final class WordCounter {
    private final long[][] reviewed;
    private final long[][] marks;
    private final long[] scope;
    private final int coders;

    WordCounter(long[][] reviewed, long[][] marks, long[] scope) {
        this.reviewed = reviewed;
        this.marks = marks;
        this.scope = scope;
        this.coders = reviewed.length;
    }

    void countPairs(int from, int to, PairCounts counts, int transcript) {
        for (int first = 0; first < coders; first++) {
            for (int second = first + 1; second < coders; second++) {
                countPair(from, to, first, second, counts, transcript);
            }
        }
    }

    private void countPair(int from, int to, int first, int second, PairCounts counts, int transcript) {
        long[] firstReviewed = reviewed[first];
        long[] secondReviewed = reviewed[second];
        long[] firstMarks = marks[first];
        long[] secondMarks = marks[second];
        int n = 0;
        int both = 0;
        int firstAll = 0;
        int secondAll = 0;
        for (int w = from; w < to; w++) {
            long joint = firstReviewed[w] & secondReviewed[w] & scope[w];
            long x = firstMarks[w] & joint;
            long y = secondMarks[w] & joint;
            n += Long.bitCount(joint);
            both += Long.bitCount(x & y);
            firstAll += Long.bitCount(x);
            secondAll += Long.bitCount(y);
        }
        counts.set(transcript, first, second, both, firstAll - both, secondAll - both, n);
    }

    void countProfiles(int from, int to, ProfileCounts counts, int transcript) {
        int planes = Integer.SIZE - Integer.numberOfLeadingZeros(coders);
        long[] read = new long[planes];
        long[] present = new long[read.length];
        for (int w = from; w < to; w++) {
            slice(w, read, present);
            for (int r = 0; r <= coders; r++) {
                long withRead = equal(read, r) & scope[w];
                for (int p = 0; withRead != 0 && p <= r; p++) {
                    int units = Long.bitCount(withRead & equal(present, p));
                    if (units > 0) {
                        counts.add(transcript, RatingProfiles.binaryIndex(r, p), units);
                    }
                }
            }
        }
    }

    private void slice(int word, long[] read, long[] present) {
        Arrays.fill(read, 0);
        Arrays.fill(present, 0);
        for (int coder = 0; coder < coders; coder++) {
            add(read, reviewed[coder][word]);
            add(present, reviewed[coder][word] & marks[coder][word]);
        }
    }

    /** Adds one to the count of every unit whose bit is set. */
    private static void add(long[] planes, long units) {
        long carry = units;
        for (int p = 0; carry != 0; p++) {
            long next = planes[p] & carry;
            planes[p] ^= carry;
            carry = next;
        }
    }

    /** The units whose count is exactly this. */
    private static long equal(long[] planes, int count) {
        long same = -1;
        for (int p = 0; p < planes.length; p++) {
            same &= (count >> p & 1) == 1 ? planes[p] : ~planes[p];
        }
        return same;
    }
}
