package org.sepakat.agreement.board;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Who reviewed what within one scope, worked out once for all themes that have this scope: each coder's reviewed units, how many each pair has in
 * common per transcript, and which units have how many readers.
 */
final class ReviewMasks {
    private final UnitGrid grid;
    private final int coders;
    private final long[] scope;
    private final long[][] reviewed;
    private final boolean[] isWhole;
    private final boolean isEverything;
    private final int[][][] joint;
    private long[][] readers = {};

    ReviewMasks(UnitGrid grid, long[][] marksOfReview, long[] scope) {
        this.grid = grid;
        this.coders = marksOfReview.length;
        this.scope = scope;
        this.reviewed = new long[coders][grid.words()];
        this.isWhole = new boolean[grid.transcripts()];
        this.joint = new int[coders][coders][grid.transcripts()];
        for (int coder = 0; coder < coders; coder++) {
            for (int w = 0; w < grid.words(); w++) {
                reviewed[coder][w] = marksOfReview[coder][w] & scope[w];
            }
        }
        countJointUnits();
        this.isEverything = Arrays.equals(scope, grid.everyUnit())
                && IntStream.range(0, isWhole.length).allMatch(t -> isWhole[t]);
    }

    private void countJointUnits() {
        for (int t = 0; t < grid.transcripts(); t++) {
            int from = grid.firstWord(t);
            int to = grid.endWord(t);
            int all = Bits.count(scope, from, to);
            isWhole[t] = true;
            for (int first = 0; first < coders; first++) {
                isWhole[t] &= Bits.count(reviewed[first], from, to) == all;
                for (int second = 0; second < first; second++) {
                    joint[second][first][t] = Bits.countBoth(reviewed[second], reviewed[first], from, to);
                }
            }
        }
    }

    /** Which units have how many readers; for whoever counts profiles, before the first of them. */
    void countReaders() {
        long[][] byReaders = new long[coders + 1][grid.words()];
        BitPlanes planes = new BitPlanes(coders);
        for (int w = 0; w < grid.words(); w++) {
            planes.clear();
            for (long[] of : reviewed) {
                planes.add(of[w]);
            }
            long[] byCount = planes.byCount();
            for (int count = 0; count <= coders; count++) {
                byReaders[count][w] = byCount[count] & scope[w];
            }
        }
        readers = byReaders;
    }

    int coders() {
        return coders;
    }

    /** Whether everybody reviewed every unit there is, so that no mark needs a mask. */
    boolean isEverything() {
        return isEverything;
    }

    /** The units of a coder, 64 to a word. */
    long[] of(int coder) {
        return reviewed[coder];
    }

    /** Whether everybody reviewed all that the scope has of a transcript. */
    boolean isWhole(int transcript) {
        return isWhole[transcript];
    }

    /** Units both reviewed; the lower number first. */
    int joint(int first, int second, int transcript) {
        return joint[first][second][transcript];
    }

    /** The units in scope that exactly so many coders reviewed. */
    long[] readers(int count) {
        return readers[count];
    }
}
