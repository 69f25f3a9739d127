package org.sepakat.agreement;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Krippendorff's alpha where a value is the whole set of themes a coder gave a unit (Passonneau 2006): one figure for several themes at once.
 * A coder who reviewed a unit and applied nothing gave it the empty set. Every distance asks for no more than the sizes of two sets and of what
 * they have in common, so the pairs of sets are counted by these once.
 */
public final class SetAlpha {
    private final Map<BitSet, Integer> numbers = new LinkedHashMap<>();
    private final List<int[]> units = new ArrayList<>();
    private final int coders;
    private final int offered;
    private @Nullable SetMeetings meetings;

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
        return numbers.computeIfAbsent((BitSet) set.clone(), added -> numbers.size());
    }

    public Figure of(SetDistance distance) {
        Basis basis = Basis.of(units.size(), offered - units.size());
        if (coders < 2 || units.isEmpty()) {
            return new Figure.Undefined(coders < 2 ? Reason.ONE_CODER : Reason.NO_JOINT_UNITS, basis);
        }
        SetMeetings met = meetings();
        double expected = met.expected(distance);
        if (expected == 0) {
            return new Figure.Undefined(Reason.CONSTANT, basis);
        }
        double values = met.values();
        return KrippendorffAlpha.ratio(met.observed(distance) / values, expected / (values * (values - 1)), basis);
    }

    private SetMeetings meetings() {
        SetMeetings known = meetings;
        if (known == null) {
            known = new SetMeetings(List.copyOf(numbers.keySet()), units);
            meetings = known;
        }
        return known;
    }
}
