package org.sepakat.agreement.span;

import java.util.NavigableSet;
import java.util.TreeSet;
import org.sepakat.agreement.Basis;
import org.sepakat.agreement.Figure;
import org.sepakat.agreement.Reason;

/**
 * Two segmentations of one text, as sets of boundaries (Fournier 2013, ACL): {@code B = 1 - edits / (edits + matches)}; a boundary moved by
 * fewer than {@code nt} places is one edit that costs its distance over {@code nt}. Window difference and Pk are kept for comparison with older
 * work; they take the second segmentation as the reference.
 */
public final class BoundarySimilarity {
    private final NavigableSet<Integer> first;
    private final NavigableSet<Integer> second;
    private final int length;
    private final int segments;

    /** @param first lengths of the first coder's segments, which cover as much as the second's */
    public BoundarySimilarity(int[] first, int[] second) {
        this.first = boundaries(first);
        this.second = boundaries(second);
        this.length = sum(first);
        this.segments = second.length;
        if (length != sum(second)) {
            throw new IllegalArgumentException("segments cover " + length + " and " + sum(second) + " positions");
        }
    }

    private static int sum(int[] masses) {
        int sum = 0;
        for (int mass : masses) {
            sum += mass;
        }
        return sum;
    }

    private static NavigableSet<Integer> boundaries(int[] masses) {
        NavigableSet<Integer> boundaries = new TreeSet<>();
        int at = 0;
        for (int i = 0; i + 1 < masses.length; i++) {
            at += masses[i];
            boundaries.add(at);
        }
        return boundaries;
    }

    public Figure similarity(int nt) {
        TreeSet<Integer> mine = new TreeSet<>(first);
        TreeSet<Integer> theirs = new TreeSet<>(second);
        mine.removeAll(second);
        theirs.removeAll(first);
        int matches = first.size() - mine.size();
        int moved = 0;
        double cost = 0;
        for (int distance = 1; distance < nt; distance++) {
            for (int boundary : new TreeSet<>(mine)) {
                Integer partner = theirs.contains(boundary - distance)
                        ? Integer.valueOf(boundary - distance)
                        : theirs.contains(boundary + distance) ? Integer.valueOf(boundary + distance) : null;
                if (partner != null) {
                    mine.remove(boundary);
                    theirs.remove(partner);
                    moved++;
                    cost += (double) distance / nt;
                }
            }
        }
        int lonely = mine.size() + theirs.size();
        int places = lonely + moved + matches;
        Basis basis = Basis.of(places, 0);
        return places == 0
                ? new Figure.Undefined(Reason.EMPTY_DENOMINATOR, basis)
                : Figure.chanceCorrected(1 - (lonely + cost) / places, 0, basis);
    }

    /** Share of windows in which the counts of boundaries differ. */
    public Figure windowDifference() {
        return windows(false);
    }

    /** Share of windows on which the two differ whether both ends lie in one segment. */
    public Figure pk() {
        return windows(true);
    }

    private Figure windows(boolean onlyWhether) {
        int width = Math.max(2, (int) Math.rint((double) length / segments / 2));
        if (first.isEmpty() || second.isEmpty() || length <= width) {
            return new Figure.Undefined(Reason.EMPTY_DENOMINATOR, Basis.of(0, 0));
        }
        int differing = 0;
        for (int from = 0; from + width < length; from++) {
            int mine = first.subSet(from + 1, true, from + width, true).size();
            int theirs = second.subSet(from + 1, true, from + width, true).size();
            boolean differs = onlyWhether ? (mine > 0) != (theirs > 0) : mine != theirs;
            differing += differs ? 1 : 0;
        }
        return Figure.proportion(differing, length - width, Basis.of(length - width, 0));
    }
}
