package org.sepakat.agreement;

import java.util.List;

/**
 * One pair of coders over several themes, from the 2x2 counts of each.
 *
 * @param pooled {@code (mean po - mean pe) / (1 - mean pe)} (de Vries et al. 2008, Field Methods 20:272), over themes with joint units
 * @param macro mean of the defined kappas
 * @param undefinedThemes themes whose kappa has no value and which the mean leaves out
 */
public record KappaOverThemes(Figure pooled, Figure macro, int undefinedThemes) {

    public static KappaOverThemes of(List<ContingencyTable> themes) {
        double observed = 0;
        double expected = 0;
        int counted = 0;
        boolean isConstant = true;
        for (ContingencyTable table : themes) {
            if (table.n() > 0) {
                double n = table.n();
                observed += table.diagonal() / n;
                expected += table.chanceProducts() / (n * n);
                isConstant &= table.chanceProducts() == table.n() * table.n();
                counted++;
            }
        }
        Basis basis = Basis.of(counted, themes.size() - counted);
        LightKappa macro = LightKappa.of(themes);
        return new KappaOverThemes(
                pooled(observed, expected, isConstant, basis),
                macroFigure(macro, counted),
                themes.size() - macro.definedPairs());
    }

    private static Figure pooled(double observed, double expected, boolean isConstant, Basis basis) {
        if (basis.n() == 0 || isConstant) {
            return new Figure.Undefined(basis.n() == 0 ? Reason.NO_JOINT_UNITS : Reason.CONSTANT, basis);
        }
        return Figure.chanceCorrected(observed / basis.n(), expected / basis.n(), basis);
    }

    private static Figure macroFigure(LightKappa macro, int counted) {
        return macro.meanOfDefined() instanceof Figure.Undefined none
                ? new Figure.Undefined(counted == 0 ? Reason.NO_JOINT_UNITS : Reason.CONSTANT, none.basis())
                : macro.meanOfDefined();
    }
}
