package org.sepakat.agreement.span;

import java.util.List;
import org.sepakat.agreement.Basis;
import org.sepakat.agreement.Figure;
import org.sepakat.agreement.Reason;
import org.sepakat.agreement.span.Continuum.Segment;

/**
 * The alpha family for unitizing (Krippendorff, Mathet, Bouvry &amp; Widlöcher 2016; Krippendorff 2019, sec. 12.6). Positions, not segments, are
 * paired; expected coincidences put whole segments at random places.
 */
public final class UnitizingAlpha {
    private UnitizingAlpha() {}

    /** Values and gaps together. */
    public static Figure uAlpha(Continuum continuum) {
        Basis basis = Basis.of(continuum.length(), 0);
        if (continuum.coders() < 2) {
            return new Figure.Undefined(Reason.ONE_CODER, basis);
        }
        List<String> values = continuum.values();
        // l_ck / (m-1) on the diagonal; index 0 is the gap
        double total = (double) continuum.coders() * continuum.length();
        double[] margins = new double[values.size() + 1];
        double[] squares = new double[values.size() + 1];
        for (int g = 0; g < continuum.coders(); g++) {
            margins[0] += continuum.gap(g);
            squares[0] += continuum.gap(g);
            for (Segment segment : continuum.segments().get(g)) {
                int k = values.indexOf(segment.value()) + 1;
                margins[k] += segment.length();
                squares[k] += (double) segment.length() * segment.length();
            }
        }
        return ratio(total, agreed(continuum), margins, squares, basis);
    }

    /** Gap against any value, segments not merged. */
    public static Figure binary(Continuum continuum) {
        return uAlpha(continuum.binary());
    }

    /** Sum of the diagonal of observed coincidences, over ordered pairs of coders and divided by m - 1. */
    private static double agreed(Continuum continuum) {
        double agreed = 0;
        for (int g = 0; g < continuum.coders(); g++) {
            for (int h = 0; h < continuum.coders(); h++) {
                if (g != h) {
                    double marked = marked(continuum, g, h);
                    double bothGap = continuum.length()
                            - (continuum.length() - continuum.gap(g))
                            - (continuum.length() - continuum.gap(h))
                            + marked;
                    agreed += bothGap + matched(continuum, g, h);
                }
            }
        }
        return agreed / (continuum.coders() - 1);
    }

    private static double marked(Continuum continuum, int g, int h) {
        double sum = 0;
        for (Segment mine : continuum.segments().get(g)) {
            for (Segment theirs : continuum.segments().get(h)) {
                sum += mine.shared(theirs);
            }
        }
        return sum;
    }

    private static double matched(Continuum continuum, int g, int h) {
        double sum = 0;
        for (Segment mine : continuum.segments().get(g)) {
            for (Segment theirs : continuum.segments().get(h)) {
                sum += mine.value().equals(theirs.value()) ? mine.shared(theirs) : 0;
            }
        }
        return sum;
    }

    /** {@code 1 - (l.. - tr l) / (sum e - tr e)}, {@code e_ck = l.. (l_c. l_.k - [c=k] Q_c) / (l..^2 - sum Q)}. */
    private static Figure ratio(double total, double agreed, double[] margins, double[] squares, Basis basis) {
        double allSquares = 0;
        double diagonal = 0;
        for (int k = 0; k < margins.length; k++) {
            allSquares += squares[k];
            diagonal += margins[k] * margins[k] - squares[k];
        }
        double possible = total * total - allSquares;
        double expected = possible - diagonal;
        // Whole lengths, so a difference below a half is none.
        if (total == 0 || expected < 0.5 || possible < 0.5) {
            return new Figure.Undefined(total == 0 ? Reason.NO_JOINT_UNITS : Reason.CONSTANT, basis);
        }
        double observedDisagreement = (total - agreed) / total;
        double expectedDisagreement = expected / possible;
        return new Figure.Defined(
                1 - observedDisagreement / expectedDisagreement,
                1 - observedDisagreement,
                1 - expectedDisagreement,
                basis);
    }
}
