package org.sepakat.agreement.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.sepakat.agreement.CohenKappa;
import org.sepakat.agreement.ContingencyTable;
import org.sepakat.agreement.KrippendorffAlpha;
import org.sepakat.agreement.Profile;
import org.sepakat.agreement.RatingProfiles;
import org.sepakat.agreement.Ratings;
import org.sepakat.agreement.diagnosis.DisagreementSplit.Instead;

class DiagnosisTest {
    private static final int FEAR = 0;
    private static final int ANGER = 1;
    private static final int CARE = 2;

    /** Two coders, three themes, eight units; the second has not read unit 7, fear applies up to unit 6. */
    private final Presence presence = new Presence(
            8,
            List.of(bits(0, 1, 2, 3, 4, 5, 6, 7), bits(0, 1, 2, 3, 4, 5, 6)),
            List.of(bits(0, 1, 2, 3, 4, 5, 6), bits(0, 1, 2, 3, 4, 5, 6, 7), bits(0, 1, 2, 3, 4, 5, 6, 7)),
            List.of(
                    List.of(bits(0, 1, 2, 3, 7), bits(0, 4)),
                    List.of(bits(4), bits(1, 2, 4, 5)),
                    List.of(bits(2), bits(2, 3))));

    @Test
    void a_disagreement_is_a_substitution_where_who_left_the_theme_out_applied_another_of_their_own() {
        DisagreementSplit split = DisagreementSplit.of(presence, FEAR, 0, 1, bits(0, 1));
        assertEquals(3, split.substituted());
        assertEquals(List.of(new Instead(ANGER, 2), new Instead(CARE, 1)), split.instead());
        assertEquals(0, split.omittedBySecond());
        assertEquals(1, split.omittedByFirst());
        assertEquals(1, split.omitted());
        assertEquals(1, split.boundary());
    }

    @Test
    void a_theme_both_applied_is_never_what_stood_instead() {
        DisagreementSplit split = DisagreementSplit.of(presence, ANGER, 0, 1, bits());
        assertEquals(List.of(new Instead(FEAR, 2)), split.instead());
        assertEquals(2, split.substituted());
        assertEquals(1, split.omittedByFirst());
    }

    @Test
    void the_table_of_confusions_holds_both_directions() {
        ThemeConfusion confusion = ThemeConfusion.of(presence, 0, 1);
        assertEquals(3, confusion.themes());
        assertEquals(2, confusion.substituted(FEAR, ANGER));
        assertEquals(2, confusion.substituted(ANGER, FEAR));
        assertEquals(1, confusion.substituted(FEAR, CARE));
        assertEquals(0, confusion.substituted(FEAR, FEAR));
        assertEquals(1, confusion.omitted(FEAR));
        assertEquals(1, confusion.omitted(ANGER));
        assertTrue(confusion.toString().startsWith("omitted [1, 1, 0]"));
    }

    @Property(tries = 60)
    void omissions_and_substitutions_are_cells_b_and_c(@ForAll long seed) {
        Presence random = random(new Random(seed), 3, 4, 90);
        for (int theme = 0; theme < 4; theme++) {
            DisagreementSplit split = DisagreementSplit.of(random, theme, 0, 2, new BitSet());
            long b = random.only(theme, 0, 2).cardinality();
            long c = random.only(theme, 2, 0).cardinality();
            assertEquals(b + c, split.omitted() + split.substituted());
            assertTrue(split.omittedBySecond() <= b && split.omittedByFirst() <= c);
            ThemeConfusion confusion = ThemeConfusion.of(random, 0, 2);
            assertEquals(split.omitted(), confusion.omitted(theme));
            for (Instead instead : split.instead()) {
                assertEquals(instead.units(), confusion.substituted(theme, instead.theme()));
                assertEquals(instead.units(), confusion.substituted(instead.theme(), theme));
            }
        }
    }

    @Test
    void as_many_scopes_as_themes_are_asked_for() {
        assertThrows(IllegalArgumentException.class, () -> new Presence(1, List.of(), List.of(bits(0)), List.of()));
        assertEquals(3, presence.themes());
        assertEquals(2, presence.coders());
    }

