package org.sepakat.agreement;

/** How far apart two categories are: the squared difference in the numerator and denominator of Krippendorff's alpha. */
public enum Metric {
    /** Different is different. */
    NOMINAL {
        @Override
        double squared(int c, int k, long[] totals) {
            return c == k ? 0 : 1;
        }
    },
    /** Declared order; the distance counts the codings that lie between: {@code (sum_{g=c..k} N_g - (N_c + N_k)/2)^2}. */
    ORDINAL {
        @Override
        double squared(int c, int k, long[] totals) {
            double between = -(totals[c] + totals[k]) / 2.0;
            for (int g = Math.min(c, k); g <= Math.max(c, k); g++) {
                between += totals[g];
            }
            return c == k ? 0 : between * between;
        }
    };

    /** @param totals pairable codings per category, {@code N_k} */
    abstract double squared(int c, int k, long[] totals);
}
