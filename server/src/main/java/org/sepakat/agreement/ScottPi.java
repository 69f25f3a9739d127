package org.sepakat.agreement;

/** Two coders with one common distribution: {@code pe = sum_k ((p1k + p2k)/2)^2} (Scott 1955, Public Opin. Q. 19:321). */
public final class ScottPi {
    private ScottPi() {}

    public static Figure of(ContingencyTable table) {
        long n = table.n();
        Basis basis = Basis.of(table);
        if (n == 0) {
            return new Figure.Undefined(Reason.NO_JOINT_UNITS, basis);
        }
        long squares = 0;
        for (int k = 0; k < table.categories(); k++) {
            long both = table.row(k) + table.column(k);
            squares += both * both;
        }
        if (squares == 4 * n * n) {
            return new Figure.Undefined(Reason.CONSTANT, basis);
        }
        return Figure.chanceCorrected((double) table.diagonal() / n, (double) squares / (4 * n * n), basis);
    }
}
