package org.sepakat.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sepakat.exchange.Reading;
import org.sepakat.exchange.TxtReader;

/** Texts as interviews bring them: emoji, joined emoji, combining marks, abbreviations, quotes, ellipses and any line ends. */
class UnitPropertiesTest {
    private static final List<String> PIECES = List.of(
            "saya",
            "marah",
            "Bpk.",
            "Dr.",
            "e.g.",
            "3.5",
            "don't",
            "anak-anak",
            "\u201cayo!\u201d",
            "(ya?)",
            "...",
            "\u2026",
            ".",
            "?",
            "!",
            "\uD83D\uDE00",
            "\uD83D\uDC69\u200D\uD83D\uDC67",
            "e\u0301",
            "A\u030A",
            "\u0e01\u0e33",
            "\uD835\uDC00",
            "\n",
            "\n\n",
            "\r\n",
            "\r\n\r\n",
            " ",
            "\t",
            "\u00a0",
            "P: ",
            "S: ");
    private static final List<String> KINDS =
            List.of("turn", "paragraph", "sentence", "token", "character", "window:7");

    @Provide
    Arbitrary<String> interviews() {
        return Arbitraries.of(PIECES).list().ofMaxSize(60).map(pieces -> String.join(" ", pieces));
    }

    @Property(tries = 300)
    void units_follow_one_another_and_cut_no_character(@ForAll("interviews") String text) {
        TranscriptText transcript = read(text);
        for (String kind : KINDS) {
            int from = 0;
            for (TextUnit unit : UnitOfAnalysis.parse(kind).units(transcript)) {
                assertTrue(unit.span().start() >= from
                        && unit.span().end() <= transcript.text().length());
                assertFalse(isInsidePair(transcript.text(), unit.span().start()));
                assertFalse(isInsidePair(transcript.text(), unit.span().end()));
                from = unit.span().end();
            }
        }
    }

    private static boolean isInsidePair(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isHighSurrogate(text.charAt(at - 1))
                && Character.isLowSurrogate(text.charAt(at));
    }

    @Property(tries = 300)
    void every_unit_but_a_window_lies_in_one_base_segment(@ForAll("interviews") String text) {
        TranscriptText transcript = read(text);
        for (String kind : KINDS.subList(0, 5)) {
            for (TextUnit unit : UnitOfAnalysis.parse(kind).units(transcript)) {
                int[] segments = transcript.segmentsIn(unit.span()).toArray();
                assertEquals(1, segments.length);
                BaseSegment segment = transcript.segments().get(segments[0]);
                assertTrue(segment.span().contains(unit.span()));
                assertEquals(segment.speaker(), transcript.speakerOf(unit.span()));
            }
        }
    }

    @Property(tries = 300)
    void sentences_and_paragraphs_lose_no_ink_and_tokens_no_letter(@ForAll("interviews") String text) {
        TranscriptText transcript = read(text);
        String all = kept(transcript, "turn", false);
        assertEquals(all, kept(transcript, "sentence", false));
        assertEquals(all, kept(transcript, "paragraph", false));
        assertEquals(all, kept(transcript, "character", false));
        assertEquals(kept(transcript, "turn", true), kept(transcript, "token", true));
    }

    /** What is not white space in all units, or only letters, marks and digits. */
    private static String kept(TranscriptText transcript, String kind, boolean onlyLetters) {
        return UnitOfAnalysis.parse(kind).units(transcript).stream()
                .map(unit -> transcript.quote(unit.span()))
                .collect(Collectors.joining())
                .replaceAll(onlyLetters ? "[^\\p{L}\\p{M}\\p{N}]" : "[\\s\\u00a0]", "");
    }

    @Property(tries = 300)
    void a_token_keeps_the_marks_of_its_letters(@ForAll("interviews") String text) {
        TranscriptText transcript = read(text);
        for (TextUnit unit : UnitOfAnalysis.parse("token").units(transcript)) {
            int end = unit.span().end();
            boolean isMarked = end < transcript.text().length()
                    && Character.getType(transcript.text().codePointAt(end)) == Character.NON_SPACING_MARK;
            assertFalse(isMarked);
        }
    }

    @Property(tries = 300)
    void any_line_ends_give_the_same_units(@ForAll("interviews") String text) {
        String simple = text.replace("\r\n", "\n").replace('\r', '\n');
        assertEquals(read(simple), read(simple.replace("\n", "\r\n")));
        assertEquals(read(simple), read(simple.replace('\n', '\r')));
    }

    @Property(tries = 300)
    void places_survive_the_way_through_code_points(@ForAll("interviews") String text) {
        TranscriptText transcript = read(text);
        CodePoints points = new CodePoints(transcript.text());
        for (TextUnit unit : UnitOfAnalysis.parse("token").units(transcript)) {
            Span span = unit.span();
            int start = points.fromUtf16(span.start());
            int end = points.fromUtf16(span.end());
            assertEquals(span, new Span(points.toUtf16(start), points.toUtf16(end)));
            assertEquals(end - start, points.count(span));
        }
    }

    private static TranscriptText read(String text) {
        return TxtReader.read(text.getBytes(StandardCharsets.UTF_8)) instanceof Reading.Read read
                ? read.text()
                : new TranscriptText("", List.of());
    }
}
