package org.sepakat;

import java.util.Arrays;

/** Waiting times in milliseconds. A percentile is one of the values (nearest rank): the smallest that so many per cent do not exceed. */
public record Percentiles(int count, double p50, double p95, double p99, double most) {

    private static final double NANOS = 1e6;

    public static Percentiles ofNanos(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Percentiles(sorted.length, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1));
    }

    private static double at(long[] sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted.length == 0 ? Double.NaN : sorted[Math.max(1, rank) - 1] / NANOS;
    }
}
