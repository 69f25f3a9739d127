package org.sepakat.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Alpha over sets of themes, beside the definition taken word by word: distances between sets, averaged within units and over all values. */
class SetAlphaTest {

    private interface Distance {
        double between(BitSet first, BitSet second);
    }

    @Test
    void two_coders_who_share_half_of_their_themes_are_apart_by_one_less_the_share_both_have() {
        var alpha = new SetAlpha(2, List.of(List.of(set(0, 1), set(1, 2)), List.of(set(3), set(3))));
        // values {0,1} {1,2} {3} {3}: within units 2/3 and 0; of the six pairs of values 2/3 once, 1 four times, 0 once
        assertEquals(1 - (2.0 / 3 / 2) / ((2.0 / 3 + 4) / 6), value(alpha.of(SetDistance.JACCARD)), 1e-12);
        // MASI takes a third of the common part: 1 - 1/3 * 1/3
        assertEquals(1 - (8.0 / 9 / 2) / ((8.0 / 9 + 4) / 6), value(alpha.of(SetDistance.MASI)), 1e-12);
        assertEquals(1 - (1.0 / 2) / (5.0 / 6), value(alpha.of(SetDistance.NOMINAL)), 1e-12);
        assertEquals(2, alpha.of(SetDistance.MASI).basis().n());
    }

    @Test
    void two_empty_sets_agree_and_a_unit_that_one_coder_reviewed_is_left_out() {
        List<List<@Nullable BitSet>> codings = new ArrayList<>();
        codings.add(List.of(set(), set()));
        codings.add(List.of(set(1), set(1)));
        List<@Nullable BitSet> alone = new ArrayList<>(List.of(set(2)));
        alone.add(null);
        codings.add(alone);
        var alpha = new SetAlpha(2, codings);
        assertEquals(1, value(alpha.of(SetDistance.MASI)), 1e-12);
        assertEquals(1, alpha.of(SetDistance.MASI).basis().dropped());
    }

    @Test
    void where_nothing_varies_or_nobody_shares_a_unit_there_is_no_value_but_a_reason() {
        assertEquals(Reason.CONSTANT, reason(new SetAlpha(2, List.of(List.of(set(1), set(1))))));
        assertEquals(Reason.NO_JOINT_UNITS, reason(new SetAlpha(2, List.of())));
        assertEquals(Reason.ONE_CODER, reason(new SetAlpha(1, List.of(List.of(set(1))))));
    }

    @Test
    void a_coder_who_gives_a_unit_thousands_of_themes_costs_no_more_room_than_others() {
        BitSet many = new BitSet();
        many.set(0, 2000);
        List<List<@Nullable BitSet>> codings = List.of(List.of(set(0), many), List.of(set(1), set(1)));
        // values {0} many {1} {1}: within units 1 - 1/2000 and 0; of the six pairs of values 1 - 1/2000 three times, 1
        // twice, 0 once
        double apart = 1 - 1.0 / 2000;
        double alpha = value(new SetAlpha(2, codings).of(SetDistance.JACCARD));
        assertEquals(1 - (apart / 2) / ((3 * apart + 2) / 6), alpha, 1e-12);
    }

    @Property(tries = 40)
    void it_is_the_mean_distance_within_units_over_that_between_all_values(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 5) int coders,
            @ForAll @IntRange(min = 1, max = 90) int themes) {
        List<List<@Nullable BitSet>> codings = random(new Random(seed), coders, themes);
        var alpha = new SetAlpha(coders, codings);
        assertEquals(naive(codings, (a, b) -> a.equals(b) ? 0 : 1), value(alpha.of(SetDistance.NOMINAL)), 1e-9);
        assertEquals(naive(codings, (a, b) -> 1 - jaccard(a, b)), value(alpha.of(SetDistance.JACCARD)), 1e-9);
        assertEquals(naive(codings, SetAlphaTest::masi), value(alpha.of(SetDistance.MASI)), 1e-9);
    }

    private static List<List<@Nullable BitSet>> random(Random random, int coders, int themes) {
        List<List<@Nullable BitSet>> codings = new ArrayList<>();
        for (int unit = 0; unit < 30; unit++) {
            List<@Nullable BitSet> row = new ArrayList<>();
            for (int coder = 0; coder < coders; coder++) {
                BitSet set = new BitSet();
                set.set(random.nextInt(themes), random.nextInt(3) > 0);
                set.set(random.nextInt(themes), random.nextInt(3) > 0);
                row.add(random.nextInt(5) == 0 ? null : set);
            }
            codings.add(row);
        }
        codings.add(new ArrayList<>(List.of(set(0), set(0, themes))));
        while (codings.get(30).size() < coders) {
            codings.get(30).add(null);
        }
        return codings;
    }

    private static double naive(List<List<@Nullable BitSet>> codings, Distance distance) {
        List<BitSet> all = new ArrayList<>();
        double within = 0;
        for (List<@Nullable BitSet> row : codings) {
            List<BitSet> values = new ArrayList<>();
            for (BitSet each : row) {
                if (each != null) {
                    values.add(each);
                }
            }
            if (values.size() > 1) {
                within += sum(values, distance) / (values.size() - 1);
                all.addAll(values);
            }
        }
        double between = sum(all, distance) / (all.size() - 1);
        return 1 - within / between;
    }

    private static double sum(List<BitSet> values, Distance distance) {
        double sum = 0;
        for (BitSet first : values) {
            for (BitSet second : values) {
                sum += distance.between(first, second);
            }
        }
        return sum;
    }

    private static double jaccard(BitSet first, BitSet second) {
        BitSet both = and(first, second);
        BitSet either = (BitSet) first.clone();
        either.or(second);
        return either.isEmpty() ? 1 : (double) both.cardinality() / either.cardinality();
    }

    private static double masi(BitSet first, BitSet second) {
        BitSet both = and(first, second);
        double share = first.equals(second) ? 1 : both.equals(first) || both.equals(second) ? 2.0 / 3 : 1.0 / 3;
        return 1 - jaccard(first, second) * share;
    }

    private static BitSet and(BitSet first, BitSet second) {
        BitSet both = (BitSet) first.clone();
        both.and(second);
        return both;
    }

    private static BitSet set(int... themes) {
        BitSet set = new BitSet();
        for (int theme : themes) {
            set.set(theme);
        }
        return set;
    }

    private static Reason reason(SetAlpha alpha) {
        return ((Figure.Undefined) alpha.of(SetDistance.JACCARD)).reason();
    }

    private static double value(Figure figure) {
        return figure.optional().orElseThrow();
    }
}
