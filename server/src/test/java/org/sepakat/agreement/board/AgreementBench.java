package org.sepakat.agreement.board;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks and prints one table with ratios; {@code --json FILE} keeps the figures. */
public final class AgreementBench {
    private static final int KAPPAS = 2_250;
    private static final int ALPHAS = 50;

    private final Map<String, Double> micros = new LinkedHashMap<>();
    private final Map<String, Object> report = new LinkedHashMap<>();

    private AgreementBench() {}

    public static void main(String[] args) throws RunnerException, IOException {
        AgreementBench bench = new AgreementBench();
        bench.run();
        bench.print();
        if (args.length == 2 && args[0].equals("--json")) {
            new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValue(Path.of(args[1]).toFile(), bench.report);
        }
    }

    private void run() throws RunnerException {
        System.out.println("Measuring for about three minutes; figures of one machine compare with each other only.");
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(AgreementBench.class.getPackageName() + "\\.\\w+Bench\\.")
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build())
                .run();
        for (RunResult result : results) {
            String missing = result.getParams().getParam("missing");
            String units = result.getParams().getParam("units");
            String name = result.getPrimaryResult().getLabel() + " " + (missing == null ? units : missing);
            micros.put(name, result.getPrimaryResult().getScore());
        }
    }

    private double of(String name, String parameter) {
        Double value = micros.get(name + " " + parameter);
        if (value == null) {
            throw new IllegalStateException("no benchmark " + name + " " + parameter + " in " + micros.keySet());
        }
        return value;
    }

    private void print() {
        System.out.printf(
                "%n10 coders x 50 themes x 100,000 units in 100 transcripts: 2,250 kappas and 50 alphas, each with a"
                        + " jackknife interval; Java %s, %d threads%n%n",
                System.getProperty("java.version"), Runtime.getRuntime().availableProcessors());
        System.out.printf("%-62s %12s %12s%n", "", "complete", "20 % missing");
        line("whole task, from lists of marks (ms)", 1e-3, "wholeTask");
        line("  of which: marks into bits (ms)", 1e-3, "load");
        line("  of which: bits into tables and profiles (ms)", 1e-3, "recount");
        line("  of which: kappas, alphas, intervals (ms)", 1e-3, "figures");
        row("DKPro Statistics, one kappa of 100,000 units (ms)", dkpro("kappaOfOnePair", 1e-3));
        row("DKPro Statistics, one alpha of 10 x 100,000 (ms)", dkpro("alphaOfOneTheme", 1e-3));
        row("DKPro Statistics, 2,250 kappas + 50 alphas, no intervals (ms)", dkproWhole());
        row("  times slower than the whole task", ratio(dkproWhole(), values("wholeTask", 1e-3)));
        line("pair tables alone, one thread (ms)", 1e-3, "pairTables");
        line("bare AND-popcount loop over the same words, one thread (ms)", 1e-3, "bareLoop");
        line("  the same, a sum for each transcript (ms)", 1e-3, "bareLoopByTranscript");
        row("  pair tables over bare loop", ratio(values("pairTables", 1), values("bareLoop", 1)));
        row(
                "  pair tables over the loop by transcript",
                ratio(values("pairTables", 1), values("bareLoopByTranscript", 1)));
        line("one coding changed: tables, 9 kappas, alpha, intervals (us)", 1, "oneEdit");
        row("heap of the board, bytes per (coder, theme, unit)", new double[] {bytesPerCell(0), bytesPerCell(0.2)});
        growth();
    }

    private double[] values(String name, double scale) {
        return new double[] {of(name, "0") * scale, of(name, "0.2") * scale};
    }

    private double[] dkpro(String name, double scale) {
        return values(name, scale);
    }

    private double[] dkproWhole() {
        double[] whole = new double[2];
        for (int i = 0; i < 2; i++) {
            whole[i] = KAPPAS * values("kappaOfOnePair", 1e-3)[i] + ALPHAS * values("alphaOfOneTheme", 1e-3)[i];
        }
        return whole;
    }

    private static double[] ratio(double[] above, double[] below) {
        return new double[] {above[0] / below[0], above[1] / below[1]};
    }

    private void line(String label, double scale, String name) {
        row(label, values(name, scale));
    }

    private void row(String label, double[] values) {
        report.put(label.strip(), Map.of("complete", values[0], "missing_20_percent", values[1]));
        System.out.printf("%-62s %,12.2f %,12.2f%n", label, values[0], values[1]);
    }

    private static double bytesPerCell(double missing) {
        BenchMarks marks = new BenchMarks(ALPHAS, 100_000, missing);
        long before = used();
        Board board = marks.counted();
        long after = used();
        double cells = (double) BenchMarks.CODERS * board.themes() * marks.units;
        return (after - before) / cells;
    }

    private static long used() {
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            used = Math.min(
                    used,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return used;
    }

    /** Least squares of log time on log units: 1 is linear. */
    private void growth() {
        String[] sizes = {"10000", "100000", "1000000", "10000000"};
        double meanX = 0;
        double meanY = 0;
        for (String size : sizes) {
            meanX += Math.log(Double.parseDouble(size)) / sizes.length;
            meanY += Math.log(of("recountAndFigures", size)) / sizes.length;
        }
        double xy = 0;
        double xx = 0;
        System.out.printf("%ngrowth, 10 coders x 2 themes, recount and figures:");
        for (String size : sizes) {
            double x = Math.log(Double.parseDouble(size)) - meanX;
            xy += x * (Math.log(of("recountAndFigures", size)) - meanY);
            xx += x * x;
            double millis = of("recountAndFigures", size) / 1e3;
            report.put("growth to " + size + " units (ms)", millis);
            System.out.printf(" %s units %,.2f ms;", size, millis);
        }
        report.put("growth slope", xy / xx);
        System.out.printf(" slope %.2f%n", xy / xx);
    }
}
