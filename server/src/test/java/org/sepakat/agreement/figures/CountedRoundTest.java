package org.sepakat.agreement.figures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sepakat.agreement.Ratings;
import org.sepakat.agreement.figures.CodedRound.CodedSpan;
import org.sepakat.agreement.figures.CodedRound.CodedTheme;
import org.sepakat.text.BaseSegment;
import org.sepakat.text.CoverageRule;
import org.sepakat.text.Span;
import org.sepakat.text.TranscriptText;
import org.sepakat.text.UnitOfAnalysis;

class CountedRoundTest {
    private static final CodedTheme TRUST = new CodedTheme("trust", (transcript, speaker) -> "S".equals(speaker));

    /** Four turns, of P, S, S and S; A reviewed 0, 1 and 2, B reviewed 0 and 1. */
    private static final CodedRound ROUND = new CodedRound(
            Map.of("t", text()),
            List.of("A", "B"),
            List.of(TRUST),
            List.of(
                    new CodedSpan("t", "A", "trust", new Span(4, 6)),
                    new CodedSpan("t", "A", "trust", new Span(0, 2)),
                    new CodedSpan("t", "B", "trust", new Span(8, 9))),
            Map.of("t", Map.of("A", Set.of(0, 1, 2), "B", Set.of(0, 1))));

    private static TranscriptText text() {
        return new TranscriptText(
                "abc def ghi jkl", List.of(segment(0, "P"), segment(4, "S"), segment(8, "S"), segment(12, "S")));
    }

    private static BaseSegment segment(int start, String speaker) {
        return new BaseSegment(new Span(start, start + 3), speaker, null);
    }

    private static CountedRound counted(String unit, boolean everyUnit) {
        return new CountedRound(
                ROUND, new CountedRound.Question(UnitOfAnalysis.parse(unit), CoverageRule.ANY, everyUnit));
    }

    @Test
    void a_unit_that_was_not_reviewed_is_missing_and_one_without_the_theme_is_absent() {
        Ratings ratings = counted("turn", false).ratings(TRUST).get(0);
        assertEquals(3, ratings.units());
        assertEquals("1 0", ratings.rating(0, 0) + " " + ratings.rating(0, 1));
        assertEquals("0 -1", ratings.rating(1, 0) + " " + ratings.rating(1, 1));
        assertEquals("-1 -1", ratings.rating(2, 0) + " " + ratings.rating(2, 1));
    }

    @Test
    void scope_all_counts_the_units_of_every_speaker() {
        assertArrayEquals(new int[] {0, 1, 2, 3}, counted("turn", true).inScope(TRUST, "t"));
        assertArrayEquals(new int[] {1, 2, 3}, counted("turn", false).inScope(TRUST, "t"));
    }

    @Test
    void what_no_figure_counts_is_counted_apart() {
        assertEquals(new LeftOut(1, 1, 1, 1), LeftOut.of(counted("turn", false)));
        assertEquals(new LeftOut(1, 1, 1, 0), LeftOut.of(counted("turn", true)));
    }

    @Test
    void a_window_over_two_turns_is_reviewed_only_by_who_reviewed_both() {
        CountedRound windows = counted("window:8", true);
        assertEquals(bits(0), windows.reviewed("t", 1));
        assertEquals(bits(0), windows.reviewed("t", 0));
        assertEquals(bits(0), windows.carried(TRUST, "t", 0));
        assertEquals(bits(1), windows.carried(TRUST, "t", 1));
    }

    private static BitSet bits(int... set) {
        BitSet bits = new BitSet();
        for (int bit : set) {
            bits.set(bit);
        }
        return bits;
    }
}
