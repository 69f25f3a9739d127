package org.sepakat.agreement;

/**
 * Chance = 1/q, every declared category alike (Bennett et al. 1954 for two coders, Brennan &amp; Prediger 1981; on complete units this is
 * Randolph's free-marginal kappa, 2005). Depends on how many categories were declared, so q is never taken from the data.
 */
public final class BrennanPrediger {
    private BrennanPrediger() {}

    public static Figure of(ContingencyTable table) {
        return corrected(PercentAgreement.of(table), table.categories());
    }

    public static Figure of(RatingProfiles profiles) {
        return corrected(PercentAgreement.of(profiles), profiles.categories());
    }

    private static Figure corrected(Figure percentAgreement, int categories) {
        return percentAgreement instanceof Figure.Defined seen
                ? Figure.chanceCorrected(seen.value(), 1.0 / categories, seen.basis())
                : percentAgreement;
    }
}
