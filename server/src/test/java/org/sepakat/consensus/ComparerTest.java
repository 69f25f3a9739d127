package org.sepakat.consensus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.sepakat.agreement.ContingencyTable;
import org.sepakat.agreement.Pair;
import org.sepakat.agreement.Ratings;
import org.sepakat.agreement.figures.CodedRound;
import org.sepakat.agreement.figures.CodedRound.CodedSpan;
import org.sepakat.agreement.figures.CodedRound.CodedTheme;
import org.sepakat.agreement.figures.CountedRound;
import org.sepakat.text.BaseSegment;
import org.sepakat.text.CoverageRule;
import org.sepakat.text.Span;
import org.sepakat.text.TranscriptText;
import org.sepakat.text.UnitOfAnalysis;

class ComparerTest {

    @Property(tries = 150)
    void a_pair_s_omissions_and_substitutions_are_cells_b_and_c_and_each_cell_has_its_passages(
            @ForAll long seed,
            @ForAll @IntRange(max = 5) int unit,
            @ForAll @IntRange(max = 3) int rule,
            @ForAll boolean all) {
        var random = new RandomRound(seed);
        CountedRound counted =
                random.counted(random.coded, RandomRound.UNITS.get(unit), RandomRound.RULES.get(rule), all);
        for (Pair pair : Pair.all(random.coded.coders().size())) {
            var comparer = new Comparer(counted, pair.first(), pair.second());
            for (CodedTheme theme : random.coded.themes()) {
                ContingencyTable table =
                        Ratings.concatenate(counted.ratings(theme)).table(pair.first(), pair.second());
                List<Comparison> differences = comparer.differences(theme.name());
                assertEquals(
                        table.b() + table.c(),
                        of(differences, Difference.OMISSION) + of(differences, Difference.SUBSTITUTION));
                assertTrue(of(differences, Difference.BOUNDARY) <= table.a());
                assertEquals(table.a(), comparer.cell(theme.name(), Cell.A).size());
                assertEquals(table.b(), comparer.cell(theme.name(), Cell.B).size());
                assertEquals(table.c(), comparer.cell(theme.name(), Cell.C).size());
                assertEquals(table.d(), comparer.cell(theme.name(), Cell.D).size());
            }
        }
    }

    @Property(tries = 100)
    void all_coders_together_differ_where_some_pair_of_them_differs(
            @ForAll long seed, @ForAll @IntRange(max = 5) int unit, @ForAll @IntRange(max = 3) int rule) {
        var random = new RandomRound(seed);
        CountedRound counted =
                random.counted(random.coded, RandomRound.UNITS.get(unit), RandomRound.RULES.get(rule), false);
        Set<List<Object>> ofPairs = new HashSet<>();
        for (Pair pair : Pair.all(random.coded.coders().size())) {
            places(new Comparer(counted, pair.first(), pair.second()).differences(null), ofPairs);
        }
        Set<List<Object>> together = new HashSet<>();
        places(Comparer.ofAll(counted).differences(null), together);
        // Where not all applied the theme, two who did may have drawn other edges: that pair differs, and so do all.
        assertEquals(ofPairs, together);
    }

    private static void places(List<Comparison> comparisons, Set<List<Object>> places) {
        comparisons.forEach(c -> places.add(List.of(c.theme(), c.transcript(), c.unit())));
    }

    private static long of(List<Comparison> comparisons, Difference difference) {
        return comparisons.stream().filter(c -> c.difference() == difference).count();
    }

    /** Three turns "Ya begitu." of one speaker, all reviewed by A and B. */
    private static List<Comparison> compare(CodedSpan... codings) {
        var text =
                new TranscriptText("Ya begitu. Ya begitu. Ya begitu.", List.of(segment(0), segment(11), segment(22)));
        Set<Integer> all = Set.of(0, 1, 2);
        var round = new CodedRound(
                Map.of("t", text),
                List.of("A", "B"),
                List.of(theme("trust"), theme("warmth")),
                List.of(codings),
                Map.of("t", Map.of("A", all, "B", all)));
        return Comparer.ofAll(new CountedRound(
                        round, new CountedRound.Question(UnitOfAnalysis.parse("turn"), CoverageRule.ANY, false)))
                .differences("trust");
    }

    private static BaseSegment segment(int start) {
        return new BaseSegment(new Span(start, start + 10), null, null);
    }

    private static CodedTheme theme(String name) {
        return new CodedTheme(name, (transcript, speaker) -> true);
    }

    private static CodedSpan coding(String coder, String theme, int start, int end) {
        return new CodedSpan("t", coder, theme, new Span(start, end));
    }

    @Test
    void who_left_a_theme_out_and_applied_nothing_else_omitted_it() {
        Comparison omission = compare(coding("A", "trust", 11, 21)).get(0);
        assertEquals(Difference.OMISSION, omission.difference());
        assertEquals(1, omission.segment());
        assertEquals(new Span(11, 21), omission.place());
        assertEquals(
                List.of(
                        new Comparison.Part("A", true, List.of(new Span(11, 21)), List.of()),
                        new Comparison.Part("B", false, List.of(), List.of())),
                omission.parts());
    }

    @Test
    void who_left_a_theme_out_and_applied_another_that_the_others_did_not_substituted_it() {
        Comparison other = compare(coding("A", "trust", 11, 21), coding("B", "warmth", 14, 15))
                .get(0);
        assertEquals(Difference.SUBSTITUTION, other.difference());
        assertEquals(List.of("warmth"), other.parts().get(1).instead());
        Comparison shared = compare(
                        coding("A", "trust", 11, 21), coding("A", "warmth", 11, 12), coding("B", "warmth", 14, 15))
                .get(0);
        assertEquals(Difference.OMISSION, shared.difference());
    }

    @Test
    void edges_are_compared_after_own_overlaps_are_merged_and_within_the_unit_alone() {
        assertEquals(
                List.of(),
                compare(coding("A", "trust", 0, 6), coding("A", "trust", 4, 10), coding("B", "trust", 0, 10)));
        assertEquals(
                Difference.BOUNDARY,
                compare(coding("A", "trust", 0, 6), coding("B", "trust", 0, 10))
                        .get(0)
                        .difference());
    }
}
