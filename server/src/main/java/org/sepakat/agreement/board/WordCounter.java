package org.sepakat.agreement.board;

/**
 * Counts one theme, 64 units at a time, transcript by transcript. With own marks masked by own reviews, x and y, and reviews u and v:
 * {@code 11 = |x&y|, 10 = |x&v| - 11, 01 = |y&u| - 11, n = |u&v|}; where everybody reviewed all of a transcript, {@code |x&v| = |x|} needs no
 * loop. The rows of all coders are copied side by side first, so that they stay in the fastest cache.
 */
final class WordCounter {
    private final UnitGrid grid;
    private final ReviewMasks reviews;
    private final long[][] marks;
    private final int coders;
    private final long[] x;
    private final long[] u;
    private final int[] own;
    private final int[] both;

    WordCounter(UnitGrid grid, ReviewMasks reviews, long[][] marks) {
        this.grid = grid;
        this.reviews = reviews;
        this.marks = marks;
        this.coders = marks.length;
        this.x = new long[coders * grid.mostWords()];
        this.u = new long[coders * grid.mostWords()];
        this.own = new int[coders];
        this.both = new int[coders];
    }

    void countPairs(PairCounts counts) {
        for (int t = 0; t < grid.transcripts(); t++) {
            copy(t);
            countPairs(t, counts);
        }
    }

    void count(PairCounts counts, ProfileCounts profiles) {
        BitPlanes planes = new BitPlanes(coders);
        for (int t = 0; t < grid.transcripts(); t++) {
            copy(t);
            countPairs(t, counts);
            countProfiles(t, planes, profiles);
        }
    }

    private int length(int transcript) {
        return grid.endWord(transcript) - grid.firstWord(transcript);
    }

    private void copy(int transcript) {
        int from = grid.firstWord(transcript);
        int length = length(transcript);
        for (int coder = 0; coder < coders; coder++) {
            long[] seen = reviews.of(coder);
            long[] marked = marks[coder];
            int row = coder * length;
            int sum = 0;
            for (int w = 0; w < length; w++) {
                u[row + w] = seen[from + w];
                x[row + w] = marked[from + w] & seen[from + w];
                sum += Long.bitCount(x[row + w]);
            }
            own[coder] = sum;
        }
    }

    private void countPairs(int transcript, PairCounts counts) {
        boolean isWhole = reviews.isWhole(transcript);
        for (int first = 0; first < coders; first++) {
            if (isWhole) {
                countWhole(transcript, first, counts);
            } else {
                countMasked(transcript, first, counts);
            }
        }
    }

    private void countWhole(int transcript, int first, PairCounts counts) {
        int length = length(transcript);
        int second = first + 1;
        for (; second + 1 < coders; second += 2) {
            countTwo(first * length, second * length, length, second);
        }
        if (second < coders) {
            both[second] = Bits.countBothRows(x, first * length, second * length, length);
        }
        for (second = first + 1; second < coders; second++) {
            int n = reviews.joint(first, second, transcript);
            counts.set(
                    transcript, first, second, both[second], own[first] - both[second], own[second] - both[second], n);
        }
    }

    /** A row against two at once, which reads it from memory but once. */
    private void countTwo(int first, int second, int length, int place) {
        int third = second + length;
        int one = 0;
        int two = 0;
        for (int w = 0; w < length; w++) {
            long mine = x[first + w];
            one += Long.bitCount(mine & x[second + w]);
            two += Long.bitCount(mine & x[third + w]);
        }
        both[place] = one;
        both[place + 1] = two;
    }

    private void countMasked(int transcript, int first, PairCounts counts) {
        int length = length(transcript);
        int i = first * length;
        for (int second = first + 1; second < coders; second++) {
            int j = second * length;
            int together = 0;
            int firstAll = 0;
            int secondAll = 0;
            for (int w = 0; w < length; w++) {
                long mine = x[i + w];
                long theirs = x[j + w];
                together += Long.bitCount(mine & theirs);
                firstAll += Long.bitCount(mine & u[j + w]);
                secondAll += Long.bitCount(theirs & u[i + w]);
            }
            int n = reviews.joint(first, second, transcript);
            counts.set(transcript, first, second, together, firstAll - together, secondAll - together, n);
        }
    }

    private void countProfiles(int transcript, BitPlanes planes, ProfileCounts counts) {
        int from = grid.firstWord(transcript);
        int length = length(transcript);
        int[] units = new int[counts.profiles()];
        for (int w = 0; w < length; w++) {
            planes.clear();
            for (int row = w; row < coders * length; row += length) {
                planes.add(x[row]);
            }
            long[] present = planes.byCount();
            int profile = 0;
            for (int read = 0; read <= coders; read++) {
                long of = reviews.readers(read)[from + w];
                for (int p = 0; of != 0 && p <= read; p++) {
                    units[profile + p] += Long.bitCount(of & present[p]);
                }
                profile += read + 1;
            }
        }
        counts.set(transcript, units);
    }
}
