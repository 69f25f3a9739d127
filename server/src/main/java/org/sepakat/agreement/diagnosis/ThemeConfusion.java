package org.sepakat.agreement.diagnosis;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Which theme two coders took for which. A row is a theme one of them applied and the other left out; a column is what the other applied in
 * that unit instead, that is, without the first applying it too. Both directions are added up: the table is about themes, not about people.
 */
public final class ThemeConfusion {
    private final long[][] substituted;
    private final long[] omitted;

    private ThemeConfusion(int themes) {
        this.substituted = new long[themes][themes];
        this.omitted = new long[themes];
    }

    public static ThemeConfusion of(Presence presence, int first, int second) {
        ThemeConfusion confusion = new ThemeConfusion(presence.themes());
        for (int theme = 0; theme < presence.themes(); theme++) {
            confusion.count(presence, theme, first, second);
            confusion.count(presence, theme, second, first);
        }
        return confusion;
    }

    private void count(Presence presence, int theme, int coder, int other) {
        BitSet only = presence.only(theme, coder, other);
        BitSet replaced = new BitSet();
        for (int instead = 0; instead < presence.themes(); instead++) {
            BitSet both = presence.only(instead, other, coder);
            both.and(only);
            substituted[theme][instead] += both.cardinality();
            replaced.or(both);
        }
        only.andNot(replaced);
        omitted[theme] += only.cardinality();
    }

    public int themes() {
        return omitted.length;
    }

    /** Units where one applied {@code theme} and the other {@code instead}; the same read either way round. */
    public long substituted(int theme, int instead) {
        return substituted[theme][instead];
    }

    /** Units where one applied the theme and the other nothing of their own. */
    public long omitted(int theme) {
        return omitted[theme];
    }

    @Override
    public String toString() {
        return "omitted " + Arrays.toString(omitted) + ", substituted " + Arrays.deepToString(substituted);
    }
}
