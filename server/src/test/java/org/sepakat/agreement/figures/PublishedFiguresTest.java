package org.sepakat.agreement.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sepakat.agreement.Ratings;

/** All figures of a matrix under their published names: printed values, and how figures of one matrix follow from those of its parts. */
class PublishedFiguresTest {
    private static final int M = Ratings.MISSING;
    private static final List<String> FIVE = List.of("1", "2", "3", "4", "5");

    /** Krippendorff 2011, C; with the coders' names and a transcript for every two units. */
    private static final int[][] FOUR_OBSERVERS = {
        {0, 0, M, 0}, {1, 1, 2, 1}, {2, 2, 2, 2}, {2, 2, 2, 2}, {1, 1, 1, 1}, {0, 1, 2, 3},
        {3, 3, 3, 3}, {0, 0, 1, 0}, {1, 1, 1, 1}, {M, 4, 4, 4}, {M, M, 0, 0}, {M, M, 2, M}
    };

    private static Map<String, @Nullable Object> figures(int[][] cells, List<String> categories) {
        return RatingsFigures.toJson(
                new Ratings(cells[0].length, categories.size(), cells),
                List.of("A", "B", "C", "D").subList(0, cells[0].length),
                categories,
                IntStream.range(0, cells.length)
                        .mapToObj(unit -> "t" + unit / 2)
                        .toList());
    }

    private static double number(Map<?, ?> json, String key) {
        return ((Number) Objects.requireNonNull(json.get(key), key)).doubleValue();
    }

    private static List<?> list(Map<?, ?> json, String key) {
        return (List<?>) Objects.requireNonNull(json.get(key), key);
    }

    private static Map<?, ?> object(Map<?, ?> json, String key, int place) {
        return (Map<?, ?>) list(json, key).get(place);
    }

    @Test
    @DisplayName("Gwet 2014, four raters and twelve subjects: coefficients, errors and intervals as printed")
    void gwet2014() {
        Map<String, @Nullable Object> json = figures(FOUR_OBSERVERS, FIVE);
        Map<String, double[]> printed = Map.of(
                "percent_agreement", new double[] {0.81818, 0.12561, 0.542},
                "gwet_ac1", new double[] {0.77544, 0.14295, 0.461},
                "fleiss_kappa", new double[] {0.76117, 0.15302, 0.424},
                "conger_kappa", new double[] {0.76282, 0.14917, 0.435},
                "brennan_prediger", new double[] {0.77273, 0.14472, 0.454},
                "krippendorff_alpha", new double[] {0.74342, 0.14548, 0.423});
        printed.forEach((key, values) -> {
            assertEquals(values[0], number(json, key), 6e-6, key);
            assertEquals(values[1], number(json, key + "_se"), 6e-6, key);
            assertEquals(values[2], (Double) list(json, key + "_ci95_t").get(0), 6e-4, key);
            assertEquals(1.0, list(json, key + "_ci95_t").get(1), key);
        });
        assertNull(((Map<?, ?>) Objects.requireNonNull(json.get("fleiss_kappa_per_category"))).get("5"));
        assertEquals(Map.of("fleiss_kappa_per_category.5", "EMPTY_DENOMINATOR"), json.get("reasons"));
    }

    @Test
    @DisplayName("SAS PROC FREQ's example: kappa, its errors, interval and test; weighted kappas beside it")
    void sasProcFreq() {
        List<int[]> rows = new ArrayList<>();
        add(rows, 4, 0, 1);
        add(rows, 1, 0, 2);
        add(rows, 8, 1, 1);
        add(rows, 1, 2, 1);
        add(rows, 5, 2, 2);
        Map<String, @Nullable Object> json = figures(rows.toArray(int[][]::new), List.of("1", "2", "3"));
        assertEquals(0.4842, number(json, "cohen_kappa"), 5e-5);
        assertEquals(0.1380, number(json, "cohen_kappa_se"), 5e-5);
        assertEquals(0.1484, number(json, "cohen_kappa_se0"), 5e-5);
        assertEquals(0.2137, number(json, "cohen_kappa_ci95_lower"), 5e-5);
        assertEquals(0.7547, number(json, "cohen_kappa_ci95_upper"), 5e-5);
        assertEquals(3.2626, number(json, "cohen_kappa_z"), 5e-5);
        // weights |i-j|/2: seen 1.5 + 1 in 19 units, by chance 5 x 13/2 + 5 x 6 + 8 x 6/2 + 6 x 13/2 in 19 squared
        assertEquals(
                1 - 19 * (2.5 + 1 + 0) / (5 * 6.5 + 5 * 6 + 8 * 3 + 6 * 6.5),
                number(json, "weighted_kappa_linear"),
                1e-12);
        assertEquals(
                1 - 19 * (1.25 + 1) / (5 * 3.25 + 5 * 6 + 8 * 1.5 + 6 * 3.25),
                number(json, "weighted_kappa_quadratic"),
                1e-12);
        assertEquals(13.0 / 19, number(json, "percent_agreement"), 1e-12);
        assertEquals((13.0 / 19 - 1.0 / 3) / (2.0 / 3), number(json, "bennett_s"), 1e-12);
    }

