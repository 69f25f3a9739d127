package org.sepakat.agreement.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sepakat.agreement.Ratings;
import org.sepakat.agreement.figures.CodedRound.CodedSpan;
import org.sepakat.agreement.figures.CodedRound.CodedTheme;
import org.sepakat.text.BaseSegment;
import org.sepakat.text.CoverageRule;
import org.sepakat.text.Span;
import org.sepakat.text.TranscriptText;
import org.sepakat.text.UnitOfAnalysis;

/** A round's figures, beside those of the matrices that are written down as it is made: six transcripts of twelve turns, three coders, two themes. */
class RoundFiguresTest {
    private static final int TURNS = 12;
    private static final List<String> CODERS = List.of("A", "B", "C");
    private static final List<String> THEMES = List.of("trust", "anger");

    private final Map<String, TranscriptText> transcripts = new LinkedHashMap<>();
    private final Map<String, Map<String, Set<Integer>>> reviewed = new LinkedHashMap<>();
    private final List<CodedSpan> codings = new ArrayList<>();
    private final int[][][] cells = new int[THEMES.size()][6 * TURNS][CODERS.size()];
    private final List<String> clusters = new ArrayList<>();
    private final Map<String, @Nullable Object> json = make();

    private Map<String, @Nullable Object> make() {
        Random random = new Random(4);
        for (int t = 0; t < 6; t++) {
            String name = "t" + t;
            transcripts.put(
                    name,
                    new TranscriptText(
                            "satu dua. ".repeat(TURNS),
                            IntStream.range(0, TURNS)
                                    .mapToObj(turn -> new BaseSegment(new Span(10 * turn, 10 * turn + 9), "S", null))
                                    .toList()));
            Map<String, Set<Integer>> seen = new HashMap<>();
            CODERS.forEach(coder -> seen.put(coder, new HashSet<>()));
            reviewed.put(name, seen);
            for (int turn = 0; turn < TURNS; turn++) {
                clusters.add(name);
                code(name, t * TURNS + turn, turn, seen, random);
            }
        }
        List<CodedTheme> themes = THEMES.stream()
                .map(theme -> new CodedTheme(theme, (transcript, speaker) -> true))
                .toList();
        var round = new CodedRound(transcripts, CODERS, themes, codings, reviewed);
        var question = new CountedRound.Question(UnitOfAnalysis.parse("turn"), CoverageRule.ANY, false);
        return RoundFigures.toJson(new CountedRound(round, question), new Resampling(5L));
    }

    private void code(String transcript, int unit, int turn, Map<String, Set<Integer>> seen, Random random) {
        boolean[] truth = {random.nextInt(3) == 0, random.nextInt(4) == 0};
        for (int coder = 0; coder < CODERS.size(); coder++) {
            boolean isSeen = random.nextInt(6) > 0;
            if (isSeen) {
                Objects.requireNonNull(seen.get(CODERS.get(coder))).add(turn);
            }
            for (int theme = 0; theme < THEMES.size(); theme++) {
                boolean isMarked = isSeen && truth[theme] != (random.nextInt(6) == 0);
                cells[theme][unit][coder] = isSeen ? isMarked ? 1 : 0 : Ratings.MISSING;
                if (isMarked) {
                    var span = new Span(10 * turn, 10 * turn + (coder == 2 ? 4 : 9));
                    codings.add(new CodedSpan(transcript, CODERS.get(coder), THEMES.get(theme), span));
                }
            }
        }
    }

    private Map<?, ?> theme(int place) {
        return object(json, "themes", place);
    }

    private static Map<?, ?> object(Map<?, ?> json, String key, int place) {
        return (Map<?, ?>) ((List<?>) Objects.requireNonNull(json.get(key), key)).get(place);
    }

    private Map<String, @Nullable Object> matrix(int theme) {
        return RatingsFigures.toJson(
                new Ratings(3, 2, cells[theme]), CODERS, List.of("absent", "present"), clusters, new Resampling(5L));
    }

    @Test
    void each_theme_has_the_figures_of_its_matrix() {
        for (int place = 0; place < THEMES.size(); place++) {
            Map<String, @Nullable Object> matrix = matrix(place);
            List<String> own = List.of("coders", "categories", "units", "pairs", "bootstrap", "reasons");
            for (Map.Entry<String, @Nullable Object> entry : matrix.entrySet()) {
                if (!own.contains(entry.getKey())) {
                    assertEquals(entry.getValue(), theme(place).get(entry.getKey()), entry.getKey());
                }
            }
            assertEquals(THEMES.get(place), theme(place).get("theme"));
            assertEquals(72, theme(place).get("units_in_scope"));
        }
    }

