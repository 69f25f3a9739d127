package org.sepakat.agreement.gamma;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The cheapest way to put every unit of every coder into exactly one tuple, a tuple taking at most one unit of each. A tuple costs the mean
 * dissimilarity over all pairs of coders, two coders without a unit in it counting like one without. Exact: the first unit not yet placed goes
 * into each tuple it can be in, and what is left is solved once. At most 63 units.
 */
final class BestAlignment {
    static final int MOST_UNITS = Long.SIZE - 1;

    private final int coders;
    private final Dissimilarity dissimilarity;
    private final List<Unit> units = new ArrayList<>();
    private final List<List<Integer>> placesOf = new ArrayList<>();
    private final List<List<Tuple>> tuplesFrom = new ArrayList<>();
    private final Map<Long, Double> solved = new HashMap<>();

    /** @param units bits of those it takes */
    private record Tuple(long units, double cost) {}

    private BestAlignment(List<List<Unit>> lines, Dissimilarity dissimilarity) {
        this.coders = lines.size();
        this.dissimilarity = dissimilarity;
        record Owned(int coder, Unit unit) {}
        List<Owned> all = new ArrayList<>();
        for (int coder = 0; coder < coders; coder++) {
            placesOf.add(new ArrayList<>());
            for (Unit unit : lines.get(coder)) {
                all.add(new Owned(coder, unit));
            }
        }
        all.sort(Comparator.comparingDouble(owned -> owned.unit().begin()));
        for (Owned owned : all) {
            placesOf.get(owned.coder()).add(units.size());
            units.add(owned.unit());
            tuplesFrom.add(new ArrayList<>());
        }
        extend(new ArrayList<>(), 0, 0);
    }

    /** Cost of the best alignment over the mean count of units per coder. */
    static double disorder(List<List<Unit>> lines, Dissimilarity dissimilarity) {
        BestAlignment alignment = new BestAlignment(lines, dissimilarity);
        double perCoder = (double) alignment.units.size() / lines.size();
        return alignment.cost(0) / perCoder;
    }

    /** Every choice of a unit, or none, of each coder that is no dearer than its units alone would be. */
    private void extend(List<Integer> chosen, int coder, double sum) {
        double alone = dissimilarity.empty() * pairs();
        int rest = coders - coder;
        if (sum > (chosen.size() + rest) * alone) {
            return;
        }
        if (rest == 0) {
            add(chosen, sum, alone);
            return;
        }
        extend(chosen, coder + 1, sum + dissimilarity.empty() * coder);
        for (int place : placesOf.get(coder)) {
            double added = dissimilarity.empty() * (coder - chosen.size());
            for (int other : chosen) {
                added += dissimilarity.between(units.get(place), units.get(other));
            }
            chosen.add(place);
            extend(chosen, coder + 1, sum + added);
            chosen.remove(chosen.size() - 1);
        }
    }

    private int pairs() {
        return coders * (coders - 1) / 2;
    }

    private void add(List<Integer> chosen, double sum, double alone) {
        if (!chosen.isEmpty() && sum <= chosen.size() * alone) {
            long bits = 0;
            for (int place : chosen) {
                bits |= 1L << place;
            }
            tuplesFrom.get(Long.numberOfTrailingZeros(bits)).add(new Tuple(bits, sum / pairs()));
        }
    }

    private double cost(long placed) {
        int first = Long.numberOfTrailingZeros(~placed);
        if (first == units.size()) {
            return 0;
        }
        Double known = solved.get(placed);
        if (known != null) {
            return known;
        }
        double best = Double.POSITIVE_INFINITY;
        for (Tuple tuple : tuplesFrom.get(first)) {
            if ((tuple.units() & placed) == 0) {
                best = Math.min(best, tuple.cost() + cost(placed | tuple.units()));
            }
        }
        solved.put(placed, best);
        return best;
    }
}
