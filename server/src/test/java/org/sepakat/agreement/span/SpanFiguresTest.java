package org.sepakat.agreement.span;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sepakat.agreement.Figure;
import org.sepakat.agreement.Reason;
import org.sepakat.agreement.span.Continuum.Segment;
import org.sepakat.text.Span;

class SpanFiguresTest {

    @Test
    @DisplayName("Krippendorff 2019, fig. 12.11: u-alpha .510, |u-alpha .413, cu-alpha .724")
    void krippendorff2019() {
        Continuum figure = new Continuum(
                0,
                60,
                List.of(
                        line("0-7:1 7-13:2 30-32:5 32-37:6 37-44:6 44-60:7"),
                        line("0-7:1 7-13:3 13-21:5 32-44:6"),
                        line("0-7:1 7-13:4 13-21:5 32-37:6 37-41:6 41-44:6")));
        CodingAlpha coding = new CodingAlpha(figure);
        assertEquals(0.510, value(UnitizingAlpha.uAlpha(figure)), 5e-4);
        assertEquals(0.4136, value(UnitizingAlpha.binary(figure)), 5e-5);
        assertEquals(0.724, value(coding.all()), 5e-4);
        assertEquals(1, value(coding.of("1")), 1e-12);
        assertEquals(0, value(coding.of("3")), 1e-12);
        assertEquals(4.0 / 9, value(coding.coverage("5")), 1e-12);
        assertEquals(0, value(coding.coverage("7")));
        assertEquals(Reason.CONSTANT, reason(coding.of("7")));
        assertEquals(60, UnitizingAlpha.uAlpha(figure).basis().n());
    }

    @Test
    @DisplayName("Krippendorff 1995, continua A and D")
    void krippendorff1995() {
        Continuum a = new Continuum(0, 24, List.of(line("2-10:A 14-20:A"), line("4-8:A 15-17:A")));
        assertEquals(0.5152877697841727, value(new UnitizingAlpha1995(a).all()), 1e-12);
        assertEquals(0.5152877697841727, value(new UnitizingAlpha1995(a).of("A")), 1e-12);
        Continuum d = new Continuum(
                0,
                24,
                List.of(line("0-2:D 2-10:D 10-14:D 14-20:D 20-24:D"), line("0-4:D 4-8:D 8-15:D 15-17:D 17-24:D")));
        assertEquals(-0.20684865900383143, value(new UnitizingAlpha1995(d).all()), 1e-12);
    }

    @Test
    void the_older_alpha_adds_up_disagreements_over_values() {
        Continuum apart = new Continuum(0, 75, List.of(line("0-3:T0"), line("20-40:T1")));
        UnitizingAlpha1995 alpha = new UnitizingAlpha1995(apart);
        assertEquals(-0.9663209060979963, value(alpha.all()), 1e-12);
        assertEquals(-0.04167832167832164, value(alpha.of("T0")), 1e-12);
        assertEquals(Reason.EMPTY_DENOMINATOR, reason(alpha.of("T9")));
        assertEquals(Reason.ONE_CODER, reason(new UnitizingAlpha1995(one()).all()));
    }

    @Test
    void a_continuum_that_tells_nothing_has_no_alpha() {
        Continuum full = new Continuum(0, 20, List.of(line("0-20:A"), line("0-5:A 5-20:A")));
        assertEquals(Reason.CONSTANT, reason(UnitizingAlpha.uAlpha(full)));
        assertEquals(Reason.CONSTANT, reason(new CodingAlpha(full).all()));
        Continuum empty = new Continuum(0, 20, List.of(List.of(), List.of()));
        assertEquals(Reason.CONSTANT, reason(UnitizingAlpha.uAlpha(empty)));
        assertEquals(Reason.NO_JOINT_UNITS, reason(new CodingAlpha(empty).all()));
        assertEquals(Reason.ONE_CODER, reason(UnitizingAlpha.uAlpha(one())));
        assertEquals(
                Reason.NO_JOINT_UNITS,
                reason(UnitizingAlpha.uAlpha(new Continuum(5, 5, List.of(List.of(), List.of())))));
    }

    private static Continuum one() {
        return new Continuum(0, 20, List.of(line("1-5:A")));
    }

    @Test
    void what_a_coder_marked_twice_with_one_value_counts_once_and_neighbours_stay_apart() {
        Continuum merged = new Continuum(0, 30, List.of(line("8-12:A 1-5:A 3-9:A 12-14:A"), line("2-4:B")));
        assertEquals(line("1-12:A 12-14:A"), merged.segments().get(0));
        assertEquals(17, merged.gap(0));
        assertEquals(List.of("A", "B"), merged.values());
        assertEquals(
                line("1-9:A"),
                new Continuum(0, 30, List.of(line("1-9:A 2-4:A"))).segments().get(0));
    }

    @ParameterizedTest
    @CsvSource({"1-5:A 3-9:B", "3-3:A", "5-4:A", "-1-4:A", "25-31:A"})
    void segments_that_no_continuum_can_hold_are_refused(String line) {
        assertThrows(IllegalArgumentException.class, () -> new Continuum(0, 30, List.of(line(line))));
    }

