package org.sepakat.agreement;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Krippendorff's alpha where a value is the whole set of themes a coder gave a unit (Passonneau 2006): one figure for several themes at once.
 * A coder who reviewed a unit and applied nothing gave it the empty set.
 */
public final class SetAlpha {
    private final List<BitSet> sets = new ArrayList<>();
    private final Map<BitSet, Integer> numbers = new LinkedHashMap<>();
    private final List<int[]> units = new ArrayList<>();
    private final int coders;
    private final int offered;

    /** @param codings per unit, per coder, the themes applied; null where the coder did not review the unit */
    public SetAlpha(int coders, List<? extends List<@Nullable BitSet>> codings) {
        this.coders = coders;
        this.offered = codings.size();
        for (List<@Nullable BitSet> unit : codings) {
            int[] values = unit.stream()
                    .mapToInt(set -> set == null ? -1 : number(set))
                    .filter(v -> v >= 0)
                    .toArray();
            if (values.length >= 2) {
                units.add(values);
            }
        }
    }

    private int number(BitSet set) {
        return numbers.computeIfAbsent((BitSet) set.clone(), added -> {
            sets.add(added);
            return sets.size() - 1;
        });
    }

    public Figure of(SetDistance distance) {
        Basis basis = Basis.of(units.size(), offered - units.size());
        if (coders < 2 || units.isEmpty()) {
            return new Figure.Undefined(coders < 2 ? Reason.ONE_CODER : Reason.NO_JOINT_UNITS, basis);
        }
        long[] totals = totals();
        double values = 0;
        for (long total : totals) {
            values += total;
        }
        double expected = expected(totals, distance);
        if (expected == 0) {
            return new Figure.Undefined(Reason.CONSTANT, basis);
        }
        return KrippendorffAlpha.ratio(observed(distance) / values, expected / (values * (values - 1)), basis);
    }

    private long[] totals() {
        long[] totals = new long[sets.size()];
        for (int[] unit : units) {
            for (int value : unit) {
                totals[value]++;
            }
        }
        return totals;
    }

    private double observed(SetDistance distance) {
        double sum = 0;
        for (int[] unit : units) {
            double inUnit = 0;
            for (int first : unit) {
                for (int second : unit) {
                    inUnit += between(first, second, distance);
                }
            }
            sum += inUnit / (unit.length - 1);
        }
        return sum;
    }

    private double expected(long[] totals, SetDistance distance) {
        double sum = 0;
        for (int c = 0; c < totals.length; c++) {
            for (int k = 0; k < c; k++) {
                sum += 2.0 * totals[c] * totals[k] * between(c, k, distance);
            }
        }
        return sum;
    }

    private double between(int c, int k, SetDistance distance) {
        return c == k ? 0 : distance.between(sets.get(c), sets.get(k));
    }
}
