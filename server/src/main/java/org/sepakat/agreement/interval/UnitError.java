package org.sepakat.agreement.interval;

import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.sepakat.agreement.BrennanPrediger;
import org.sepakat.agreement.Figure;
import org.sepakat.agreement.FleissKappa;
import org.sepakat.agreement.GwetAc1;
import org.sepakat.agreement.KrippendorffAlpha;
import org.sepakat.agreement.PercentAgreement;
import org.sepakat.agreement.Profile;
import org.sepakat.agreement.RatingProfiles;

/**
 * Gwet's standard errors for several coders and missing cells (Gwet 2014, Handbook of Inter-Rater Reliability): each unit's pull {@code x_i}
 * on the coefficient, {@code SE^2 = sum (x_i - centre)^2 / (n (n-1))}. Units are taken as independent.
 */
public final class UnitError {
    private UnitError() {}

    public static OptionalDouble percentAgreement(RatingProfiles profiles) {
        return fixedChance(PercentAgreement.of(profiles), profiles);
    }

    public static OptionalDouble brennanPrediger(RatingProfiles profiles) {
        return fixedChance(BrennanPrediger.of(profiles), profiles);
    }

    private static OptionalDouble fixedChance(Figure figure, RatingProfiles profiles) {
        return figure instanceof Figure.Defined defined
                ? spread(profiles, defined, profile -> defined.expected())
                : OptionalDouble.empty();
    }

    /** {@code pe_i = sum_k (1 - pi_k) r_ik / r_i / (q - 1)}. */
    public static OptionalDouble gwetAc1(RatingProfiles profiles) {
        double[] pi = profiles.meanShares();
        return GwetAc1.of(profiles) instanceof Figure.Defined defined
                ? spread(profiles, defined, profile -> (1 - weighted(profile, pi)) / (pi.length - 1))
                : OptionalDouble.empty();
    }

    /** {@code pe_i = sum_k pi_k r_ik / r_i}. */
    public static OptionalDouble fleissKappa(RatingProfiles profiles) {
        double[] pi = profiles.meanShares();
        return FleissKappa.of(profiles) instanceof Figure.Defined defined
                ? spread(profiles, defined, profile -> weighted(profile, pi))
                : OptionalDouble.empty();
    }

    /** For two coders: the delta method's figure, which divides by n instead of n - 1. */
    public static OptionalDouble largeSample(OptionalDouble error, RatingProfiles profiles) {
        double n = profiles.n();
        return error.isPresent() ? OptionalDouble.of(error.getAsDouble() * Math.sqrt((n - 1) / n)) : error;
    }

    private static double weighted(Profile profile, double[] pi) {
        double sum = 0;
        for (int k = 0; k < pi.length; k++) {
            sum += pi[k] * profile.count(k) / profile.total();
        }
        return sum;
    }

    /** {@code x_i = (n/n')(pa_i - pe)[r_i >= 2]/(1-pe) - 2(1-coef)(pe_i - pe)/(1-pe)}. */
    private static OptionalDouble spread(
            RatingProfiles profiles, Figure.Defined figure, ToDoubleFunction<Profile> chance) {
        double pe = figure.expected();
        double share = (double) profiles.n() / profiles.pairable();
        double sum = 0;
        for (int i = 0; i < profiles.size(); i++) {
            Profile profile = profiles.profile(i);
            if (profile.total() > 0) {
                double agreement = profile.isPairable() ? share * (profile.agreement() - pe) : 0;
                double x = (agreement - 2 * (1 - figure.value()) * (chance.applyAsDouble(profile) - pe)) / (1 - pe);
                sum += profiles.units(i) * Math.pow(x - figure.value(), 2);
            }
        }
        return root(sum, profiles.n());
    }

    /** As irrCAC 1.4 has it: over the n' pairable units, against their mean count of coders, without the small-sample term. */
    public static OptionalDouble krippendorffAlpha(RatingProfiles profiles) {
        if (!KrippendorffAlpha.nominal(profiles).isDefined()) {
            return OptionalDouble.empty();
        }
        double n = profiles.pairable();
        long[] totals = profiles.totals(2);
        double rbar = 0;
        for (long total : totals) {
            rbar += total / n;
        }
        double[] pi = new double[totals.length];
        double pe = 0;
        for (int k = 0; k < pi.length; k++) {
            pi[k] = totals[k] / n / rbar;
            pe += pi[k] * pi[k];
        }
        return alphaSpread(profiles, pi, pe, rbar);
    }

    private static OptionalDouble alphaSpread(RatingProfiles profiles, double[] pi, double pe, double rbar) {
        double n = profiles.pairable();
        double pa = 0;
        for (int i = 0; i < profiles.size(); i++) {
            pa += profiles.profile(i).isPairable() ? profiles.units(i) * agreement(profiles.profile(i), rbar) / n : 0;
        }
        double alpha = (pa - pe) / (1 - pe);
        double sum = 0;
        for (int i = 0; i < profiles.size(); i++) {
            Profile profile = profiles.profile(i);
            if (profile.isPairable()) {
                double excess = (profile.total() - rbar) / rbar;
                double chance = weighted(profile, pi) * profile.total() / rbar - pe * excess;
                double x = (agreement(profile, rbar) - pa * excess - pe - 2 * (1 - alpha) * (chance - pe)) / (1 - pe);
                sum += profiles.units(i) * Math.pow(x - alpha, 2);
            }
        }
        return root(sum, profiles.pairable());
    }

    /** {@code sum_k r_ik (r_ik - 1) / (rbar (r_i - 1))}. */
    private static double agreement(Profile profile, double rbar) {
        return profile.agreeingPairs() / (rbar * (profile.total() - 1));
    }

    static OptionalDouble root(double squares, long n) {
        return n < 2 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(squares / ((double) n * (n - 1))));
    }
}
