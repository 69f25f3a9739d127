package org.sepakat.agreement;

import java.util.ArrayList;
import java.util.List;

/**
 * Any number of coders with one common distribution: {@code pe = sum_k pi_k^2} (Fleiss 1971, Psychol. Bull. 76:378). Two treatments of missing
 * data go by the name: Gwet's extension uses every unit (here, on the profiles as they are); the listwise one is the same on
 * {@link RatingProfiles#complete()}.
 */
public final class FleissKappa {
    private FleissKappa() {}

    public static Figure of(RatingProfiles profiles) {
        Reason reason = profiles.incomparable();
        Basis basis = profiles.pairableBasis();
        if (reason != null) {
            return new Figure.Undefined(reason, basis);
        }
        if (profiles.isConstant(1)) {
            return new Figure.Undefined(Reason.CONSTANT, basis);
        }
        double chance = chance(profiles.meanShares());
        return Figure.chanceCorrected(PercentAgreement.observed(profiles), chance, basis);
    }

    static double chance(double[] shares) {
        double sum = 0;
        for (double pi : shares) {
            sum += pi * pi;
        }
        return sum;
    }

    /** {@code kappa_k = (P_k - p_k) / (1 - p_k)} for every declared category, over the complete units. */
    public static List<Figure> perCategory(RatingProfiles profiles) {
        RatingProfiles complete = profiles.complete();
        List<Figure> figures = new ArrayList<>();
        for (int k = 0; k < profiles.categories(); k++) {
            figures.add(ofCategory(complete, k));
        }
        return List.copyOf(figures);
    }

    private static Figure ofCategory(RatingProfiles complete, int k) {
        Reason reason = complete.incomparable();
        Basis basis = complete.pairableBasis();
        if (reason != null) {
            return new Figure.Undefined(reason, basis);
        }
        long codings = complete.totals(2)[k];
        long all = complete.pairable() * complete.coders();
        if (codings == 0 || codings == all) {
            return new Figure.Undefined(codings == 0 ? Reason.EMPTY_DENOMINATOR : Reason.CONSTANT, basis);
        }
        // P_k = (sum_i r_ik^2 - N r p_k) / (N r (r-1) p_k), where N r p_k is the count of codings
        double squares = 0;
        for (int i = 0; i < complete.size(); i++) {
            double r = complete.profile(i).count(k);
            squares += complete.units(i) * r * r;
        }
        double observed = (squares - codings) / ((double) codings * (complete.coders() - 1));
        return Figure.chanceCorrected(observed, (double) codings / all, basis);
    }
}
