package org.sepakat.agreement;

/**
 * What a theme's 2x2 table says beside kappa (Byrt et al. 1993; Cicchetti &amp; Feinstein 1990): they tell a low kappa of a rare theme from
 * one of coders who disagree.
 */
public final class BinaryIndices {
    private BinaryIndices() {}

    /** {@code (a - d) / n}, signed: -1 nobody applied the theme, 1 everybody everywhere. */
    public static Figure prevalenceIndex(ContingencyTable table) {
        return Figure.proportion(table.a() - table.d(), table.n(), Basis.of(table));
    }

    /** {@code (b - c) / n}, signed: above 0 the first coder applies the theme more often. */
    public static Figure biasIndex(ContingencyTable table) {
        return Figure.proportion(table.b() - table.c(), table.n(), Basis.of(table));
    }

    /** Kappa if both answers were equally common and the coders unbiased: {@code 2 po - 1}. */
    public static Figure pabak(ContingencyTable table) {
        return BrennanPrediger.of(requireBinary(table));
    }

    private static ContingencyTable requireBinary(ContingencyTable table) {
        if (table.categories() != 2) {
            throw new IllegalArgumentException("PABAK needs two categories, the table has " + table.categories());
        }
        return table;
    }

    /** {@code 2a / (2a + b + c)}: the pairwise F1, or Dice, of the two coders' marks. */
    public static Figure positiveAgreement(ContingencyTable table) {
        return Figure.proportion(2 * table.a(), 2 * table.a() + table.b() + table.c(), Basis.of(table));
    }

    /** {@code 2d / (2d + b + c)}. */
    public static Figure negativeAgreement(ContingencyTable table) {
        return Figure.proportion(2 * table.d(), 2 * table.d() + table.b() + table.c(), Basis.of(table));
    }

    /** Several coders: {@code sum_i r_ik (r_ik - 1) / sum_i r_ik (r_i - 1)}; k = 1 positive, k = 0 negative agreement. */
    public static Figure specificAgreement(RatingProfiles profiles, int category) {
        long agreeing = 0;
        long possible = 0;
        for (int i = 0; i < profiles.size(); i++) {
            Profile profile = profiles.profile(i);
            long r = profile.count(category);
            agreeing += profiles.units(i) * r * (r - 1);
            possible += profiles.units(i) * r * (profile.total() - 1);
        }
        Reason reason = profiles.incomparable();
        return reason != null
                ? new Figure.Undefined(reason, profiles.pairableBasis())
                : Figure.proportion(agreeing, possible, profiles.pairableBasis());
    }
}
