package org.sepakat.agreement;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often two sets of themes meet, by how many themes the one has, the other has, and both have: observed, within units, each unit's meetings
 * divided by {@code r_i - 1}; expected, over all values whatever their unit. Distinct sets, squared, are what it costs: a popcount each.
 */
final class SetMeetings {
    private final long[][] sets;
    private final int[] sizes;
    private final long[] totals;
    private final int width;
    private final double[] observed;
    private final long[] expected;

    /** @param units of each, the places of its sets in the list */
    SetMeetings(List<BitSet> distinct, List<int[]> units) {
        int words = distinct.stream()
                .mapToInt(set -> set.toLongArray().length)
                .max()
                .orElse(0);
        this.sets = new long[words][distinct.size()];
        this.sizes = distinct.stream().mapToInt(BitSet::cardinality).toArray();
        this.totals = new long[distinct.size()];
        this.width = IntStream.of(sizes).max().orElse(0) + 1;
        for (int set = 0; set < sizes.length; set++) {
            long[] bits = distinct.get(set).toLongArray();
            for (int word = 0; word < bits.length; word++) {
                sets[word][set] = bits[word];
            }
        }
        this.observed = new double[width * width * width];
        units.forEach(this::countUnit);
        this.expected = IntStream.range(0, sizes.length)
                .parallel()
                .collect(() -> new long[width * width * width], this::countSet, SetMeetings::add);
    }

    private void countUnit(int[] values) {
        for (int first : values) {
            totals[first]++;
            for (int second : values) {
                observed[place(first, second)] += 1.0 / (values.length - 1);
            }
        }
    }

    /** A set with those before it, both ways round. */
    private void countSet(long[] into, int set) {
        for (int other = 0; other < set; other++) {
            into[place(set, other)] += 2 * totals[set] * totals[other];
        }
    }

    private int place(int first, int second) {
        int common = 0;
        for (long[] word : sets) {
            common += Long.bitCount(word[first] & word[second]);
        }
        return (sizes[first] * width + sizes[second]) * width + common;
    }

    private static void add(long[] into, long[] counts) {
        for (int i = 0; i < into.length; i++) {
            into[i] += counts[i];
        }
    }

    /** Values in units that can be compared. */
    double values() {
        double values = 0;
        for (long total : totals) {
            values += total;
        }
        return values;
    }

    /** The sum of the distances between all values of a unit, over all units. */
    double observed(SetDistance distance) {
        double sum = 0;
        for (int at = 0; at < observed.length; at++) {
            sum += observed[at] == 0 ? 0 : observed[at] * between(distance, at);
        }
        return sum;
    }

    /** The same over all values at once. */
    double expected(SetDistance distance) {
        double sum = 0;
        for (int at = 0; at < expected.length; at++) {
            sum += expected[at] == 0 ? 0 : expected[at] * between(distance, at);
        }
        return sum;
    }

    private double between(SetDistance distance, int at) {
        return distance.between(at / width / width, at / width % width, at % width);
    }
}
