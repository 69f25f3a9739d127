package org.sepakat.agreement.board;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** A made-up study: themes of unequal prevalence, each coder right four times in five; marks lie in memory as lists of units per transcript. */
final class BenchMarks {
    static final int CODERS = 10;
    private static final int PER_TRANSCRIPT = 1_000;

    final int themes;
    final int units;
    final int transcripts;
    /** Per theme, coder and transcript the units marked, in order. */
    final int[][][][] marks;
    /** Per coder and transcript the units reviewed. */
    final int[][][] reviewed;

    BenchMarks(int themes, int units, double missing) {
        this.themes = themes;
        this.units = units;
        this.transcripts = units / PER_TRANSCRIPT;
        this.marks = new int[themes][CODERS][transcripts][];
        this.reviewed = new int[CODERS][transcripts][];
        Random random = new Random(20_260_101);
        for (int t = 0; t < transcripts; t++) {
            for (int coder = 0; coder < CODERS; coder++) {
                reviewed[coder][t] = units(unit -> random.nextDouble() >= missing);
            }
            for (int theme = 0; theme < themes; theme++) {
                mark(theme, t, 0.05 + 0.2 * theme / Math.max(1, themes - 1), random);
            }
        }
    }

    private void mark(int theme, int transcript, double prevalence, Random random) {
        boolean[] truth = new boolean[PER_TRANSCRIPT];
        for (int unit = 0; unit < PER_TRANSCRIPT; unit++) {
            truth[unit] = random.nextDouble() < prevalence;
        }
        for (int coder = 0; coder < CODERS; coder++) {
            marks[theme][coder][transcript] =
                    units(unit -> random.nextInt(5) > 0 ? truth[unit] : random.nextDouble() < prevalence);
        }
    }

    private static int[] units(IntPredicate isIn) {
        return IntStream.range(0, PER_TRANSCRIPT).filter(isIn).toArray();
    }

    UnitGrid grid() {
        int[] sizes = new int[transcripts];
        Arrays.fill(sizes, PER_TRANSCRIPT);
        return new UnitGrid(sizes);
    }

    Board emptyBoard() {
        return new Board(grid(), CODERS, themes);
    }

    /** Puts all reviews and marks on the board, themes in parallel; nothing is counted yet. */
    void load(Board board) {
        for (int coder = 0; coder < CODERS; coder++) {
            for (int t = 0; t < transcripts; t++) {
                for (int unit : reviewed[coder][t]) {
                    board.loadReview(coder, t, unit);
                }
            }
        }
        IntStream.range(0, themes).parallel().forEach(theme -> load(board, theme));
    }

    private void load(Board board, int theme) {
        for (int coder = 0; coder < CODERS; coder++) {
            for (int t = 0; t < transcripts; t++) {
                for (int unit : marks[theme][coder][t]) {
                    board.load(theme, coder, t, unit);
                }
            }
        }
    }

    Board counted() {
        Board board = emptyBoard();
        load(board);
        board.recount();
        return board;
    }

    /** Each coder's marks of a theme as words of 64 units, masked by their reviews; for the bare loop. */
    long[][] words(int theme) {
        long[][] words = new long[CODERS][];
        for (int coder = 0; coder < CODERS; coder++) {
            words[coder] = bits(marks[theme][coder]);
            long[] seen = bits(reviewed[coder]);
            for (int w = 0; w < seen.length; w++) {
                words[coder][w] &= seen[w];
            }
        }
        return words;
    }

    long[][] reviewedWords() {
        return Arrays.stream(reviewed).map(BenchMarks::bits).toArray(long[][]::new);
    }

    private static long[] bits(int[][] perTranscript) {
        int wordsEach = (PER_TRANSCRIPT + 63) / 64;
        long[] bits = new long[perTranscript.length * wordsEach];
        for (int t = 0; t < perTranscript.length; t++) {
            for (int unit : perTranscript[t]) {
                bits[t * wordsEach + unit / 64] |= 1L << unit;
            }
        }
        return bits;
    }
}