    @Test
    void the_coder_who_stands_apart_is_the_one_without_whom_the_others_agree_most() {
        int[][] cells = new int[60][];
        for (int unit = 0; unit < 60; unit++) {
            int yes = unit % 3 == 0 ? 1 : 0;
            cells[unit] = new int[] {yes, unit % 20 == 1 ? 1 : yes, unit % 4 == 0 ? 1 : 0, yes};
        }
        CoderApart apart = CoderApart.of(new Ratings(4, 2, cells)).orElseThrow();
        Ratings others = new Ratings(4, 2, cells).withoutCoder(2);
        double without = KrippendorffAlpha.nominal(others.profiles()).optional().getAsDouble();
        assertEquals(2, apart.coder());
        assertEquals(without, apart.alphaWithout(), 1e-12);
        assertTrue(apart.gain() > 0.2);
    }

    @Test
    void of_two_coders_or_of_coders_alike_none_stands_apart() {
        int[][] two = {{1, 0}, {0, 0}, {1, 1}};
        int[][] alike = {{1, 1, 1}, {0, 0, 0}, {1, 1, 1}};
        assertEquals(Optional.empty(), CoderApart.of(new Ratings(2, 2, two)));
        assertEquals(Optional.empty(), CoderApart.of(new Ratings(3, 2, alike)));
    }

    @Test
    void settling_a_pair_takes_from_the_larger_cell_until_the_two_are_even() {
        List<Settlement.PairStep> steps = Settlement.ofPair(ContingencyTable.binary(10, 6, 2, 82));
        assertEquals(
                List.of(1L, 2L, 5L, 8L),
                steps.stream().map(Settlement.PairStep::settled).toList());
        assertEquals(
                CohenKappa.of(ContingencyTable.binary(11, 5, 2, 82)),
                steps.get(0).asPresent());
        assertEquals(
                CohenKappa.of(ContingencyTable.binary(15, 1, 2, 82)),
                steps.get(2).asPresent());
        assertEquals(
                CohenKappa.of(ContingencyTable.binary(10, 1, 2, 87)),
                steps.get(2).asAbsent());
        assertEquals(1, steps.get(3).asAbsent().optional().getAsDouble());
        List<Settlement.PairStep> other = Settlement.ofPair(ContingencyTable.binary(10, 2, 6, 82));
        assertEquals(
                CohenKappa.of(ContingencyTable.binary(15, 2, 1, 82)),
                other.get(2).asPresent());
    }

    @Property
    void settling_more_of_a_pair_never_lowers_kappa(
            @ForAll @LongRange(min = 1, max = 60) long a,
            @ForAll @LongRange(min = 0, max = 60) long b,
            @ForAll @LongRange(min = 0, max = 60) long c,
            @ForAll @LongRange(min = 1, max = 60) long d) {
        ContingencyTable table = ContingencyTable.binary(a, b, c, d);
        double last = CohenKappa.of(table).optional().getAsDouble();
        for (Settlement.PairStep step : Settlement.ofPair(table)) {
            double kappa = step.asPresent().optional().getAsDouble();
            assertTrue(kappa >= last - 1e-12, () -> table + " " + step);
            last = kappa;
        }
        assertEquals(b + c > 0 ? 1 : last, last);
    }

    @Test
    void nothing_to_settle_gives_no_steps() {
        assertEquals(List.of(), Settlement.ofPair(ContingencyTable.binary(10, 0, 0, 82)));
        assertEquals(List.of(), Settlement.ofAll(RatingProfiles.of(ContingencyTable.binary(0, 0, 0, 82))));
    }

