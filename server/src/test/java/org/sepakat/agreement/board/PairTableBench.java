package org.sepakat.agreement.board;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The pair tables alone, on one thread, beside the least that any program could do with the same words: AND two rows and count the ones. With
 * complete data that is one AND per word and pair, with missing units three (both marked, and each one's marks where the other reviewed).
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PairTableBench {
    @Param({"0", "0.2"})
    public double missing;

    @SuppressWarnings("NullAway.Init")
    private Board board;

    @SuppressWarnings("NullAway.Init")
    private long[][][] words;

    @SuppressWarnings("NullAway.Init")
    private long[][] reviewed;

    @SuppressWarnings("NullAway.Init")
    private UnitGrid grid;

    private int[] sums = {};

    @Setup(Level.Trial)
    public void setUp() {
        BenchMarks marks = new BenchMarks(50, 100_000, missing);
        board = marks.counted();
        words = new long[50][][];
        for (int theme = 0; theme < words.length; theme++) {
            words[theme] = marks.words(theme);
        }
        reviewed = marks.reviewedWords();
        grid = marks.grid();
        sums = new int[grid.transcripts()];
    }

    @Benchmark
    public Board pairTables() {
        board.recountPairs();
        return board;
    }

    @Benchmark
    public long bareLoop() {
        return ofAllPairs(PairTableBench::both);
    }

    /** The same words and ones, but a sum for each transcript, which is what a table per transcript cannot do without. */
    @Benchmark
    public long bareLoopByTranscript() {
        return ofAllPairs(this::bothByTranscript);
    }

    private interface Count {
        long of(long[] x, long[] y);
    }

    private long ofAllPairs(Count count) {
        long sum = 0;
        for (long[][] marks : words) {
            for (int first = 0; first < BenchMarks.CODERS; first++) {
                for (int second = first + 1; second < BenchMarks.CODERS; second++) {
                    sum += count.of(marks[first], marks[second]);
                    if (missing > 0) {
                        sum += count.of(marks[first], reviewed[second]) + count.of(marks[second], reviewed[first]);
                    }
                }
            }
        }
        return sum;
    }

    private static long both(long[] x, long[] y) {
        return Bits.countBoth(x, y, 0, x.length);
    }

    private long bothByTranscript(long[] x, long[] y) {
        for (int t = 0; t < sums.length; t++) {
            sums[t] = Bits.countBoth(x, y, grid.firstWord(t), grid.endWord(t));
        }
        return sums[sums.length - 1];
    }
}
