package org.sepakat.agreement.interval;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.math3.distribution.TDistribution;

/** The 97.5% points that two-sided 95% intervals need. Kept once computed: an inverse t takes longer than a kappa. */
final class Quantile {
    static final double NORMAL_975 = 1.959963984540054;

    /** The library solves to 1e-9 unless told otherwise. */
    private static final double ACCURACY = 1e-13;

    private static final Map<Long, Double> STUDENT = new ConcurrentHashMap<>();

    private Quantile() {}

    static double student975(long degreesOfFreedom) {
        return STUDENT.computeIfAbsent(
                degreesOfFreedom, df -> new TDistribution(df, ACCURACY).inverseCumulativeProbability(0.975));
    }
}
