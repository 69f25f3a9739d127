package org.sepakat.agreement.interval;

import java.util.OptionalDouble;
import org.sepakat.agreement.RatingProfiles;

/**
 * Standard error of Fleiss' kappa under kappa = 0, on complete units (Fleiss, Nee &amp; Landis 1979, Psychol. Bull. 86:974; the variance
 * printed in 1971 is wrong).
 */
public final class FleissNullError {
    private FleissNullError() {}

    public static OptionalDouble of(RatingProfiles profiles) {
        RatingProfiles complete = profiles.complete();
        double n = complete.pairable();
        double r = complete.coders();
        double s = 0;
        double skew = 0;
        for (long codings : complete.totals(2)) {
            double p = codings / (n * r);
            double q = 1 - p;
            s += p * q;
            skew += p * q * (q - p);
        }
        // Var0 = 2 / (N r (r-1)) * (S^2 - sum p_j q_j (q_j - p_j)) / S^2, S = sum p_j q_j
        double variance = 2 / (n * r * (r - 1)) * (s * s - skew) / (s * s);
        return n > 0 && s > 0 ? OptionalDouble.of(Math.sqrt(Math.max(0, variance))) : OptionalDouble.empty();
    }
}
