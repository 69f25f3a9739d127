package org.sepakat.agreement.interval;

import java.util.OptionalDouble;
import org.sepakat.agreement.CohenKappa;
import org.sepakat.agreement.ContingencyTable;
import org.sepakat.agreement.Figure;

/** Large-sample standard errors of Cohen's kappa (Fleiss, Cohen &amp; Everitt 1969, Psychol. Bull. 72:323); units taken as independent. */
public final class CohenKappaError {
    private CohenKappaError() {}

    /** For an interval around kappa: {@code Var = (A + B - C) / (n (1-pe)^2)}. */
    public static OptionalDouble nonNull(ContingencyTable table) {
        if (!(CohenKappa.of(table) instanceof Figure.Defined kappa)) {
            return OptionalDouble.empty();
        }
        double k = kappa.value();
        double pe = kappa.expected();
        double n = table.n();
        double a = 0;
        double b = 0;
        for (int i = 0; i < table.categories(); i++) {
            for (int j = 0; j < table.categories(); j++) {
                double p = table.count(i, j) / n;
                // p_.i + p_j., which on the diagonal is A's p_i. + p_.i
                double margins = (table.column(i) + table.row(j)) / n;
                double weight = i == j ? 1 - margins * (1 - k) : (1 - k) * margins;
                a += i == j ? p * weight * weight : 0;
                b += i == j ? 0 : p * weight * weight;
            }
        }
        double c = Math.pow(k - pe * (1 - k), 2);
        return root((a + b - c) / (n * Math.pow(1 - pe, 2)));
    }

    /** Under kappa = 0, for the test of that and nothing else: {@code [pe + pe^2 - sum p_i. p_.i (p_i. + p_.i)] / (n (1-pe)^2)}. */
    public static OptionalDouble underNull(ContingencyTable table) {
        if (!CohenKappa.of(table).isDefined()) {
            return OptionalDouble.empty();
        }
        double n = table.n();
        double pe = 0;
        double sum = 0;
        for (int i = 0; i < table.categories(); i++) {
            double first = table.row(i) / n;
            double second = table.column(i) / n;
            pe += first * second;
            sum += first * second * (first + second);
        }
        return root((pe + pe * pe - sum) / (n * Math.pow(1 - pe, 2)));
    }

    private static OptionalDouble root(double variance) {
        return OptionalDouble.of(Math.sqrt(Math.max(0, variance)));
    }
}