    @Test
    void units_of_all_coders_are_settled_as_most_of_them_have_it() {
        int[][] cells = {{1, 1, 0}, {0, 0, 1}, {0, 0, 0}, {1, 1, 1}, {0, 0, 0}, {1, 0, Ratings.MISSING}};
        RatingProfiles profiles = new Ratings(3, 2, cells).profiles();
        List<Settlement.Step> steps = Settlement.ofAll(profiles);
        assertEquals(
                List.of(1L, 2L, 3L),
                steps.stream().map(Settlement.Step::settled).toList());
        assertEquals(1, steps.get(2).alpha().optional().getAsDouble());
        Settlement.Telling first = Settlement.telling(profiles).get(0);
        Settlement.Telling last = Settlement.telling(profiles).get(2);
        assertTrue(first.gain() >= last.gain());
        int[][] settled = {{1, 1, 1}, {0, 0, 1}, {0, 0, 0}, {1, 1, 1}, {0, 0, 0}, {1, 0, Ratings.MISSING}};
        double before = KrippendorffAlpha.nominal(profiles).optional().getAsDouble();
        double after = KrippendorffAlpha.nominal(new Ratings(3, 2, settled).profiles())
                .optional()
                .getAsDouble();
        double gain = Settlement.telling(profiles).stream()
                .filter(telling -> telling.profile().equals(new Profile(1, 2)))
                .findFirst()
                .orElseThrow()
                .gain();
        assertEquals(after - before, gain, 1e-12);
    }

    @Property(tries = 40)
    void telling_units_are_those_that_coders_differ_on(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 99) int limit) {
        Presence random = random(new Random(seed), 4, 2, 80);
        RatingProfiles profiles = ratings(random, 1).profiles();
        List<TellingUnit> units = TellingUnit.of(random, 1, profiles, limit);
        long differing = IntStream.range(0, 80)
                .filter(unit -> random.scope().get(1).get(unit))
                .filter(unit -> isSplit(random, unit))
                .count();
        assertEquals(Math.min(limit, differing), units.size());
        for (int i = 1; i < units.size(); i++) {
            assertTrue(units.get(i - 1).gain() >= units.get(i).gain());
        }
        for (TellingUnit unit : units) {
            double pairs = unit.reviewed() * (unit.reviewed() - 1) / 2.0;
            assertEquals(unit.applied() * (unit.reviewed() - unit.applied()) / pairs, unit.heat(), 1e-12);
        }
    }

    private static boolean isSplit(Presence presence, int unit) {
        List<Boolean> answers = IntStream.range(0, presence.coders())
                .filter(coder -> presence.reviewed().get(coder).get(unit))
                .mapToObj(coder -> presence.isApplied(1, coder, unit))
                .toList();
        return answers.contains(true) && answers.contains(false);
    }

    private static Ratings ratings(Presence presence, int theme) {
        int[][] cells = IntStream.range(0, presence.units())
                .filter(unit -> presence.scope().get(theme).get(unit))
                .mapToObj(unit -> IntStream.range(0, presence.coders())
                        .map(coder -> !presence.reviewed().get(coder).get(unit)
                                ? Ratings.MISSING
                                : presence.isApplied(theme, coder, unit) ? 1 : 0)
                        .toArray())
                .toArray(int[][]::new);
        return new Ratings(presence.coders(), 2, cells);
    }

    private static Presence random(Random random, int coders, int themes, int units) {
        return new Presence(
                units,
                IntStream.range(0, coders)
                        .mapToObj(g -> random(random, units, 5))
                        .toList(),
                IntStream.range(0, themes)
                        .mapToObj(t -> random(random, units, 5))
                        .toList(),
                IntStream.range(0, themes)
                        .mapToObj(t -> IntStream.range(0, coders)
                                .mapToObj(g -> random(random, units, 2))
                                .toList())
                        .toList());
    }

    /** Each bit set with a chance of {@code of - 1} in {@code of}. */
    private static BitSet random(Random random, int units, int of) {
        BitSet bits = new BitSet();
        IntStream.range(0, units).filter(unit -> random.nextInt(of) > 0).forEach(bits::set);
        return bits;
    }

    private static BitSet bits(int... set) {
        BitSet bits = new BitSet();
        for (int bit : set) {
            bits.set(bit);
        }
        return bits;
    }
}
