package org.sepakat.agreement.board;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
import org.sepakat.agreement.Pair;
import org.sepakat.agreement.interval.Estimate;

/** 10 coders, 50 themes, 100,000 units in 100 transcripts: 2,250 kappas and 50 alphas with their intervals. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class BoardBench {
    private static final List<Pair> PAIRS = Pair.all(BenchMarks.CODERS);

    @Param({"0", "0.2"})
    public double missing;

    @SuppressWarnings("NullAway.Init")
    private BenchMarks marks;

    @SuppressWarnings("NullAway.Init")
    private Board board;

    private int edit;

    @Setup(Level.Trial)
    public void setUp() {
        marks = new BenchMarks(50, 100_000, missing);
        board = marks.counted();
    }

    /** From lists of marks to every figure: bits, tables, intervals. */
    @Benchmark
    public List<Estimate> wholeTask() {
        return figures(marks.counted());
    }

    @Benchmark
    public Board load() {
        Board fresh = marks.emptyBoard();
        marks.load(fresh);
        return fresh;
    }

    /** Pair tables and profile counts from bits. */
    @Benchmark
    public Board recount() {
        board.recount();
        return board;
    }

    /** Kappas, alphas and intervals from counts. */
    @Benchmark
    public List<Estimate> figures() {
        return figures(board);
    }

    static List<Estimate> figures(Board board) {
        return IntStream.range(0, board.themes())
                .parallel()
                .mapToObj(theme -> ofTheme(board, theme))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Estimate> ofTheme(Board board, int theme) {
        List<Estimate> figures = new ArrayList<>(PAIRS.size() + 1);
        for (Pair pair : PAIRS) {
            figures.add(board.kappa(theme, pair));
        }
        figures.add(board.alpha(theme));
        return figures;
    }

    /** One coding comes or goes: its table cells, then the coder's nine kappas and the theme's alpha, all with intervals. */
    @Benchmark
    public List<Estimate> oneEdit() {
        edit = (edit + 7_919) % 100_000;
        int theme = edit % 50;
        int coder = edit % BenchMarks.CODERS;
        int transcript = edit % 100;
        int unit = edit % 1_000;
        if (!board.mark(theme, coder, transcript, unit, true)) {
            board.mark(theme, coder, transcript, unit, false);
        }
        List<Estimate> changed = new ArrayList<>(BenchMarks.CODERS);
        for (int other = 0; other < BenchMarks.CODERS; other++) {
            if (other != coder) {
                changed.add(board.kappa(theme, new Pair(Math.min(coder, other), Math.max(coder, other))));
            }
        }
        changed.add(board.alpha(theme));
        return changed;
    }
}
