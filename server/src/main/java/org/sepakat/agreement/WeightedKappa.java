package org.sepakat.agreement;

/**
 * Kappa for ordered categories: disagreements weigh by their distance, {@code 1 - sum w p_ij / sum w p_i. p_.j}, {@code w = (|i-j|/(q-1))^m}
 * (Cohen 1968). The order is the declared one and every declared level counts, used or not.
 */
public enum WeightedKappa {
    LINEAR(1),
    QUADRATIC(2);

    private final int power;

    WeightedKappa(int power) {
        this.power = power;
    }

    public Figure of(ContingencyTable table) {
        long n = table.n();
        Basis basis = Basis.of(table);
        if (n == 0) {
            return new Figure.Undefined(Reason.NO_JOINT_UNITS, basis);
        }
        double observed = 0;
        double expected = 0;
        for (int i = 0; i < table.categories(); i++) {
            for (int j = 0; j < table.categories(); j++) {
                double weight = weight(i, j, table.categories());
                observed += weight * table.count(i, j) / n;
                expected += weight * ((double) table.row(i) / n) * ((double) table.column(j) / n);
            }
        }
        if (table.chanceProducts() == n * n) {
            return new Figure.Undefined(Reason.CONSTANT, basis);
        }
        return new Figure.Defined(1 - observed / expected, 1 - observed, 1 - expected, basis);
    }

    private double weight(int i, int j, int categories) {
        return Math.pow((double) Math.abs(i - j) / (categories - 1), power);
    }
}
