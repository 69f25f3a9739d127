package org.sepakat.agreement.board;

/**
 * Counts one theme, 64 units at a time, pair after pair and in each transcript after transcript. With own marks masked by own reviews, x and y,
 * and reviews u and v: {@code 11 = |x&y|, 10 = |x&v| - 11, 01 = |y&u| - 11, n = |u&v|}; where everybody reviewed all of a transcript,
 * {@code |x&v| = |x|} needs no loop. One is good for any number of themes, one after the other.
 */
final class WordCounter {
    private final UnitGrid grid;
    private final ReviewMasks reviews;
    private final int coders;
    private final int[][] own;
    private final long[][] space;

    WordCounter(UnitGrid grid, ReviewMasks reviews) {
        this.grid = grid;
        this.reviews = reviews;
        this.coders = reviews.coders();
        this.own = new int[coders][grid.transcripts()];
        this.space = reviews.isEverything() ? new long[0][] : new long[coders][grid.words()];
    }

    void countPairs(long[][] marks, PairCounts counts) {
        countPairsOf(counted(marks), counts);
    }

    void count(long[][] marks, PairCounts pairs, ProfileCounts profiles) {
        long[][] rows = counted(marks);
        countPairsOf(rows, pairs);
        BitPlanes planes = new BitPlanes(coders);
        for (int t = 0; t < grid.transcripts(); t++) {
            countProfiles(rows, t, planes, profiles);
        }
    }

    /** The marks that count; where all were reviewed, all of them as they stand. */
    private long[][] counted(long[][] marks) {
        if (reviews.isEverything()) {
            return marks;
        }
        for (int coder = 0; coder < coders; coder++) {
            mask(marks[coder], reviews.of(coder), space[coder]);
        }
        return space;
    }

    private static void mask(long[] marked, long[] seen, long[] into) {
        for (int w = 0; w < into.length; w++) {
            into[w] = marked[w] & seen[w];
        }
    }

    private void countPairsOf(long[][] rows, PairCounts counts) {
        for (int coder = 0; coder < coders; coder++) {
            for (int t = 0; t < grid.transcripts(); t++) {
                own[coder][t] = reviews.isWhole(t) ? Bits.count(rows[coder], grid.firstWord(t), grid.endWord(t)) : 0;
            }
        }
        for (int first = 0; first < coders; first++) {
            for (int second = first + 1; second < coders; second++) {
                countPair(rows, first, second, counts);
            }
        }
    }

    private void countPair(long[][] rows, int first, int second, PairCounts counts) {
        long[] x = rows[first];
        long[] y = rows[second];
        for (int t = 0; t < grid.transcripts(); t++) {
            if (reviews.isWhole(t)) {
                int both = Bits.countBoth(x, y, grid.firstWord(t), grid.endWord(t));
                set(counts, t, first, second, both, own[first][t], own[second][t]);
            } else {
                countMasked(x, y, t, first, second, counts);
            }
        }
    }

    private void countMasked(long[] x, long[] y, int transcript, int first, int second, PairCounts counts) {
        long[] u = reviews.of(first);
        long[] v = reviews.of(second);
        int end = grid.endWord(transcript);
        int both = 0;
        int firstAll = 0;
        int secondAll = 0;
        for (int w = grid.firstWord(transcript); w < end; w++) {
            long mine = x[w];
            long theirs = y[w];
            both += Long.bitCount(mine & theirs);
            firstAll += Long.bitCount(mine & v[w]);
            secondAll += Long.bitCount(theirs & u[w]);
        }
        set(counts, transcript, first, second, both, firstAll, secondAll);
    }

    private void set(PairCounts counts, int transcript, int first, int second, int both, int firstAll, int secondAll) {
        int n = reviews.joint(first, second, transcript);
        counts.set(transcript, first, second, both, firstAll - both, secondAll - both, n);
    }

    private void countProfiles(long[][] rows, int transcript, BitPlanes planes, ProfileCounts counts) {
        int[] units = new int[counts.profiles()];
        for (int w = grid.firstWord(transcript); w < grid.endWord(transcript); w++) {
            planes.clear();
            for (long[] row : rows) {
                planes.add(row[w]);
            }
            long[] present = planes.byCount();
            int profile = 0;
            for (int read = 0; read <= coders; read++) {
                long of = reviews.readers(read)[w];
                for (int p = 0; of != 0 && p <= read; p++) {
                    units[profile + p] += Long.bitCount(of & present[p]);
                }
                profile += read + 1;
            }
        }
        counts.set(transcript, units);
    }
}