    @Property
    void alphas_do_not_depend_on_the_order_of_coders(@ForAll long seed) {
        Random random = new Random(seed);
        List<List<Segment>> lines = new ArrayList<>(List.of(random(random), random(random), random(random)));
        Continuum one = new Continuum(0, 100, lines);
        Collections.reverse(lines);
        Continuum other = new Continuum(0, 100, lines);
        assertEquals(or(UnitizingAlpha.uAlpha(one)), or(UnitizingAlpha.uAlpha(other)), 1e-12);
        assertEquals(or(UnitizingAlpha.binary(one)), or(UnitizingAlpha.binary(other)), 1e-12);
        assertEquals(or(new CodingAlpha(one).all()), or(new CodingAlpha(other).all()), 1e-12);
        assertEquals(or(new UnitizingAlpha1995(one).all()), or(new UnitizingAlpha1995(other).all()), 1e-12);
        Continuum twice = new Continuum(0, 100, List.of(lines.get(0), lines.get(0)));
        assertEquals(1, UnitizingAlpha.uAlpha(twice).optional().orElse(1), 1e-12);
        assertEquals(1, new UnitizingAlpha1995(twice).all().optional().orElse(1), 1e-12);
    }

    private static List<Segment> random(Random random) {
        List<Segment> line = new ArrayList<>();
        for (int at = random.nextInt(9); at < 90; at += 1 + random.nextInt(20)) {
            int end = at + 1 + random.nextInt(10);
            line.add(new Segment(at, end, random.nextBoolean() ? "A" : "B"));
            at = end;
        }
        return line;
    }

    @Test
    void span_f1_matches_one_to_one_the_best_overlap_first() {
        List<Span> first = List.of(new Span(0, 10), new Span(20, 30), new Span(40, 50));
        List<Span> second = List.of(new Span(0, 10), new Span(22, 31), new Span(28, 30), new Span(60, 70));
        assertEquals(2.0 / 7, value(SpanF1.exact(first, second)), 1e-12);
        assertEquals(4.0 / 7, value(SpanF1.overlapping(first, second, 0.5)), 1e-12);
        assertEquals(2.0 / 7, value(SpanF1.overlapping(first, second, 0.75)), 1e-12);
        assertEquals(8.0 / 11, SpanF1.intersectionOverUnion(first.get(1), second.get(1)), 1e-12);
        assertEquals(0, SpanF1.intersectionOverUnion(first.get(0), second.get(1)));
        assertEquals(Reason.NO_JOINT_UNITS, reason(SpanF1.exact(List.of(), List.of())));
        List<Span> crossed = List.of(new Span(0, 10), new Span(4, 14));
        assertEquals(1, value(SpanF1.overlapping(crossed, List.of(new Span(3, 13), new Span(0, 9)), 0.3)), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1.01", "NaN"})
    void an_overlap_outside_0_and_1_is_refused(double threshold) {
        assertThrows(IllegalArgumentException.class, () -> SpanF1.overlapping(List.of(), List.of(), threshold));
    }

    @Test
    @DisplayName("Fournier 2013: a boundary missed costs 1, one moved by one place 1/2")
    void fournier2013() {
        assertEquals(1, similarity("5 5 5", "5 5 5"), 1e-12);
        assertEquals(0.5, similarity("5 5 5", "5 10"), 1e-12);
        assertEquals(0.75, similarity("5 5 5", "6 4 5"), 1e-12);
        assertEquals(0.75, similarity("5 5 5", "4 6 5"), 1e-12);
        assertEquals(0, similarity("5 10", "8 7"), 1e-12);
        assertEquals(Reason.EMPTY_DENOMINATOR, reason(pair("15", "15").similarity(2)));
        assertThrows(IllegalArgumentException.class, () -> pair("15", "16"));
    }

    @Test
    void windows_differ_where_their_boundaries_do() {
        BoundarySimilarity pair = pair("5 5 5", "5 10");
        assertTrue(value(pair.windowDifference()) > 0);
        assertEquals(0, value(pair("5 5 5", "5 5 5").windowDifference()));
        assertEquals(0, value(pair("5 5 5", "5 5 5").pk()));
        assertEquals(Reason.EMPTY_DENOMINATOR, reason(pair("15", "5 10").pk()));
        assertEquals(Reason.EMPTY_DENOMINATOR, reason(pair("5 10", "15").windowDifference()));
        assertEquals(4.0 / 11, value(pair.windowDifference()), 1e-12);
    }

    private static double similarity(String first, String second) {
        return value(pair(first, second).similarity(2));
    }

    private static BoundarySimilarity pair(String first, String second) {
        return new BoundarySimilarity(masses(first), masses(second));
    }

    private static int[] masses(String text) {
        return Stream.of(text.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
    }

    /** {@code 0-7:1 7-13:2}: from, to and value of each segment. */
    private static List<Segment> line(String text) {
        List<Segment> line = new ArrayList<>();
        for (String segment : text.split(" ", -1)) {
            int colon = segment.indexOf(':');
            int dash = segment.indexOf('-', 1);
            line.add(new Segment(
                    Integer.parseInt(segment.substring(0, dash)),
                    Integer.parseInt(segment.substring(dash + 1, colon)),
                    segment.substring(colon + 1)));
        }
        return line;
    }

    private static double value(Figure figure) {
        return figure.optional().orElseThrow();
    }

    private static double or(Figure figure) {
        return figure.optional().orElse(-9);
    }

    private static Reason reason(Figure figure) {
        return ((Figure.Undefined) figure).reason();
    }
}
