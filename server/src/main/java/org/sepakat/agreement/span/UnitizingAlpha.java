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
                    Shared shared = Shared.of(
                            continuum.segments().get(g), continuum.segments().get(h));
                    double bothGap = continuum.length()
                            - (continuum.length() - continuum.gap(g))
                            - (continuum.length() - continuum.gap(h))
                            + shared.marked();
                    agreed += bothGap + shared.matched();
                }
            }
        }
        return agreed / (continuum.coders() - 1);
    }

    /** Lengths that both marked, and that both marked with the same value. */
    private record Shared(double marked, double matched) {

        /** One walk along both lines, which are in order of position. */
        static Shared of(List<Segment> mine, List<Segment> theirs) {
            double marked = 0;
            double matched = 0;
            int i = 0;
            int j = 0;
            while (i < mine.size() && j < theirs.size()) {
                int shared = mine.get(i).shared(theirs.get(j));
                marked += shared;
                matched += mine.get(i).value().equals(theirs.get(j).value()) ? shared : 0;
                if (mine.get(i).end() <= theirs.get(j).end()) {
                    i++;
                } else {
                    j++;
                }
            }
            return new Shared(marked, matched);
        }
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
