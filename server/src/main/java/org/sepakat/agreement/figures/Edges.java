package org.sepakat.agreement.figures;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sepakat.text.Span;

/** Where the marks of one theme lie in each unit, as a number: two coders with the same number in a unit marked the same characters of it. */
public final class Edges {
    private final int[][] numbers;
    private final Map<List<Span>, Integer> known = new HashMap<>();

    /** Nobody has marked anything. */
    Edges(int coders, int units) {
        this.numbers = new int[coders][units];
    }

    void put(int coder, int unit, List<Span> marked) {
        numbers[coder][unit] = known.computeIfAbsent(marked, parts -> known.size() + 1);
    }

    /** Units that both marked, but not the same characters of them. */
    BitSet differing(int first, int second) {
        BitSet differing = new BitSet();
        for (int unit = 0; unit < numbers[first].length; unit++) {
            differing.set(unit, areDifferent(first, second, unit));
        }
        return differing;
    }

    /** Whether both marked something of a unit, but not the same characters. */
    public boolean areDifferent(int first, int second, int unit) {
        int mine = numbers[first][unit];
        int theirs = numbers[second][unit];
        return mine != theirs && mine != 0 && theirs != 0;
    }
}
