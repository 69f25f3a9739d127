package org.sepakat.agreement;

/**
 * {@code 2M / (N1 + N2)}: coding decisions that agree, among all that two coders made (Holsti 1969). No correction for chance. Where a
 * decision is a mark on a unit it equals positive agreement.
 */
public final class Holsti {
    private Holsti() {}

    public static Figure of(long agreed, long first, long second) {
        if (agreed > Math.min(first, second) || agreed < 0) {
            throw new IllegalArgumentException(
                    agreed + " agreed decisions among " + first + " and " + second + " are impossible");
        }
        return Figure.proportion(2 * agreed, first + second, Basis.of(first + second, 0));
    }

    /** A theme's marks as decisions. */
    public static Figure of(ContingencyTable table) {
        return Figure.proportion(2 * table.a(), 2 * table.a() + table.b() + table.c(), Basis.of(table));
    }
}
