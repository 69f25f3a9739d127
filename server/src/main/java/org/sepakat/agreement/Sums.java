package org.sepakat.agreement;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums by key, no key below 0. It takes room for the keys that occur and no box for any, as keys come by the million. For one thread. */
final class Sums {
    private static final long FREE = -1;

    private long[] keys = free(16);
    private double[] sums = new double[16];
    private int size;

    void add(long key, double amount) {
        int at = place(key);
        if (keys[at] == FREE) {
            keys[at] = key;
            size++;
        }
        sums[at] += amount;
        if (2 * size > keys.length) {
            grow();
        }
    }

    void addAll(Sums others) {
        for (int at = 0; at < others.keys.length; at++) {
            if (others.keys[at] != FREE) {
                add(others.keys[at], others.sums[at]);
            }
        }
    }

    /** In an order that does not depend on the one in which they came. */
    SortedMap<Long, Double> byKey() {
        SortedMap<Long, Double> sorted = new TreeMap<>();
        for (int at = 0; at < keys.length; at++) {
            if (keys[at] != FREE) {
                sorted.put(keys[at], sums[at]);
            }
        }
        return sorted;
    }

    private int place(long key) {
        int at = Long.hashCode(key * 0x9E3779B97F4A7C15L) & (keys.length - 1);
        while (keys[at] != key && keys[at] != FREE) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        double[] oldSums = sums;
        keys = free(2 * oldKeys.length);
        sums = new double[keys.length];
        for (int old = 0; old < oldKeys.length; old++) {
            if (oldKeys[old] != FREE) {
                int at = place(oldKeys[old]);
                keys[at] = oldKeys[old];
                sums[at] = oldSums[old];
            }
        }
    }

    private static long[] free(int length) {
        long[] keys = new long[length];
        Arrays.fill(keys, FREE);
        return keys;
    }
}
