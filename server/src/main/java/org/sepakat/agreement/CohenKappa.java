package org.sepakat.agreement;

/**
 * Two coders, each with a distribution of their own: {@code (po - pe) / (1 - pe)}, {@code pe = sum_k p1k p2k} (Cohen 1960, Educ. Psychol.
 * Meas. 20:37). Computed from whole numbers, so that chance = 1 is recognised exactly.
 */
public final class CohenKappa {
    private CohenKappa() {}

    public static Figure of(ContingencyTable table) {
        return corrected(table, table.diagonal());
    }

    /** The same from the cells of a theme's table, for replicates by the thousand; NaN where it is undefined. */
    public static double ofCells(long a, long b, long c, long d) {
        long n = a + b + c + d;
        long first = a + b;
        long second = a + c;
        long chance = first * second + (n - first) * (n - second);
        return chance == n * n ? Double.NaN : (double) (n * (a + d) - chance) / (n * n - chance);
    }

    /** The highest kappa that the two coders' margins allow (Cohen 1960, p. 42). */
    public static Figure max(ContingencyTable table) {
        long agreement = 0;
        for (int k = 0; k < table.categories(); k++) {
            agreement += Math.min(table.row(k), table.column(k));
        }
        return corrected(table, agreement);
    }

    private static Figure corrected(ContingencyTable table, long agreement) {
        long n = table.n();
        Basis basis = Basis.of(table);
        if (n == 0) {
            return new Figure.Undefined(Reason.NO_JOINT_UNITS, basis);
        }
        long chance = table.chanceProducts();
        if (chance == n * n) {
            return new Figure.Undefined(Reason.CONSTANT, basis);
        }
        double kappa = (double) (n * agreement - chance) / (n * n - chance);
        return new Figure.Defined(kappa, (double) agreement / n, (double) chance / (n * n), basis);
    }
}
