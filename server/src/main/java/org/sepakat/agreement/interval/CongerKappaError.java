package org.sepakat.agreement.interval;

import java.util.OptionalDouble;
import org.sepakat.agreement.CongerKappa;
import org.sepakat.agreement.Figure;
import org.sepakat.agreement.Profile;
import org.sepakat.agreement.RatingProfiles;
import org.sepakat.agreement.Ratings;

/** Gwet's standard error of Conger's kappa; the only one that must know which coder said what, hence the ratings themselves. */
public final class CongerKappaError {
    private final Ratings ratings;
    private final Figure.Defined kappa;
    private final double n;
    private final double pairable;
    private final double[] reviewed;
    private final double[][] p;
    private final double[] pbar;

    private CongerKappaError(Ratings ratings, RatingProfiles profiles, Figure.Defined kappa) {
        this.ratings = ratings;
        this.kappa = kappa;
        this.n = profiles.n();
        this.pairable = profiles.pairable();
        this.reviewed = new double[ratings.coders()];
        this.p = new double[ratings.coders()][ratings.categories()];
        this.pbar = new double[ratings.categories()];
        long[][] margins = ratings.margins();
        for (int g = 0; g < ratings.coders(); g++) {
            for (long count : margins[g]) {
                reviewed[g] += count;
            }
            for (int k = 0; k < pbar.length && reviewed[g] > 0; k++) {
                p[g][k] = margins[g][k] / reviewed[g];
            }
        }
        for (int k = 0; k < pbar.length; k++) {
            for (double[] shares : p) {
                pbar[k] += shares[k] / coders();
            }
        }
    }

    public static OptionalDouble of(Ratings ratings) {
        RatingProfiles profiles = ratings.profiles();
        return CongerKappa.of(ratings) instanceof Figure.Defined defined
                ? new CongerKappaError(ratings, profiles, defined).spread()
                : OptionalDouble.empty();
    }

    /** Coders who reviewed anything. */
    private int coders() {
        int count = 0;
        for (double units : reviewed) {
            count += units > 0 ? 1 : 0;
        }
        return count;
    }

    private OptionalDouble spread() {
        double pe = kappa.expected();
        int r = coders();
        double sum = 0;
        for (int i = 0; i < ratings.units(); i++) {
            Profile profile = ratings.profile(i);
            if (profile.total() > 0) {
                double agreement = profile.isPairable() ? n / pairable * (profile.agreement() - pe) : 0;
                double x = (agreement - 2 * (1 - kappa.value()) * (chance(i, r) - pe)) / (1 - pe);
                sum += Math.pow(x - kappa.value(), 2);
            }
        }
        return UnitError.root(sum, (long) n);
    }

    /** {@code pe_i = sum_g sum_k lam_gk / (r(r-1))}, {@code lam_gk = (n/n_g)[1(x_ig=k) - (e_ig - n_g/n) p_gk](r pbar_k - p_gk)}. */
    private double chance(int unit, int r) {
        double sum = 0;
        for (int g = 0; g < ratings.coders(); g++) {
            double hasReviewed = ratings.hasReviewed(unit, g) ? 1 : 0;
            for (int k = 0; k < pbar.length && reviewed[g] > 0; k++) {
                double chosen = ratings.rating(unit, g) == k ? 1 : 0;
                double share = chosen - (hasReviewed - reviewed[g] / n) * p[g][k];
                sum += n / reviewed[g] * share * (r * pbar[k] - p[g][k]);
            }
        }
        return sum / ((double) r * (r - 1));
    }
}
