package org.sepakat.agreement.interval;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.StatUtils;
import org.sepakat.agreement.Additive;
import org.sepakat.agreement.Figure;
import org.sepakat.agreement.Reason;

/**
 * Draw transcripts with replacement, add up their counts, compute again; the middle 95% of the values. The same seed gives the same interval.
 *
 * @param undefinedShare share of the resamples that had no value, 0 to 1
 */
public record ClusterBootstrap(
        OptionalDouble standardError, Interval interval, long seed, int resamples, double undefinedShare) {

    public static final int RESAMPLES = 2_000;
    private static final double MOST_UNDEFINED = 0.10;

    public static <T extends Additive<T>> ClusterBootstrap of(
            List<T> clusters, Function<T, Figure> coefficient, long seed, int resamples) {
        List<T> used = clusters.stream().filter(cluster -> cluster.n() > 0).toList();
        double[] values = used.isEmpty() ? new double[0] : draw(used, coefficient, seed, resamples);
        double undefined = 1 - (double) values.length / resamples;
        OptionalDouble error =
                values.length < 2 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(StatUtils.variance(values)));
        return new ClusterBootstrap(error, interval(values, error, used.size(), undefined), seed, resamples, undefined);
    }

    private static <T extends Additive<T>> double[] draw(
            List<T> clusters, Function<T, Figure> coefficient, long seed, int resamples) {
        RandomGenerator random = new Well19937c(seed);
        List<Double> values = new ArrayList<>(resamples);
        for (int b = 0; b < resamples; b++) {
            T sum = clusters.get(random.nextInt(clusters.size()));
            for (int c = 1; c < clusters.size(); c++) {
                sum = sum.plus(clusters.get(random.nextInt(clusters.size())));
            }
            coefficient.apply(sum).optional().ifPresent(values::add);
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Interval interval(double[] values, OptionalDouble error, int clusters, double undefined) {
        if (clusters == 0) {
            return new Interval.None(Reason.NO_JOINT_UNITS);
        }
        if (clusters < ClusterJackknife.FEWEST_CLUSTERS || undefined > MOST_UNDEFINED) {
            return new Interval.None(Reason.TOO_FEW_CLUSTERS);
        }
        if (error.getAsDouble() < Interval.BOUNDARY) {
            return new Interval.None(Reason.CONSTANT);
        }
        return new Interval.Between(
                StatUtils.percentile(values, 2.5), StatUtils.percentile(values, 97.5), error.getAsDouble(), 0);
    }
}