    @Test
    void each_pair_has_the_figures_of_its_columns() {
        for (int pair = 0; pair < 3; pair++) {
            Map<?, ?> expected = object(matrix(1), "pairs", pair);
            Map<?, ?> found = object(theme(1), "pairs", pair);
            expected.forEach((key, value) -> {
                if (!key.equals("reasons")) {
                    assertEquals(value, found.get(key), key.toString());
                }
            });
        }
    }

    @Test
    void units_that_fewer_than_two_coders_reviewed_are_left_out_and_counted() {
        long compared = 0;
        int one = 0;
        int nobody = 0;
        for (int[] row : cells[0]) {
            long readers =
                    IntStream.of(row).filter(cell -> cell != Ratings.MISSING).count();
            compared += readers > 1 ? 1 : 0;
            one += readers == 1 ? 1 : 0;
            nobody += readers == 0 ? 1 : 0;
        }
        assertEquals(compared, theme(0).get("units"));
        assertEquals(72 - compared, theme(0).get("units_left_out"));
        Map<?, ?> leftOut = (Map<?, ?>) Objects.requireNonNull(json.get("left_out"));
        assertEquals(one, leftOut.get("units_one_coder"));
        assertEquals(nobody, leftOut.get("units_nobody"));
        assertEquals(0, leftOut.get("codings_unreviewed"));
        assertEquals(0, leftOut.get("codings_out_of_scope"));
    }

    @Test
    void over_themes_the_mean_and_the_pooled_kappa_come_from_the_themes_tables() {
        double mean = 0;
        double observed = 0;
        double expected = 0;
        for (int place = 0; place < 2; place++) {
            Map<?, ?> pair = object(theme(place), "pairs", 2);
            double n = number(pair, "n");
            double first = number(pair, "a") + number(pair, "b");
            double second = number(pair, "a") + number(pair, "c");
            mean += number(pair, "cohen_kappa") / 2;
            observed += (number(pair, "a") + number(pair, "d")) / n / 2;
            expected += (first * second + (n - first) * (n - second)) / (n * n) / 2;
        }
        Map<?, ?> pair = object(json, "pairs", 2);
        assertEquals(List.of("B", "C"), pair.get("coders"));
        assertEquals(mean, number(pair, "macro_kappa"), 1e-12);
        assertEquals((observed - expected) / (1 - expected), number(pair, "pooled_kappa"), 1e-12);
        assertEquals(0, pair.get("macro_kappa_undefined"));
    }

    @Test
    void marks_of_the_same_units_with_other_edges_are_boundaries_and_no_exact_spans() {
        Map<?, ?> same = object(theme(0), "pairs", 0);
        Map<?, ?> shorter = object(theme(0), "pairs", 1);
        assertEquals(0L, ((Map<?, ?>) Objects.requireNonNull(same.get("diagnosis"))).get("boundary"));
        assertEquals(shorter.get("a"), ((Map<?, ?>) Objects.requireNonNull(shorter.get("diagnosis"))).get("boundary"));
        assertEquals(number(same, "positive_agreement"), number(same, "span_f1_exact"), 1e-12);
        assertEquals(number(same, "positive_agreement"), number(same, "span_f1_iou"), 1e-12);
        assertEquals(0, number(shorter, "span_f1_exact"));
        assertEquals(0, number(shorter, "span_f1_iou"));
    }

    @Test
    void the_question_and_what_was_drawn_are_said() {
        assertEquals(
                "turn any theme 6",
                json.get("unit") + " " + json.get("rule") + " " + json.get("scope") + " " + json.get("transcripts"));
        assertEquals(CODERS, json.get("coders"));
        assertEquals(Map.of("seed", 5L, "resamples", 2000), json.get("bootstrap"));
        assertEquals(
                Set.of(
                        "unit",
                        "rule",
                        "scope",
                        "transcripts",
                        "coders",
                        "left_out",
                        "flags",
                        "themes",
                        "pairs",
                        "krippendorff_alpha_set_nominal",
                        "krippendorff_alpha_jaccard",
                        "krippendorff_alpha_masi",
                        "bootstrap"),
                json.keySet());
    }

    private static double number(Map<?, ?> json, String key) {
        return ((Number) Objects.requireNonNull(json.get(key), key)).doubleValue();
    }
}
