package org.sepakat.agreement.diagnosis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Two coders' disagreement over one theme, by kind. Omissions and substitutions together are cells b and c of their table; boundaries, where both
 * applied it with other edges, are in cell a and never lower kappa.
 *
 * @param omittedByFirst the second applied it, the first applied nothing else instead
 * @param omittedBySecond the first applied it, the second applied nothing else instead
 * @param substituted units where who left it out applied another theme that the other did not
 * @param instead these other themes, the commonest first; a unit may show several
 * @param boundary units both marked with edges that differ
 */
public record DisagreementSplit(
        long omittedByFirst, long omittedBySecond, long substituted, List<Instead> instead, long boundary) {

    /** @param units in which it stood instead */
    public record Instead(int theme, long units) {}

    /** @param differingEdges units where the two coders' merged spans of the theme differ, joint or not */
    public static DisagreementSplit of(Presence presence, int theme, int first, int second, BitSet differingEdges) {
        BitSet firstOnly = presence.only(theme, first, second);
        BitSet secondOnly = presence.only(theme, second, first);
        long disagreed = (long) firstOnly.cardinality() + secondOnly.cardinality();
        List<Instead> instead = new ArrayList<>();
        for (int other = 0; other < presence.themes(); other++) {
            BitSet bySecond = both(presence.only(other, second, first), firstOnly);
            BitSet byFirst = both(presence.only(other, first, second), secondOnly);
            long units = (long) bySecond.cardinality() + byFirst.cardinality();
            if (units > 0) {
                instead.add(new Instead(other, units));
            }
        }
        for (Instead each : instead) {
            firstOnly.andNot(presence.only(each.theme(), second, first));
            secondOnly.andNot(presence.only(each.theme(), first, second));
        }
        instead.sort(Comparator.comparingLong(Instead::units).reversed());
        BitSet bothApplied = presence.joint(theme, first, second);
        bothApplied.and(presence.applied().get(theme).get(first));
        bothApplied.and(presence.applied().get(theme).get(second));
        return new DisagreementSplit(
                secondOnly.cardinality(),
                firstOnly.cardinality(),
                disagreed - firstOnly.cardinality() - secondOnly.cardinality(),
                List.copyOf(instead),
                both(bothApplied, differingEdges).cardinality());
    }

    private static BitSet both(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }

    public long omitted() {
        return omittedByFirst + omittedBySecond;
    }
}
