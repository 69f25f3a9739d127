package org.sepakat.agreement.board;

import java.util.List;
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
import org.sepakat.agreement.interval.Estimate;

/** A full recount and all figures of two themes, from ten thousand to ten million units. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class GrowthBench {
    @Param({"10000", "100000", "1000000", "10000000"})
    public int units;

    @SuppressWarnings("NullAway.Init")
    private Board board;

    @Setup(Level.Trial)
    public void setUp() {
        board = new BenchMarks(2, units, 0.2).counted();
    }

    @Benchmark
    public List<Estimate> recountAndFigures() {
        board.recount();
        return BoardBench.figures(board);
    }
}
