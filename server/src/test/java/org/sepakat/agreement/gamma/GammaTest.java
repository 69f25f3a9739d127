package org.sepakat.agreement.gamma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
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
import org.sepakat.agreement.span.Continuum;
import org.sepakat.agreement.span.Continuum.Segment;

class GammaTest {

    @Test
    @DisplayName("Mathet et al. 2015: three units moved by one place, each costs (2/8)^2")
    void units_moved_by_one_place() {
        Gamma moved = gamma("1-5:a 6-10:b 11-15:a", "2-6:a 7-11:b 12-16:a");
        assertEquals(0.0625, value(moved.observedDisorder()), 1e-12);
        assertEquals(0.8836, value(moved.of(1, 1_000)), 0.06);
    }

    @Test
    void three_coders_are_aligned_at_once() {
        Gamma three = gamma("1-5:a 10-14:b", "2-6:a 11-15:b", "1-4:a 9-14:c");
        assertEquals(0.40875640379608635, value(three.observedDisorder()), 1e-12);
        assertEquals(0.6588, value(three.of(1, 1_000)), 0.06);
    }

    @Test
    @DisplayName("Mathet et al. 2015, fig. 19: one long unit against four short ones")
    void one_long_unit_against_four_short_ones() {
        assertEquals(
                1.344, value(gamma("0-20:A", "0-5:A 5-10:A 10-15:A 15-20:A").observedDisorder()), 1e-12);
    }

    @Test
    void a_unit_nobody_else_marked_costs_as_much_as_having_no_partner() {
        Gamma apart = gamma("0-3:a", "20-40:b");
        assertEquals(2, value(apart.observedDisorder()), 1e-12);
        assertEquals(3, value(gamma("0-3:a", "20-23:a", "40-43:a").observedDisorder()), 1e-12);
    }

    @Test
    void coders_who_marked_the_same_have_a_gamma_of_1() {
        Gamma same = gamma("1-5:a 10-15:b", "1-5:a 10-15:b");
        assertEquals(0, value(same.observedDisorder()));
        assertEquals(1, value(same.of(1, 10)));
    }

    @Test
    void the_weights_scale_position_and_theme() {
        List<List<Segment>> lines = List.of(line("0-4:a"), line("1-5:b"));
        Continuum continuum = new Continuum(0, 10, lines);
        assertEquals(
                3 * 0.0625 + 0.5, value(new Gamma(continuum, new Dissimilarity(3, 0.5, 1)).observedDisorder()), 1e-12);
        assertEquals(
                2 * (3 * 0.0625 + 0.5),
                value(new Gamma(continuum, new Dissimilarity(3, 0.5, 2)).observedDisorder()),
                1e-12);
    }

    @Test
    void the_same_seed_gives_the_same_gamma() {
        Gamma gamma = gamma("1-5:a 6-10:b 11-15:a", "2-6:a 7-11:b");
        assertEquals(value(gamma.of(7, 50)), value(gamma.of(7, 50)));
        assertNotEquals(value(gamma.of(7, 50)), value(gamma.of(8, 50)));
        assertEquals(5, gamma.of(7, 50).basis().n());
    }

    @Test
    void where_the_text_begins_does_not_matter() {
        Continuum late = new Continuum(1_000, 1_020, List.of(line("1001-1005:a"), line("1003-1009:b")));
        Gamma moved = new Gamma(late, Dissimilarity.STANDARD);
        assertEquals(value(gamma("1-5:a", "3-9:b").of(3, 40)), value(moved.of(3, 40)), 1e-12);
    }

    @Test
    void beyond_its_limit_and_below_two_coders_gamma_is_undefined() {
        assertEquals(Reason.ONE_CODER, reason(gamma("1-5:a").of(1, 10)));
        assertEquals(Reason.EMPTY_DENOMINATOR, reason(gamma("", "").of(1, 10)));
        assertEquals(
                Reason.TOO_LARGE,
                reason(gamma("1-5:a", "1-5:a", "1-5:a", "1-5:a", "1-5:a").of(1, 10)));
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < Gamma.MOST_UNITS; i++) {
            many.append(3 * i).append('-').append(3 * i + 2).append(":a ");
        }
        assertEquals(
                Reason.TOO_LARGE, reason(gamma(many.toString().strip(), "1-5:a").observedDisorder()));
        assertTrue(gamma(many.toString().strip(), "").observedDisorder().isDefined());
    }

    @ParameterizedTest
    @CsvSource({"-1,1,1", "1,-1,1", "1,1,0", "NaN,1,1", "1,1,Infinity"})
    void weights_that_make_no_cost_are_refused(double alpha, double beta, double empty) {
        assertThrows(IllegalArgumentException.class, () -> new Dissimilarity(alpha, beta, empty));
    }

    @Property(tries = 60)
    void the_best_alignment_is_never_dearer_than_units_left_alone_or_paired_in_order(@ForAll long seed) {
        Random random = new Random(seed);
        List<List<Unit>> coders = List.of(random(random), random(random), random(random));
        double disorder = BestAlignment.disorder(coders, Dissimilarity.STANDARD);
        int all = coders.stream().mapToInt(List::size).sum();
        assertTrue(disorder <= 3 + 1e-12);
        assertTrue(disorder * all / 3 <= inOrder(coders) + 1e-9);
        List<List<Unit>> turned = List.of(coders.get(2), coders.get(0), coders.get(1));
        assertEquals(disorder, BestAlignment.disorder(turned, Dissimilarity.STANDARD), 1e-12);
    }

    /** Cost of putting each coder's first units together, then the second ones and so on. */
    private static double inOrder(List<List<Unit>> coders) {
        double sum = 0;
        int most = coders.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < most; i++) {
            for (int g = 0; g < 3; g++) {
                for (int h = 0; h < g; h++) {
                    boolean both = i < coders.get(g).size() && i < coders.get(h).size();
                    sum += both
                            ? Dissimilarity.STANDARD.between(
                                            coders.get(g).get(i), coders.get(h).get(i))
                                    / 3
                            : 1.0 / 3;
                }
            }
        }
        return sum;
    }

    private static List<Unit> random(Random random) {
        List<Unit> units = new ArrayList<>();
        for (int at = random.nextInt(9); units.size() < 6; at += 5 + random.nextInt(20)) {
            units.add(new Unit(at, at + 2.0 + random.nextInt(9), random.nextInt(2)));
        }
        return units.subList(0, 1 + random.nextInt(6));
    }

    private static Gamma gamma(String... lines) {
        return new Gamma(
                new Continuum(0, 200, Stream.of(lines).map(GammaTest::line).toList()), Dissimilarity.STANDARD);
    }

    private static List<Segment> line(String text) {
        List<Segment> line = new ArrayList<>();
        for (String segment : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
            String[] parts = segment.split("[-:]", -1);
            line.add(new Segment(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), parts[2]));
        }
        return line;
    }

    private static double value(Figure figure) {
        return figure.optional().orElseThrow();
    }

    private static Reason reason(Figure figure) {
        return ((Figure.Undefined) figure).reason();
    }
}
