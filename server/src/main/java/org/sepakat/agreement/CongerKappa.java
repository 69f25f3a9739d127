package org.sepakat.agreement;

/**
 * Any number of coders, each with a distribution of their own: {@code pe = sum_k (pbar_k^2 - s_k^2 / r)}, mean and variance over the coders'
 * own shares {@code p_gk} (Conger 1980, Psychol. Bull. 88:322). Cohen's kappa for two coders and complete data. Coders who reviewed nothing
 * have no share and are left out.
 */
public final class CongerKappa {
    private CongerKappa() {}

    public static Figure of(Ratings ratings) {
        return of(ratings.profiles(), ratings.margins());
    }

    /**
     * @param profiles the units
     * @param margins codings per coder and category, {@code n_gk}
     */
    public static Figure of(RatingProfiles profiles, long[][] margins) {
        Reason reason = profiles.incomparable();
        Basis basis = profiles.pairableBasis();
        if (reason != null) {
            return new Figure.Undefined(reason, basis);
        }
        if (profiles.isConstant(1)) {
            return new Figure.Undefined(Reason.CONSTANT, basis);
        }
        return Figure.chanceCorrected(PercentAgreement.observed(profiles), chance(margins), basis);
    }

    private static double chance(long[][] margins) {
        // For r coders, pbar^2 - s^2/r is the mean of p_g p_h over all ordered pairs of different coders.
        double sum = 0;
        int coders = 0;
        for (long[] g : margins) {
            coders += total(g) > 0 ? 1 : 0;
            for (long[] h : margins) {
                if (g != h && total(g) > 0 && total(h) > 0) {
                    sum += meeting(g, h);
                }
            }
        }
        return sum / ((double) coders * (coders - 1));
    }

    private static double meeting(long[] g, long[] h) {
        double sum = 0;
        for (int k = 0; k < g.length; k++) {
            sum += ((double) g[k] / total(g)) * ((double) h[k] / total(h));
        }
        return sum;
    }

    private static long total(long[] margin) {
        long sum = 0;
        for (long count : margin) {
            sum += count;
        }
        return sum;
    }
}
