package org.sepakat.agreement.board;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.CohenKappaAgreement;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;
import org.dkpro.statistics.agreement.distance.NominalDistanceFunction;
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

/** DKPro Statistics on the same data at full length: one pair's kappa, one theme's alpha; values without intervals. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx4g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DkproBench {
    @Param({"0", "0.2"})
    public double missing;

    private byte[][] cells = {};

    /** The theme in the middle of the range of prevalence; 0 absent, 1 present, -1 not reviewed. */
    @Setup(Level.Trial)
    public void setUp() {
        BenchMarks marks = new BenchMarks(3, 100_000, missing);
        cells = new byte[BenchMarks.CODERS][marks.units];
        for (int coder = 0; coder < BenchMarks.CODERS; coder++) {
            Arrays.fill(cells[coder], (byte) -1);
            for (int t = 0; t < marks.transcripts; t++) {
                int first = t * marks.units / marks.transcripts;
                for (int unit : marks.reviewed[coder][t]) {
                    cells[coder][first + unit] = 0;
                }
                for (int unit : marks.marks[1][coder][t]) {
                    cells[coder][first + unit] = cells[coder][first + unit] < 0 ? (byte) -1 : 1;
                }
            }
        }
    }

    /** Building the study and calculating, as its user has to; a unit that one of the two has not reviewed is left out. */
    @Benchmark
    public double kappaOfOnePair() {
        CodingAnnotationStudy study = new CodingAnnotationStudy(2);
        for (int unit = 0; unit < cells[0].length; unit++) {
            if (cells[0][unit] >= 0 && cells[1][unit] >= 0) {
                study.addItem(cells[0][unit], cells[1][unit]);
            }
        }
        return new CohenKappaAgreement(study).calculateAgreement();
    }

    @Benchmark
    public double alphaOfOneTheme() {
        CodingAnnotationStudy study = new CodingAnnotationStudy(BenchMarks.CODERS);
        Object[] item = new Object[BenchMarks.CODERS];
        for (int unit = 0; unit < cells[0].length; unit++) {
            for (int coder = 0; coder < BenchMarks.CODERS; coder++) {
                item[coder] = cells[coder][unit] < 0 ? null : (Object) cells[coder][unit];
            }
            study.addItem(item.clone());
        }
        return new KrippendorffAlphaAgreement(study, new NominalDistanceFunction()).calculateAgreement();
    }
}
