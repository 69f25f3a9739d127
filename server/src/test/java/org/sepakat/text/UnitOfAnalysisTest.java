package org.sepakat.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.BitSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitOfAnalysisTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Saya marah. Tidak ada yang bilang apa-apa.            | 2
            Saya bertemu Bpk. Andi di Jl. Merdeka. Ia ramah.      | 2
            Dr. Sari berkata: "Ayo!" Lalu kami pulang.            | 2
            Kami menunggu... lama sekali... Akhirnya ia datang.   | 2
            Saya bilang no. Then she left.                        | 2
            Biayanya 3.5 juta. Mahal?                             | 2
            J. Smith left. "Why?" he asked.                       | 2
            Tidak ada titik                                       | 1
            """)
    void sentences_end_where_a_reader_ends_them(String text, int count) {
        assertEquals(count, units(text, "sentence").size());
    }

    @Test
    void a_sentence_keeps_its_closing_quote() {
        String text = "Ia bilang \u201cpulang saja.\u201d Saya pulang.";
        assertEquals(
                List.of("Ia bilang \u201cpulang saja.\u201d", "Saya pulang."),
                units(text, "sentence").stream()
                        .map(unit ->
                                text.substring(unit.span().start(), unit.span().end()))
                        .toList());
    }

    @Test
    void tokens_are_words_with_their_apostrophes_and_hyphens() {
        assertEquals(4, units("Anak-anak don't pergi, ya!", "token").size());
    }

    @Test
    void characters_are_code_points_and_line_breaks_are_none() {
        assertEquals(4, units("a\uD83D\uDE00\nbc", "character").size());
    }

    @Test
    void any_needs_ink_and_half_needs_half() {
        List<TextUnit> units = units("satu dua", "turn");
        assertEquals(bits(), CoverageRule.ANY.carried("satu dua", units, marks(new Span(4, 5))));
        assertEquals(bits(0), CoverageRule.ANY.carried("satu dua", units, marks(new Span(7, 8))));
        assertEquals(bits(), CoverageRule.HALF.carried("satu dua", units, marks(new Span(0, 3))));
        assertEquals(bits(0), CoverageRule.HALF.carried("satu dua", units, marks(new Span(0, 3), new Span(2, 4))));
        assertEquals(bits(0), CoverageRule.parse("share:.25").carried("satu dua", units, marks(new Span(0, 2))));
    }

    @Test
    void unknown_units_and_rules_are_refused_in_words() {
        for (String name : List.of("window:0", "window:-3", "", "Turn", "word")) {
            assertThrows(IllegalArgumentException.class, () -> UnitOfAnalysis.parse(name));
        }
        for (String name : List.of("share:0", "share:NaN", "share:1.5", "all", "share:-1")) {
            assertThrows(IllegalArgumentException.class, () -> CoverageRule.parse(name));
        }
        assertEquals("window:40", UnitOfAnalysis.parse("window:40").label());
        assertEquals("share:0.25", CoverageRule.parse("share:.25").label());
    }

    @Property
    void code_points_and_code_units_convert_there_and_back(@ForAll String text, @ForAll @IntRange(max = 1000) int at) {
        CodePoints points = new CodePoints(text);
        int codePoint = at % (points.length() + 1);
        assertEquals(text.codePointCount(0, text.length()), points.length());
        assertEquals(text.offsetByCodePoints(0, codePoint), points.toUtf16(codePoint));
        assertEquals(codePoint, points.fromUtf16(points.toUtf16(codePoint)));
    }

    @Property
    void windows_cover_the_whole_text_and_cut_no_character(
            @ForAll String text, @ForAll @IntRange(min = 1, max = 9) int width) {
        int from = 0;
        for (TextUnit unit : units(text, "window:" + width)) {
            assertEquals(from, unit.span().start());
            from = unit.span().end();
            int points = text.codePointCount(unit.span().start(), from);
            assertEquals(from < text.length() ? width : points, points);
        }
        assertEquals(text.length(), from);
    }

    private static List<TextUnit> units(String text, String unit) {
        List<BaseSegment> segments =
                text.isEmpty() ? List.of() : List.of(new BaseSegment(new Span(0, text.length()), null, null));
        return UnitOfAnalysis.parse(unit).units(new TranscriptText(text, segments));
    }

    private static SpanUnion marks(Span... spans) {
        return SpanUnion.of(List.of(spans));
    }

    private static BitSet bits(int... set) {
        BitSet bits = new BitSet();
        for (int bit : set) {
            bits.set(bit);
        }
        return bits;
    }
}
