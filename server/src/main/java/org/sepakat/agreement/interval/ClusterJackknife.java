package org.sepakat.agreement.interval;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.sepakat.agreement.Additive;
import org.sepakat.agreement.Figure;
import org.sepakat.agreement.Reason;

/**
 * Leave one transcript out, each in turn: {@code SE = sqrt((K-1)/K sum (k_(-c) - mean)^2)}, interval by t(K-1). Works on counts, so a
 * replicate costs a subtraction and one figure.
 *
 * @param standardError from two usable replicates on
 * @param interval none below {@link #FEWEST_CLUSTERS} transcripts, at a boundary, or where too many replicates are undefined
 * @param clusters transcripts with joint units
 * @param undefinedReplicates left out of the sum
 */
public record ClusterJackknife(OptionalDouble standardError, Interval interval, int clusters, int undefinedReplicates) {

    public static final int FEWEST_CLUSTERS = 5;
    private static final double MOST_UNDEFINED = 0.10;
    private static final ClusterJackknife NONE =
            new ClusterJackknife(OptionalDouble.empty(), new Interval.None(Reason.NO_JOINT_UNITS), 0, 0);

    public static <T extends Additive<T>> ClusterJackknife of(List<T> clusters, Function<T, Figure> coefficient) {
        List<T> used = inhabited(clusters);
        if (used.isEmpty()) {
            return NONE;
        }
        T whole = sum(used);
        Replicates replicates = new Replicates(used.size());
        for (T cluster : used) {
            Figure left = coefficient.apply(whole.minus(cluster));
            replicates.add(left.optional().orElse(Double.NaN));
        }
        return replicates.estimate(coefficient.apply(whole)).jackknife();
    }

    static ClusterJackknife of(Figure whole, double[] values, int defined, int clusters) {
        if (clusters == 0) {
            return NONE;
        }
        OptionalDouble error = error(values, defined);
        int undefined = clusters - defined;
        return new ClusterJackknife(error, interval(whole, error, clusters, undefined), clusters, undefined);
    }

    /** The replicates themselves, one per cluster with units, in order. */
    public static <T extends Additive<T>> List<Figure> leaveOneOut(List<T> clusters, Function<T, Figure> coefficient) {
        List<T> used = inhabited(clusters);
        if (used.size() < 2) {
            return List.of();
        }
        T whole = sum(used);
        return used.stream()
                .map(cluster -> coefficient.apply(whole.minus(cluster)))
                .toList();
    }

    private static <T extends Additive<T>> List<T> inhabited(List<T> clusters) {
        List<T> used = new ArrayList<>(clusters.size());
        for (T cluster : clusters) {
            if (cluster.n() > 0) {
                used.add(cluster);
            }
        }
        return used;
    }

    private static <T extends Additive<T>> T sum(List<T> clusters) {
        T whole = clusters.get(0);
        for (T cluster : clusters.subList(1, clusters.size())) {
            whole = whole.plus(cluster);
        }
        return whole;
    }

    private static OptionalDouble error(double[] values, int defined) {
        if (defined < 2) {
            return OptionalDouble.empty();
        }
        double mean = 0;
        for (int i = 0; i < defined; i++) {
            mean += values[i];
        }
        mean /= defined;
        double squares = 0;
        for (int i = 0; i < defined; i++) {
            squares += (values[i] - mean) * (values[i] - mean);
        }
        return OptionalDouble.of(Math.sqrt((defined - 1.0) / defined * squares));
    }

    private static Interval interval(Figure whole, OptionalDouble error, int clusters, int undefined) {
        if (whole instanceof Figure.Undefined none) {
            return new Interval.None(none.reason());
        }
        if (clusters < FEWEST_CLUSTERS || undefined > MOST_UNDEFINED * clusters) {
            return new Interval.None(Reason.TOO_FEW_CLUSTERS);
        }
        if (error.getAsDouble() < Interval.BOUNDARY) {
            return new Interval.None(Reason.CONSTANT);
        }
        return Interval.student(((Figure.Defined) whole).value(), error.getAsDouble(), clusters - undefined - 1L);
    }
}
