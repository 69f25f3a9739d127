package org.sepakat.agreement.span;

import java.util.List;
import org.sepakat.agreement.Basis;
import org.sepakat.agreement.Figure;
import org.sepakat.agreement.Reason;
import org.sepakat.agreement.span.Continuum.Segment;

/**
 * cu-alpha and (k)u-alpha: agreement on the values alone, where both of a pair of coders marked something. The self-pairing term squares, per
 * segment, its mean length covered by the other coders; this reading gives the .724 of Krippendorff 2019, fig. 12.11, where the union of the
 * others gives .728.
 */
public final class CodingAlpha {
    private final List<String> values;
    private final double[][] observed;
    private final double[] margins;
    private final double[] squares;
    private final double[] lengths;
    private final double total;

    public CodingAlpha(Continuum continuum) {
        this.values = continuum.values();
        this.observed = new double[values.size()][values.size()];
        this.margins = new double[values.size()];
        this.squares = new double[values.size()];
        this.lengths = new double[values.size()];
        double others = continuum.coders() - 1.0;
        for (int g = 0; g < continuum.coders(); g++) {
            for (Segment mine : continuum.segments().get(g)) {
                int c = values.indexOf(mine.value());
                double covered = 0;
                for (int h = 0; h < continuum.coders(); h++) {
                    for (Segment theirs :
                            h == g ? List.<Segment>of() : continuum.segments().get(h)) {
                        double shared = mine.shared(theirs) / others;
                        observed[c][values.indexOf(theirs.value())] += shared;
                        covered += shared;
                    }
                }
                margins[c] += covered;
                squares[c] += covered * covered;
                lengths[c] += mine.length();
            }
        }
        double sum = 0;
        for (double margin : margins) {
            sum += margin;
        }
        this.total = sum;
    }

    public List<String> values() {
        return values;
    }

    /** All values together. */
    public Figure all() {
        double allSquares = 0;
        double disagreed = total;
        double diagonal = 0;
        for (int k = 0; k < margins.length; k++) {
            allSquares += squares[k];
            disagreed -= observed[k][k];
            diagonal += margins[k] * margins[k] - squares[k];
        }
        double possible = total * total - allSquares;
        return ratio(disagreed / total, (possible - diagonal) / possible);
    }

    /** One value: {@code 1 - [(l*_.k - l*_kk) / l*_.k] / [(e*_.k - e*_kk) / e*_.k]}. */
    public Figure of(String value) {
        int k = values.indexOf(value);
        double own = margins[k] * margins[k] - squares[k];
        double column = margins[k] * total - squares[k];
        return ratio((margins[k] - observed[k][k]) / margins[k], (column - own) / column);
    }

    /** Share of the value's length that another coder marked with anything. */
    public Figure coverage(String value) {
        int k = values.indexOf(value);
        return Figure.chanceCorrected(margins[k] / lengths[k], 0, Basis.of(Math.round(lengths[k]), 0));
    }

    private Figure ratio(double observedDisagreement, double expectedDisagreement) {
        Basis basis = Basis.of(Math.round(total), 0);
        if (total == 0 || Double.isNaN(observedDisagreement) || !(expectedDisagreement > 1e-12)) {
            return new Figure.Undefined(total == 0 ? Reason.NO_JOINT_UNITS : Reason.CONSTANT, basis);
        }
        return new Figure.Defined(
                1 - observedDisagreement / expectedDisagreement,
                1 - observedDisagreement,
                1 - expectedDisagreement,
                basis);
    }
}
