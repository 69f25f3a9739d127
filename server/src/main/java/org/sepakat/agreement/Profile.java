package org.sepakat.agreement;

import java.util.Arrays;

/** How many coders put one unit into each category, {@code r_ik}; coders who did not review it are in none. Immutable. */
public final class Profile {
    private final int[] counts;
    private final int total;

    public Profile(int... counts) {
        this.counts = counts.clone();
        this.total = Arrays.stream(counts).sum();
    }

    public int categories() {
        return counts.length;
    }

    /** {@code r_ik}. */
    public int count(int category) {
        return counts[category];
    }

    /** {@code r_i}: coders who reviewed the unit. */
    public int total() {
        return total;
    }

    /** Can be compared: at least two coders reviewed it. */
    public boolean isPairable() {
        return total >= 2;
    }

    /** {@code sum_k r_ik (r_ik - 1)}: ordered pairs of coders who agree. */
    public long agreeingPairs() {
        long sum = 0;
        for (int r : counts) {
            sum += (long) r * (r - 1);
        }
        return sum;
    }

    /** Share of the unit's coder pairs that agree; only for a pairable unit. */
    public double agreement() {
        return (double) agreeingPairs() / ((long) total * (total - 1));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Profile that && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return Arrays.toString(counts);
    }
}