    private static void add(List<int[]> rows, int times, int... row) {
        for (int i = 0; i < times; i++) {
            rows.add(row);
        }
    }

    @Test
    @DisplayName("Feinstein & Cicchetti 1990, Byrt et al. 1993: a theme's table and what stands beside kappa")
    void byrt1993() {
        List<int[]> rows = new ArrayList<>();
        add(rows, 40, 1, 1);
        add(rows, 9, 1, 0);
        add(rows, 6, 0, 1);
        add(rows, 45, 0, 0);
        Map<String, @Nullable Object> json = figures(rows.toArray(int[][]::new), List.of("absent", "present"));
        assertEquals(List.of(40L, 9L, 6L, 45L), json.get("table_11_10_01_00"));
        assertEquals("40 9 6 45", json.get("a") + " " + json.get("b") + " " + json.get("c") + " " + json.get("d"));
        assertEquals(100L, json.get("n"));
        assertEquals(-0.05, number(json, "prevalence_index"), 1e-12);
        assertEquals(0.03, number(json, "bias_index"), 1e-12);
        assertEquals(0.70, number(json, "pabak"), 1e-12);
        assertEquals(80.0 / 95, number(json, "positive_agreement"), 1e-12);
        assertEquals(90.0 / 105, number(json, "negative_agreement"), 1e-12);
        assertEquals(0.85, number(json, "percent_agreement"), 1e-12);
        double chance = (49.0 * 46 + 51.0 * 54) / 10_000;
        assertEquals((0.85 - chance) / (1 - chance), number(json, "cohen_kappa"), 1e-12);
        assertEquals((0.97 - chance) / (1 - chance), number(json, "cohen_kappa_max"), 1e-12);
        double common = Math.pow(0.475, 2) + Math.pow(0.525, 2);
        assertEquals((0.85 - common) / (1 - common), number(json, "scott_pi"), 1e-12);
        assertEquals(number(json, "scott_pi"), number(json, "fleiss_kappa"), 1e-12);
        // from a table the errors are large-sample ones, with n for n - 1
        double large = Math.sqrt(99.0 / 100);
        assertEquals(large * number(json, "fleiss_kappa_se"), number(json, "scott_pi_se_table"), 1e-12);
        assertEquals(large * number(json, "gwet_ac1_se"), number(json, "gwet_ac1_se_table"), 1e-12);
        assertEquals(large * number(json, "brennan_prediger_se"), number(json, "bennett_s_se_table"), 1e-12);
    }

    @Test
    void a_pair_of_several_coders_has_the_figures_it_would_have_alone() {
        int[][] both = new int[FOUR_OBSERVERS.length][];
        for (int unit = 0; unit < both.length; unit++) {
            both[unit] = new int[] {FOUR_OBSERVERS[unit][1], FOUR_OBSERVERS[unit][2]};
        }
        Map<String, @Nullable Object> alone = figures(both, FIVE);
        Map<?, ?> pair = object(figures(FOUR_OBSERVERS, FIVE), "pairs", 3);
        assertEquals(List.of("B", "C"), pair.get("coders"));
        for (String key : List.of(
                "n",
                "cohen_kappa",
                "cohen_kappa_max",
                "cohen_kappa_se",
                "cohen_kappa_se0",
                "cohen_kappa_ci95_lower",
                "cohen_kappa_z",
                "weighted_kappa_linear",
                "scott_pi",
                "scott_pi_se_table",
                "bennett_s",
                "bennett_s_se_table",
                "gwet_ac1_se_table",
                "cohen_kappa_se_cluster_jackknife",
                "cohen_kappa_leave_one_cluster_out",
                "cohen_kappa_mean_over_transcripts",
                "cohen_kappa_defined_transcripts")) {
            assertEquals(Objects.requireNonNull(alone.get(key), key), pair.get(key), key);
        }
    }

    @Test
    void one_transcript_left_out_at_a_time_gives_the_interval() {
        Map<String, @Nullable Object> json = figures(FOUR_OBSERVERS, FIVE);
        for (String key : List.of("krippendorff_alpha", "fleiss_kappa", "gwet_ac1", "conger_kappa", "light_kappa")) {
            double[] left = IntStream.range(0, 6)
                    .mapToDouble(t -> number(figures(without(t), FIVE), key))
                    .toArray();
            double mean =
                    IntStream.range(0, 6).mapToDouble(t -> left[t]).average().orElseThrow();
            double squares = IntStream.range(0, 6)
                    .mapToDouble(t -> Math.pow(left[t] - mean, 2))
                    .sum();
            double error = Math.sqrt(5.0 / 6 * squares);
            assertEquals(error, number(json, key + "_se_cluster_jackknife"), 1e-9, key);
            List<?> bounds = list(json, key + "_ci95_cluster_jackknife_t");
            assertEquals(number(json, key) - 2.5705818356 * error, (Double) bounds.get(0), 1e-7, key);
            assertEquals(number(json, key) + 2.5705818356 * error, (Double) bounds.get(1), 1e-7, key);
        }
    }

