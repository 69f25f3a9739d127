package org.sepakat.agreement.figures;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sepakat.agreement.SetAlpha;
import org.sepakat.agreement.SetDistance;
import org.sepakat.agreement.diagnosis.Presence;

/** One alpha for all themes at once: of each unit, the set of themes that a coder gave it, among those that apply there. */
final class SetFigures {
    private SetFigures() {}

    static void into(FigureObject json, Presence presence) {
        SetAlpha alpha = new SetAlpha(presence.coders(), sets(presence));
        json.figure("krippendorff_alpha_set_nominal", alpha.of(SetDistance.NOMINAL));
        json.figure("krippendorff_alpha_jaccard", alpha.of(SetDistance.JACCARD));
        json.figure("krippendorff_alpha_masi", alpha.of(SetDistance.MASI));
    }

    /** Units that some theme applies to. */
    private static List<List<@Nullable BitSet>> sets(Presence presence) {
        BitSet units = new BitSet();
        presence.scope().forEach(units::or);
        List<List<@Nullable BitSet>> sets = new ArrayList<>();
        for (int unit = units.nextSetBit(0); unit >= 0; unit = units.nextSetBit(unit + 1)) {
            List<@Nullable BitSet> row = new ArrayList<>();
            for (int coder = 0; coder < presence.coders(); coder++) {
                row.add(presence.reviewed().get(coder).get(unit) ? set(presence, coder, unit) : null);
            }
            sets.add(row);
        }
        return sets;
    }

    private static BitSet set(Presence presence, int coder, int unit) {
        BitSet set = new BitSet();
        for (int theme = 0; theme < presence.themes(); theme++) {
            set.set(theme, presence.scope().get(theme).get(unit) && presence.isApplied(theme, coder, unit));
        }
        return set;
    }
}
