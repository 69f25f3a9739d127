package org.sepakat.agreement.figures;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sepakat.text.Span;

/** Where the marks of one theme lie in each unit, as a number: two coders with the same number in a unit marked the same characters of it. */
final class Edges {
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
            int mine = numbers[first][unit];
            int theirs = numbers[second][unit];
            differing.set(unit, mine != theirs && mine != 0 && theirs != 0);
        }
        return differing;
    }
}