    private static int[][] without(int transcript) {
        return IntStream.range(0, FOUR_OBSERVERS.length)
                .filter(unit -> unit / 2 != transcript)
                .mapToObj(unit -> FOUR_OBSERVERS[unit])
                .toArray(int[][]::new);
    }

    @Test
    void listwise_figures_are_those_of_the_complete_units() {
        Map<String, @Nullable Object> json = figures(FOUR_OBSERVERS, FIVE);
        int[][] complete =
                IntStream.range(1, 9).mapToObj(unit -> FOUR_OBSERVERS[unit]).toArray(int[][]::new);
        Map<String, @Nullable Object> alone = figures(complete, FIVE);
        assertEquals(number(alone, "fleiss_kappa"), number(json, "fleiss_kappa_listwise"), 1e-12);
        assertEquals(number(alone, "conger_kappa"), number(json, "conger_kappa_listwise"), 1e-12);
        assertEquals(number(alone, "brennan_prediger"), number(json, "randolph_listwise"), 1e-12);
        assertEquals(number(alone, "light_kappa"), number(json, "light_kappa_listwise"), 1e-12);
        assertEquals(number(alone, "fleiss_kappa_listwise_se0"), number(json, "fleiss_kappa_listwise_se0"), 1e-12);
        assertEquals(alone.get("fleiss_kappa_per_category"), json.get("fleiss_kappa_per_category"));
        assertEquals(12, json.get("units"));
    }

    @Test
    void each_coder_is_held_against_the_rest_and_the_rest_without_them() {
        Map<String, @Nullable Object> json = figures(FOUR_OBSERVERS, FIVE);
        int[][] rest = new int[FOUR_OBSERVERS.length][];
        for (int unit = 0; unit < rest.length; unit++) {
            int[] row = FOUR_OBSERVERS[unit];
            rest[unit] = new int[] {row[0], row[1], row[3]};
        }
        Map<?, ?> third = object(json, "per_coder", 2);
        assertEquals("C", third.get("coder"));
        assertEquals(
                number(figures(rest, FIVE), "krippendorff_alpha"), number(third, "krippendorff_alpha_without"), 1e-12);
        Map<?, ?> kappas = (Map<?, ?>) Objects.requireNonNull(json.get("cohen_kappa_pairwise"));
        assertEquals(
                (number(kappas, "0-2") + number(kappas, "1-2") + number(kappas, "2-3")) / 3,
                number(third, "against_rest"),
                1e-12);
        double sum = 0;
        for (Object kappa : kappas.values()) {
            sum += ((Number) kappa).doubleValue();
        }
        assertEquals(sum / 6, number(json, "light_kappa"), 1e-12);
        assertEquals(sum / 6, number(json, "light_kappa_mean_of_defined"), 1e-12);
        assertEquals(6, json.get("light_kappa_defined_pairs"));
    }

    @Test
    void the_names_are_the_published_ones() {
        Map<String, @Nullable Object> json = figures(FOUR_OBSERVERS, FIVE);
        assertEquals(
                "units coders categories percent_agreement percent_agreement_se percent_agreement_ci95_t gwet_ac1 gwet_ac1_se"
                        + " gwet_ac1_ci95_t fleiss_kappa fleiss_kappa_se fleiss_kappa_ci95_t brennan_prediger"
                        + " brennan_prediger_se brennan_prediger_ci95_t conger_kappa conger_kappa_se conger_kappa_ci95_t"
                        + " krippendorff_alpha krippendorff_alpha_se krippendorff_alpha_ci95_t"
                        + " krippendorff_alpha_se_cluster_jackknife krippendorff_alpha_ci95_cluster_jackknife_t"
                        + " krippendorff_alpha_ordinal"
                        + " fleiss_kappa_se_cluster_jackknife fleiss_kappa_ci95_cluster_jackknife_t"
                        + " gwet_ac1_se_cluster_jackknife gwet_ac1_ci95_cluster_jackknife_t"
                        + " conger_kappa_se_cluster_jackknife conger_kappa_ci95_cluster_jackknife_t"
                        + " light_kappa_se_cluster_jackknife light_kappa_ci95_cluster_jackknife_t fleiss_kappa_listwise"
                        + " fleiss_kappa_listwise_se0 conger_kappa_listwise randolph_listwise light_kappa_listwise"
                        + " fleiss_kappa_per_category light_kappa light_kappa_defined_pairs light_kappa_mean_of_defined"
                        + " cohen_kappa_pairwise pairs per_coder reasons",
                String.join(" ", json.keySet()));
    }
}
