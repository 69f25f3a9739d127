package org.sepakat.agreement;

/**
 * Chance = {@code sum_k pi_k (1 - pi_k) / (q - 1)} (Gwet 2008, Br. J. Math. Stat. Psychol. 61:29). Never above 1/q, hence defined, and 1,
 * where nothing varies. Margins come from every unit that anyone reviewed.
 */
public final class GwetAc1 {
    private GwetAc1() {}

    public static Figure of(RatingProfiles profiles) {
        Reason reason = profiles.incomparable();
        Basis basis = profiles.pairableBasis();
        if (reason != null) {
            return new Figure.Undefined(reason, basis);
        }
        double chance = chance(profiles.meanShares());
        return Figure.chanceCorrected(PercentAgreement.observed(profiles), chance, basis);
    }

    static double chance(double[] shares) {
        double sum = 0;
        for (double pi : shares) {
            sum += pi * (1 - pi);
        }
        return sum / (shares.length - 1);
    }
}
