package org.sepakat.agreement;

import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * How often two sets of themes meet, by how many themes the one has, the other has, and both have: observed, within units, each unit's meetings
 * divided by {@code r_i - 1}; expected, over all values whatever their unit. Distinct sets, squared, are what it costs: a popcount each. Of the
 * three sizes only those that occur take room, as a set may hold any number of themes.
 */
final class SetMeetings {
    private final long[][] sets;
    private final int[] sizes;
    private final long[] totals;
    private final long width;
    private final SortedMap<Long, Double> observed;
    private final SortedMap<Long, Double> expected;

    /** @param units of each, the places of its sets in the list */
    SetMeetings(List<BitSet> distinct, List<int[]> units) {
        int words = distinct.stream()
                .mapToInt(set -> set.toLongArray().length)
                .max()
                .orElse(0);
        this.sets = new long[words][distinct.size()];
        this.sizes = distinct.stream().mapToInt(BitSet::cardinality).toArray();
        this.totals = new long[distinct.size()];
        this.width = IntStream.of(sizes).max().orElse(0) + 1L;
        for (int set = 0; set < sizes.length; set++) {
            long[] bits = distinct.get(set).toLongArray();
            for (int word = 0; word < bits.length; word++) {
                sets[word][set] = bits[word];
            }
        }
        Sums within = new Sums();
        units.forEach(values -> countUnit(within, values));
        this.observed = within.byKey();
        this.expected = IntStream.range(0, sizes.length)
                .parallel()
                .collect(Sums::new, this::countSet, Sums::addAll)
                .byKey();
    }

    private void countUnit(Sums into, int[] values) {
        for (int first : values) {
            totals[first]++;
            for (int second : values) {
                into.add(key(first, second), 1.0 / (values.length - 1));
            }
        }
    }

    /** A set with those before it, both ways round. */
    private void countSet(Sums into, int set) {
        for (int other = 0; other < set; other++) {
            into.add(key(set, other), 2.0 * totals[set] * totals[other]);
        }
    }

    private long key(int first, int second) {
        int common = 0;
        for (long[] word : sets) {
            common += Long.bitCount(word[first] & word[second]);
        }
        return (sizes[first] * width + sizes[second]) * width + common;
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
        return sum(observed, distance);
    }

    /** The same over all values at once. */
    double expected(SetDistance distance) {
        return sum(expected, distance);
    }

    private double sum(SortedMap<Long, Double> meetings, SetDistance distance) {
        double sum = 0;
        for (var met : meetings.entrySet()) {
            sum += met.getValue() * between(distance, met.getKey());
        }
        return sum;
    }

    private double between(SetDistance distance, long key) {
        return distance.between((int) (key / width / width), (int) (key / width % width), (int) (key % width));
    }
}
