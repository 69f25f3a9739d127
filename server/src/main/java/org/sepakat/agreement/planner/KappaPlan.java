package org.sepakat.agreement.planner;

import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;

/** Units two or more coders must both code. Counts are rounded up; what is not is called raw. */
public final class KappaPlan {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private KappaPlan() {}

    /**
     * For a 95% interval of this half-width, two coders who apply the theme equally often (Bloch &amp; Kraemer 1989, Biometrics 45:269):
     * {@code n = (z/w)^2 (1-k) [(1-k)(1-2k) + k(2-k) / (2p(1-p))]}.
     */
    public static long unitsForWidth(double kappa, double prevalence, double halfWidth) {
        requireShare("prevalence", prevalence);
        requireShare("half-width", halfWidth);
        requireKappa(kappa);
        double spread = 2 * prevalence * (1 - prevalence);
        double variance = (1 - kappa) * ((1 - kappa) * (1 - 2 * kappa) + kappa * (2 - kappa) / spread);
        return ceil(variance * Math.pow(z(0.975) / halfWidth, 2));
    }

    /** What clustering costs: {@code 1 + (m - 1) icc} times as many units, m per transcript. */
    public static double designEffect(double unitsPerTranscript, double intraclassCorrelation) {
        if (!(unitsPerTranscript >= 1) || !(intraclassCorrelation >= 0 && intraclassCorrelation <= 1)) {
            throw new IllegalArgumentException("needs at least 1 unit per transcript and a correlation in [0, 1], got "
                    + unitsPerTranscript + " and " + intraclassCorrelation);
        }
        return 1 + (unitsPerTranscript - 1) * intraclassCorrelation;
    }

    /** Units still to be double-coded for a theme, given those done; never below 0. */
    public static long stillNeeded(long needed, double designEffect, long done) {
        return Math.max(0, ceil(needed * designEffect) - done);
    }

    /**
     * For a test of kappa = k0 to find k1 (Cantor 1996, Psychol. Methods 1:150; Flack et al. 1988):
     * {@code n = [(z_alpha sqrt(Q0) + z_power sqrt(Q1)) / (k1 - k0)]^2}.
     */
    public static long unitsForPower(
            double rate1, double rate2, double k1, double k0, double alpha, double power, boolean twoSided) {
        requireShare("rate", rate1);
        requireShare("rate", rate2);
        double reach = z(1 - (twoSided ? alpha / 2 : alpha)) * Math.sqrt(q(rate1, rate2, k0))
                + z(power) * Math.sqrt(q(rate1, rate2, k1));
        return ceil(Math.pow(reach / (k1 - k0), 2));
    }

    /** n times kappa's large-sample variance, in the 2x2 table that these margins and this kappa make. */
    private static double q(double rate1, double rate2, double kappa) {
        double pe = rate1 * rate2 + (1 - rate1) * (1 - rate2);
        double po = kappa * (1 - pe) + pe;
        double both = (po + rate1 + rate2 - 1) / 2;
        double[][] p = {{po - both, rate2 - both}, {rate1 - both, both}};
        double[] first = {1 - rate1, rate1};
        double[] second = {1 - rate2, rate2};
        double sum = -Math.pow(po * pe - 2 * pe + po, 2);
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                double margins = second[i] + first[j];
                double weight = i == j ? (1 - pe) - margins * (1 - po) : (1 - po) * margins;
                sum += p[i][j] * weight * weight;
            }
        }
        return sum / Math.pow(1 - pe, 4);
    }

    /** Goodness of fit under a common correlation, any number of coders (Donner &amp; Eliasziw 1992, Stat. Med. 11:1511); raw. */
    public static double rawUnitsForFit(
            double kappa0, double kappa1, double prevalence, int coders, double alpha, double power) {
        return rawUnitsForFit(kappa0, kappa1, prevalence, coders, noncentrality(alpha, power));
    }

    /** @param noncentrality that gives the test its power, of a chi-squared with one degree of freedom */
    public static double rawUnitsForFit(
            double kappa0, double kappa1, double prevalence, int coders, double noncentrality) {
        return noncentrality / divergence(kappa1, kappa0, prevalence, coders);
    }

    /** Where a test of size alpha, of one degree of freedom, has this power; both tails count. */
    public static double noncentrality(double alpha, double power) {
        requireShare("size of the test", alpha);
        if (!(power > alpha && power < 1)) {
            throw new IllegalArgumentException("the power lies between " + alpha + " and 1, got " + power);
        }
        double critical = z(1 - alpha / 2);
        double most = critical + z(power) + 1;
        double shift = new BrentSolver(1e-14)
                .solve(200, at -> phi(at - critical) + phi(-at - critical) - power, 0, Math.max(1, most));
        return shift * shift;
    }

    /** For a goodness-of-fit interval around kappa0 that stays within its limits (Rotondi &amp; Donner 2012, J. Clin. Epidemiol. 65:778). */
    public static long unitsForLimits(
            double kappa0, double lower, double upper, double prevalence, int coders, double alpha) {
        double critical = new ChiSquaredDistribution(null, 1).inverseCumulativeProbability(1 - alpha);
        double hardest =
                Math.min(divergence(kappa0, lower, prevalence, coders), divergence(kappa0, upper, prevalence, coders));
        return ceil(critical / hardest);
    }

    /** {@code sum_x (P_x(k1) - P_x(k0))^2 / P_x(k0)} over x of r coders applying the theme. */
    private static double divergence(double kappa1, double kappa0, double prevalence, int coders) {
        requireShare("prevalence", prevalence);
        double sum = 0;
        double ways = 1;
        for (int x = 0; x <= coders; x++) {
            double independent = ways * Math.pow(prevalence, x) * Math.pow(1 - prevalence, coders - x);
            double together = x == coders ? prevalence : x == 0 ? 1 - prevalence : 0;
            double under0 = independent * (1 - kappa0) + together * kappa0;
            double difference = (together - independent) * (kappa1 - kappa0);
            sum += difference * difference / under0;
            ways = ways * (coders - x) / (x + 1);
        }
        return sum;
    }

    private static double phi(double z) {
        return NORMAL.cumulativeProbability(z);
    }

    private static double z(double probability) {
        return NORMAL.inverseCumulativeProbability(probability);
    }

    private static long ceil(double units) {
        return (long) Math.ceil(units);
    }

    private static void requireShare(String what, double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("the " + what + " lies between 0 and 1, got " + share);
        }
    }

    private static void requireKappa(double kappa) {
        if (!(kappa > -1 && kappa < 1)) {
            throw new IllegalArgumentException("the expected kappa lies between -1 and 1, got " + kappa);
        }
    }
}
