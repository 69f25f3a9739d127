package org.sepakat.agreement;

/**
 * Observed agreement, uncorrected: the mean over units of the share of coder pairs that agree (Gwet 2014). Pooling the pairs instead, as
 * DKPro does, gives another number where the count of coders varies between units.
 */
public final class PercentAgreement {
    private PercentAgreement() {}

    public static Figure of(ContingencyTable table) {
        return Figure.proportion(table.diagonal(), table.n(), Basis.of(table));
    }

    public static Figure of(RatingProfiles profiles) {
        Reason reason = profiles.incomparable();
        Basis basis = profiles.pairableBasis();
        return reason != null
                ? new Figure.Undefined(reason, basis)
                : Figure.chanceCorrected(observed(profiles), 0, basis);
    }

    /** {@code pa}, for a caller who knows that some unit is pairable. */
    static double observed(RatingProfiles profiles) {
        double sum = 0;
        for (int i = 0; i < profiles.size(); i++) {
            if (profiles.profile(i).isPairable()) {
                sum += profiles.units(i) * profiles.profile(i).agreement();
            }
        }
        return sum / profiles.pairable();
    }
}
