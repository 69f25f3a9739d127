package org.sepakat.agreement.diagnosis;

import java.util.BitSet;
import java.util.List;

/**
 * Who reviewed which units and applied which themes there; a bit per unit, all transcripts on one line.
 *
 * @param units bits in use
 * @param reviewed per coder
 * @param scope per theme, the units it applies to
 * @param applied per theme and coder
 */
public record Presence(int units, List<BitSet> reviewed, List<BitSet> scope, List<List<BitSet>> applied) {

    public Presence {
        if (scope.size() != applied.size()) {
            throw new IllegalArgumentException(scope.size() + " scopes for " + applied.size() + " themes");
        }
    }

    public int themes() {
        return scope.size();
    }

    public int coders() {
        return reviewed.size();
    }

    /** Units of the theme's scope that both reviewed. */
    public BitSet joint(int theme, int first, int second) {
        BitSet joint = (BitSet) reviewed.get(first).clone();
        joint.and(reviewed.get(second));
        joint.and(scope.get(theme));
        return joint;
    }

    public boolean isApplied(int theme, int coder, int unit) {
        return applied.get(theme).get(coder).get(unit);
    }

    /** Joint units to which {@code coder} applied the theme and {@code other} did not: cell b of the pair, in that order. */
    public BitSet only(int theme, int coder, int other) {
        BitSet only = joint(theme, coder, other);
        only.and(applied.get(theme).get(coder));
        only.andNot(applied.get(theme).get(other));
        return only;
    }

    /** Whether a unit is among those of {@link #only}. */
    public boolean isOnly(int theme, int coder, int other, int unit) {
        return scope.get(theme).get(unit)
                && reviewed.get(coder).get(unit)
                && reviewed.get(other).get(unit)
                && isApplied(theme, coder, unit)
                && !isApplied(theme, other, unit);
    }
}
