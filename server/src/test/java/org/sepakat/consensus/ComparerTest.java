package org.sepakat.consensus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.sepakat.agreement.figures.RoundFigures;
import org.sepakat.agreement.figures.Wanted;
import org.sepakat.text.BaseSegment;
import org.sepakat.text.CoverageRule;
import org.sepakat.text.Span;
import org.sepakat.text.TextUnit;
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
                assertEquals(table.a(), units(comparer.cell(theme.name(), Cell.A)));
                assertEquals(table.b(), units(comparer.cell(theme.name(), Cell.B)));
                assertEquals(table.c(), units(comparer.cell(theme.name(), Cell.C)));
                assertEquals(table.d(), units(comparer.cell(theme.name(), Cell.D)));
            }
        }
    }

    @Property(tries = 150)
    void figures_and_passages_count_the_same_omissions_substitutions_and_boundaries(
            @ForAll long seed,
            @ForAll @IntRange(max = 5) int unit,
            @ForAll @IntRange(max = 3) int rule,
            @ForAll boolean all) {
        var random = new RandomRound(seed);
        CountedRound counted =
                random.counted(random.coded, RandomRound.UNITS.get(unit), RandomRound.RULES.get(rule), all);
        JsonObject figures = new JsonObject(RoundFigures.toJson(counted, Wanted.EVERYTHING));
        List<Pair> pairs = Pair.all(random.coded.coders().size());
        for (int theme = 0; theme < random.coded.themes().size(); theme++) {
            JsonArray ofPairs =
                    figures.getJsonArray("themes").getJsonObject(theme).getJsonArray("pairs");
            for (int i = 0; i < pairs.size(); i++) {
                JsonObject split = ofPairs.getJsonObject(i).getJsonObject("diagnosis");
                List<Comparison> differences = new Comparer(
                                counted, pairs.get(i).first(), pairs.get(i).second())
                        .differences(random.coded.themes().get(theme).name());
                assertEquals(
                        split.getLong("omitted_by_first") + split.getLong("omitted_by_second"),
                        of(differences, Difference.OMISSION));
                assertEquals(split.getLong("substituted"), of(differences, Difference.SUBSTITUTION));
                assertEquals(split.getLong("boundary"), of(differences, Difference.BOUNDARY));
                assertEquals(instead(split), instead(differences));
            }
        }
    }

    private static Map<String, Long> instead(JsonObject split) {
        var units = new HashMap<String, Long>();
        for (Object one : split.getJsonArray("instead")) {
            units.put(((JsonObject) one).getString("theme"), ((JsonObject) one).getLong("units"));
        }
        return units;
    }

    private static Map<String, Long> instead(List<Comparison> differences) {
        var units = new HashMap<String, Long>();
        for (Comparison difference : differences) {
            difference.parts().stream()
                    .flatMap(part -> part.instead().stream())
                    .forEach(theme -> units.merge(theme, (long) difference.units(), Long::sum));
        }
        return units;
    }

    @Property(tries = 100)
    void units_that_follow_each_other_in_a_passage_come_as_one_where_they_are_alike(
            @ForAll long seed, @ForAll @IntRange(max = 5) int unit, @ForAll @IntRange(max = 3) int rule) {
        var random = new RandomRound(seed);
        CountedRound counted =
                random.counted(random.coded, RandomRound.UNITS.get(unit), RandomRound.RULES.get(rule), false);
        List<Comparison> found = Comparer.ofAll(counted).differences(null);
        for (Comparison one : found) {
            assertEquals(one.units(), spans(counted, one).size());
            if (RandomRound.UNITS.get(unit).equals("turn")) {
                assertEquals(1, one.units());
                assertEquals(one.base(), one.place());
            }
            for (Comparison other : found) {
                boolean isNext = other.theme().equals(one.theme())
                        && other.transcript().equals(one.transcript())
                        && other.segment() == one.segment()
                        && unitAfter(counted, one)
                                .equals(Optional.of(spans(counted, other).get(0)));
                assertTrue(!isNext || !standing(one).equals(standing(other)), () -> one + " goes with " + other);
            }
        }
    }

    private static List<Object> standing(Comparison comparison) {
        return List.of(
                Optional.ofNullable(comparison.difference()),
                comparison.parts().stream()
                        .map(part -> List.of(part.coder(), part.applied(), part.instead()))
                        .toList());
    }

    private static List<Span> spans(CountedRound counted, Comparison comparison) {
        return counted.transcript(comparison.transcript()).units().stream()
                .map(TextUnit::span)
                .filter(comparison.place()::contains)
                .toList();
    }

    private static Optional<Span> unitAfter(CountedRound counted, Comparison comparison) {
        return counted.transcript(comparison.transcript()).units().stream()
                .map(TextUnit::span)
                .filter(span -> span.start() >= comparison.place().end())
                .findFirst();
    }

    @Property(tries = 100)
    void all_coders_together_differ_where_some_pair_of_them_differs(
            @ForAll long seed, @ForAll @IntRange(max = 5) int unit, @ForAll @IntRange(max = 3) int rule) {
        var random = new RandomRound(seed);
        CountedRound counted =
                random.counted(random.coded, RandomRound.UNITS.get(unit), RandomRound.RULES.get(rule), false);
        Set<List<Object>> ofPairs = new HashSet<>();
        for (Pair pair : Pair.all(random.coded.coders().size())) {
            places(counted, new Comparer(counted, pair.first(), pair.second()).differences(null), ofPairs);
        }
        Set<List<Object>> together = new HashSet<>();
        places(counted, Comparer.ofAll(counted).differences(null), together);
        // Where not all applied the theme, two who did may have drawn other edges: that pair differs, and so do all.
        assertEquals(ofPairs, together);
    }

    private static void places(CountedRound counted, List<Comparison> comparisons, Set<List<Object>> places) {
        for (Comparison comparison : comparisons) {
            spans(counted, comparison)
                    .forEach(unit -> places.add(List.of(comparison.theme(), comparison.transcript(), unit)));
        }
    }

    private static long of(List<Comparison> comparisons, Difference difference) {
        return units(
                comparisons.stream().filter(c -> c.difference() == difference).toList());
    }

    private static long units(List<Comparison> comparisons) {
        return comparisons.stream().mapToLong(Comparison::units).sum();
    }

    private static List<Comparison> compare(CodedSpan... codings) {
        return Comparer.ofAll(counted("turn", codings)).differences("trust");
    }

    /** Three turns "Ya begitu.", all reviewed by A and B; warmth applies to the first two. */
    private static CountedRound counted(String unit, CodedSpan... codings) {
        var text = new TranscriptText(
                "Ya begitu. Ya begitu. Ya begitu.", List.of(segment(0, "P"), segment(11, "P"), segment(22, "S")));
        Set<Integer> all = Set.of(0, 1, 2);
        var round = new CodedRound(
                Map.of("t", text),
                List.of("A", "B"),
                List.of(theme("trust"), new CodedTheme("warmth", (transcript, speaker) -> !"S".equals(speaker))),
                List.of(codings),
                Map.of("t", Map.of("A", all, "B", all)));
        return new CountedRound(round, new CountedRound.Question(UnitOfAnalysis.parse(unit), CoverageRule.ANY, false));
    }

    private static BaseSegment segment(int start, String speaker) {
        return new BaseSegment(new Span(start, start + 10), speaker, null);
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
        assertEquals(new Span(11, 21), omission.base());
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
    void a_theme_that_does_not_apply_to_the_unit_stands_for_no_other() {
        Comparison omission = compare(coding("A", "trust", 22, 32), coding("B", "warmth", 22, 32))
                .get(0);
        assertEquals(Difference.OMISSION, omission.difference());
        assertEquals(List.of(), omission.parts().get(1).instead());
    }

    @Test
    void a_passage_brings_all_marks_of_its_base_segment_and_what_is_shared_in_it() {
        CountedRound words = counted(
                "token", coding("A", "trust", 11, 13), coding("A", "trust", 14, 20), coding("B", "trust", 14, 17));
        Comparison first = Comparer.ofAll(words).differences("trust").get(0);
        assertEquals(new Span(11, 13), first.place());
        assertEquals(Difference.OMISSION, first.difference());
        assertEquals(
                List.of(new Span(11, 13), new Span(14, 20)),
                first.parts().get(0).spans());
        assertEquals(List.of(new Span(14, 17)), first.parts().get(1).spans());
        assertEquals(List.of(new Span(14, 17)), first.shared());
    }

    @Test
    void what_is_shared_is_that_of_all_coders_also_where_two_are_compared() {
        var text = new TranscriptText("Ya begitu.", List.of(segment(0, "P")));
        Set<Integer> one = Set.of(0);
        var round = new CodedRound(
                Map.of("t", text),
                List.of("A", "B", "C", "D"),
                List.of(theme("trust")),
                List.of(
                        coding("A", "trust", 0, 10),
                        coding("B", "trust", 0, 8),
                        coding("C", "trust", 3, 9),
                        coding("D", "trust", 9, 10)),
                Map.of("t", Map.of("A", one, "B", one, "C", one)));
        var question = new CountedRound.Question(UnitOfAnalysis.parse("turn"), CoverageRule.ANY, false);
        Comparison ofPair = new Comparer(new CountedRound(round, question), 0, 1)
                .differences("trust")
                .get(0);
        assertEquals(List.of(new Span(3, 8)), ofPair.shared(), "D did not review the turn");
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
