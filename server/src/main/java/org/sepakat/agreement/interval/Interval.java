package org.sepakat.agreement.interval;

import org.sepakat.agreement.Reason;

/** A 95% confidence interval, or why there is none. */
public sealed interface Interval {
    /** Below this a standard error is rounding noise: the figure sits at a boundary and no interval is shown. */
    double BOUNDARY = 1e-9;

    /**
     * @param standardError of the figure
     * @param degreesOfFreedom of the t distribution used; positive infinity for the normal one, 0 for a percentile interval
     */
    record Between(double lower, double upper, double standardError, double degreesOfFreedom) implements Interval {
        public double width() {
            return upper - lower;
        }
    }

    record None(Reason reason) implements Interval {}

    /** {@code estimate +- z SE}, not clipped. */
    static Between normal(double estimate, double standardError) {
        double reach = Quantile.NORMAL_975 * standardError;
        return new Between(estimate - reach, estimate + reach, standardError, Double.POSITIVE_INFINITY);
    }

    /** {@code estimate +- t(.975, df) SE}. */
    static Between student(double estimate, double standardError, long degreesOfFreedom) {
        double reach = Quantile.student975(degreesOfFreedom) * standardError;
        return new Between(estimate - reach, estimate + reach, standardError, degreesOfFreedom);
    }
}
