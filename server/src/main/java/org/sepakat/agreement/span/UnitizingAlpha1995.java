package org.sepakat.agreement.span;

import java.util.ArrayList;
import java.util.List;
import org.sepakat.agreement.Basis;
import org.sepakat.agreement.Figure;
import org.sepakat.agreement.Reason;
import org.sepakat.agreement.span.Continuum.Segment;

/**
 * The older alpha for unitizing, of squared differences in length (Krippendorff 1995, Sociol. Methodol. 25:47; 2004). It misbehaves beyond two
 * coders, as its author says; kept to compare with published figures.
 */
public final class UnitizingAlpha1995 {
    private final Continuum continuum;
    private final double length;
    private final double coders;

    public UnitizingAlpha1995(Continuum continuum) {
        this.continuum = continuum;
        this.length = continuum.length();
        this.coders = continuum.coders();
    }

    /** All values together: their disagreements are added up before they are compared. */
    public Figure all() {
        return of(continuum.values());
    }

    public Figure of(String value) {
        return of(List.of(value));
    }

    private Figure of(List<String> values) {
        Basis basis = Basis.of(continuum.length(), 0);
        if (continuum.coders() < 2) {
            return new Figure.Undefined(Reason.ONE_CODER, basis);
        }
        double observed = 0;
        double expected = 0;
        for (String value : values) {
            List<List<Segment>> lines = continuum.segments().stream()
                    .map(line -> line.stream()
                            .filter(segment -> segment.value().equals(value))
                            .toList())
                    .toList();
            observed += observed(lines);
            expected += expected(lines);
        }
        return expected == 0
                ? new Figure.Undefined(Reason.EMPTY_DENOMINATOR, basis)
                : new Figure.Defined(1 - observed / expected, 1 - observed, 1 - expected, basis);
    }

    /** {@code 2 sum delta^2 / (m (m-1) L^2)} over the pairs of coders. */
    private double observed(List<List<Segment>> lines) {
        double sum = 0;
        for (int g = 0; g < lines.size(); g++) {
            for (int h = 0; h < lines.size(); h++) {
                sum += g == h ? 0 : distance(lines.get(g), lines.get(h));
            }
        }
        return sum / (coders * (coders - 1) * length * length);
    }

    /** Segments that meet differ by their ends, counted half from each side; one that lies in a gap of the other differs by its length. */
    private static double distance(List<Segment> mine, List<Segment> theirs) {
        double sum = 0;
        for (Segment segment : mine) {
            boolean isAlone = true;
            for (Segment other : theirs) {
                if (segment.shared(other) > 0) {
                    isAlone = false;
                    sum += (square(segment.begin() - other.begin()) + square(segment.end() - other.end())) / 2;
                }
            }
            sum += isAlone ? square(segment.length()) : 0;
        }
        return 2 * sum;
    }

    private static double square(double difference) {
        return difference * difference;
    }

    /**
     * {@code (2/L) sum_i [(N-1)/3 (2 l^3 - 3 l^2 + l) + l^2 sum (gap - l + 1)] / (mL (mL-1) - sum l (l-1))}, the inner sum over gaps as long as
     * the segment or longer.
     */
    private double expected(List<List<Segment>> lines) {
        List<Segment> segments = lines.stream().flatMap(List::stream).toList();
        List<Integer> gaps = gaps(lines);
        double sum = 0;
        double within = 0;
        for (Segment segment : segments) {
            double l = segment.length();
            double fitting = 0;
            for (int gap : gaps) {
                fitting += gap >= l ? gap - l + 1 : 0;
            }
            sum += (segments.size() - 1) / 3.0 * (2 * l * l * l - 3 * l * l + l) + l * l * fitting;
            within += l * (l - 1);
        }
        return 2 / length * sum / (coders * length * (coders * length - 1) - within);
    }

    private List<Integer> gaps(List<List<Segment>> lines) {
        List<Integer> gaps = new ArrayList<>();
        for (List<Segment> line : lines) {
            int from = continuum.start();
            for (Segment segment : line) {
                gaps.add(segment.begin() - from);
                from = segment.end();
            }
            gaps.add(continuum.end() - from);
        }
        gaps.removeIf(gap -> gap == 0);
        return gaps;
    }
}
