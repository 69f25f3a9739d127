package org.sepakat.agreement;

import java.util.Arrays;

/**
 * Any number of coders, any missing cells: {@code 1 - Do/De} over the values that can be paired (Krippendorff 2011, Computing Krippendorff's
 * alpha-reliability). Every unit's coincidences are divided by {@code r_i - 1}, complete or not.
 */
public final class KrippendorffAlpha {
    private KrippendorffAlpha() {}

    public static Figure nominal(RatingProfiles profiles) {
        return of(profiles, Metric.NOMINAL);
    }

    public static Figure of(RatingProfiles profiles, Metric metric) {
        Reason reason = profiles.incomparable();
        Basis basis = profiles.pairableBasis();
        if (reason != null) {
            return new Figure.Undefined(reason, basis);
        }
        if (profiles.isConstant(2)) {
            return new Figure.Undefined(Reason.CONSTANT, basis);
        }
        long[] totals = profiles.totals(2);
        double[][] squared = distances(totals, metric);
        double values = Arrays.stream(totals).sum();
        double observed = 0;
        for (int i = 0; i < profiles.size(); i++) {
            Profile profile = profiles.profile(i);
            if (profile.isPairable() && profiles.units(i) > 0) {
                observed += profiles.units(i) * disagreement(profile, squared) / (profile.total() - 1);
            }
        }
        double expected = 0;
        for (int c = 0; c < totals.length; c++) {
            for (int k = 0; k < totals.length; k++) {
                expected += (double) totals[c] * totals[k] * squared[c][k];
            }
        }
        return ratio(observed / values, expected / (values * (values - 1)), basis);
    }

    /**
     * The same for a theme, from sums over pairable units, for replicates by the thousand; NaN where it is undefined.
     *
     * @param absent codings, {@code N_0}
     * @param present codings, {@code N_1}
     * @param disagreement {@code sum_i 2 r_i0 r_i1 / (r_i - 1)}
     */
    public static double ofSums(double absent, double present, double disagreement) {
        double values = absent + present;
        return absent == 0 || present == 0 ? Double.NaN : 1 - disagreement * (values - 1) / (2 * absent * present);
    }

    private static double disagreement(Profile profile, double[][] squared) {
        double sum = 0;
        for (int c = 0; c < squared.length; c++) {
            for (int k = 0; k < squared.length && profile.count(c) > 0; k++) {
                sum += (double) profile.count(c) * profile.count(k) * squared[c][k];
            }
        }
        return sum;
    }

    private static double[][] distances(long[] totals, Metric metric) {
        double[][] squared = new double[totals.length][totals.length];
        for (int c = 0; c < totals.length; c++) {
            for (int k = 0; k < totals.length; k++) {
                squared[c][k] = metric.squared(c, k, totals);
            }
        }
        return squared;
    }

    /** {@code 1 - Do/De}, kept as agreements {@code 1 - Do} and {@code 1 - De}. */
    static Figure ratio(double observedDisagreement, double expectedDisagreement, Basis basis) {
        return new Figure.Defined(
                1 - observedDisagreement / expectedDisagreement,
                1 - observedDisagreement,
                1 - expectedDisagreement,
                basis);
    }
}
