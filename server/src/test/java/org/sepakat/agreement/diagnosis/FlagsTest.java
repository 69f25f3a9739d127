package org.sepakat.agreement.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sepakat.agreement.ContingencyTable;
import org.sepakat.agreement.Ratings;
import org.sepakat.text.UnitOfAnalysis;

class FlagsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            40 | 10 | 10 | 40   | 12 | ''
            0  | 0  | 0  | 0    | 12 | ''
            4  | 2  | 1  | 2    | 0  | FEW_UNITS FEW_MARKS CODER_BIAS LOW_KAPPA_MAX
            4  | 3  | 2  | 91   | 12 | FEW_MARKS
            5  | 3  | 2  | 90   | 12 | ''
            2  | 3  | 2  | 93   | 12 | FEW_MARKS RARE_THEME
            3  | 2  | 2  | 93   | 12 | FEW_MARKS
            91 | 3  | 2  | 4    | 12 | ''
            94 | 1  | 2  | 3    | 12 | NEAR_UNIVERSAL_THEME
            20 | 11 | 0  | 69   | 12 | CODER_BIAS LOW_KAPPA_MAX
            20 | 0  | 11 | 69   | 12 | CODER_BIAS LOW_KAPPA_MAX
            20 | 10 | 0  | 70   | 12 | LOW_KAPPA_MAX
            40 | 8  | 0  | 52   | 12 | ''
            0  | 12 | 0  | 88   | 12 | CODER_CONSTANT CODER_BIAS LOW_KAPPA_MAX
            88 | 12 | 0  | 0    | 12 | CODER_CONSTANT CODER_BIAS LOW_KAPPA_MAX
            0  | 12 | 0  | 0    | 12 | CODER_CONSTANT CODER_BIAS LOW_KAPPA_MAX
            12 | 0  | 0  | 0    | 12 | NEAR_UNIVERSAL_THEME
            40 | 10 | 10 | 40   | 4  | FEW_TRANSCRIPTS
            40 | 10 | 10 | 40   | 5  | ''
            """)
    void a_pair_is_flagged_by_its_table(long a, long b, long c, long d, int transcripts, String codes) {
        assertEquals(codes, codes(Flags.of(ContingencyTable.binary(a, b, c, d), transcripts)));
    }

    @Test
    void several_coders_are_flagged_by_what_any_of_them_marked() {
        int[][] cells = new int[40][];
        Arrays.setAll(cells, unit -> new int[] {unit < 5 ? 1 : 0, unit < 6 ? 1 : 0, 0});
        assertEquals("FEW_MARKS CODER_CONSTANT FEW_TRANSCRIPTS", codes(Flags.of(new Ratings(3, 2, cells), 3)));
        cells[39] = new int[] {1, Ratings.MISSING, Ratings.MISSING};
        Flag marks = Flags.of(new Ratings(3, 2, cells), 0).get(0);
        assertEquals(List.of(6.0), marks.values());
    }

    @Test
    void a_coder_who_reviewed_nothing_is_not_called_constant() {
        int[][] cells = new int[40][];
        Arrays.setAll(cells, unit -> new int[] {unit % 2, unit % 2, Ratings.MISSING});
        assertEquals("", codes(Flags.of(new Ratings(3, 2, cells), 0)));
    }

    @Test
    void coders_who_all_answer_alike_everywhere_are_undefined_and_not_constant() {
        int[][] cells = new int[40][];
        Arrays.setAll(cells, unit -> new int[] {1, 1});
        assertEquals("NEAR_UNIVERSAL_THEME", codes(Flags.of(new Ratings(2, 2, cells), 0)));
    }

    @ParameterizedTest
    @CsvSource({"character,FINE_UNIT", "token,FINE_UNIT", "sentence,''", "turn,''", "window:40,''"})
    void units_finer_than_a_judgement_flatter_percent_agreement(String unit, String codes) {
        assertEquals(codes, codes(Flags.ofUnits(UnitOfAnalysis.parse(unit), 900, new int[] {5})));
    }

    @Test
    void a_median_turn_over_eighty_words_is_warned_about() {
        UnitOfAnalysis turn = UnitOfAnalysis.parse("turn");
        assertEquals("", codes(Flags.ofUnits(turn, 3, new int[] {200, 80, 3})));
        assertEquals(
                List.of(81.0),
                Flags.ofUnits(turn, 3, new int[] {200, 3, 81}).get(0).values());
        assertEquals("", codes(Flags.ofUnits(turn, 0, new int[] {})));
        assertEquals("", codes(Flags.ofUnits(UnitOfAnalysis.parse("sentence"), 2, new int[] {100, 100})));
    }

    @Test
    void a_sentence_carries_its_numbers_as_each_language_writes_them() {
        Flag rare = Flag.of(Flag.Code.RARE_THEME, 0.0213);
        assertTrue(
                rare.sentence().english().contains("(2.1 %)"), rare.sentence().english());
        assertTrue(rare.sentence().indonesian().contains("(2,1 %)"));
        Flag max = Flag.of(Flag.Code.LOW_KAPPA_MAX, 0.7349);
        assertEquals(
                "With use this uneven kappa cannot exceed 0.73.", max.sentence().english());
        Flag bias = Flag.of(Flag.Code.CODER_BIAS, 31, 12, 0.19);
        assertTrue(bias.sentence().english().contains("31 times, the other 12 times"));
    }

    @ParameterizedTest
    @EnumSource(Flag.Code.class)
    void every_flag_fills_all_its_places_in_both_languages(Flag.Code code) {
        Number[] values = new Number[code.names().size()];
        Arrays.fill(values, 1);
        Flag flag = Flag.of(code, values);
        assertFalse(flag.sentence().english().contains("{"));
        assertFalse(flag.sentence().indonesian().contains("{"));
        assertThrows(IllegalArgumentException.class, () -> new Flag(code, Collections.nCopies(values.length + 1, 1.0)));
    }

    private static String codes(List<Flag> flags) {
        return String.join(" ", flags.stream().map(flag -> flag.code().name()).toList());
    }
}
