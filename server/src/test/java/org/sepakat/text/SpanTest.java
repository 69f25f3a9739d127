package org.sepakat.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Spans and their unions, beside the sets of characters they stand for. */
class SpanTest {

    @Provide
    Arbitrary<Span> spans() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(1, 6))
                .as((start, length) -> new Span(start, start + length));
    }

    @Provide
    Arbitrary<List<Span>> several() {
        return spans().list().ofMaxSize(6);
    }

    private static BitSet characters(Collection<Span> spans) {
        BitSet characters = new BitSet();
        spans.forEach(span -> characters.set(span.start(), span.end()));
        return characters;
    }

    private static BitSet both(BitSet first, BitSet second) {
        BitSet both = (BitSet) first.clone();
        both.and(second);
        return both;
    }

    @Property
    void two_spans_overlap_where_they_share_a_character(@ForAll("spans") Span first, @ForAll("spans") Span second) {
        BitSet mine = characters(List.of(first));
        BitSet theirs = characters(List.of(second));
        assertEquals(first.length(), mine.cardinality());
        assertEquals(mine.intersects(theirs), first.overlaps(second));
        assertEquals(both(mine, theirs).equals(theirs), first.contains(second));
        mine.andNot(theirs);
        assertEquals(mine, characters(first.without(second)));
    }

    @Property
    void a_union_covers_what_its_spans_cover_in_reading_order_and_apart(@ForAll("several") List<Span> spans) {
        List<Span> merged = SpanUnion.of(spans).spans();
        assertEquals(characters(spans), characters(merged));
        for (int i = 1; i < merged.size(); i++) {
            assertEquals(
                    -1, Integer.signum(merged.get(i - 1).end() - merged.get(i).start()), merged::toString);
        }
    }

    @Property
    void of_a_place_a_union_knows_what_it_covers(@ForAll("several") List<Span> spans, @ForAll("spans") Span place) {
        SpanUnion union = SpanUnion.of(spans);
        BitSet covered = both(characters(spans), characters(List.of(place)));
        assertEquals(covered, characters(union.within(place)));
        assertEquals(!covered.isEmpty(), union.meets(place));
        assertEquals(covered.cardinality() == place.length(), union.contains(place));
    }

    @Property
    void two_unions_share_what_both_cover(@ForAll("several") List<Span> first, @ForAll("several") List<Span> second) {
        assertEquals(
                both(characters(first), characters(second)),
                characters(SpanUnion.of(first).intersect(SpanUnion.of(second)).spans()));
    }

    @Test
    void reading_order_goes_by_start_then_by_end_and_a_span_is_never_empty() {
        List<Span> ordered = List.of(new Span(0, 4), new Span(2, 3), new Span(2, 9), new Span(5, 6));
        assertEquals(ordered, Stream.of(3, 2, 1, 0).map(ordered::get).sorted().toList());
        assertThrows(IllegalArgumentException.class, () -> new Span(3, 3));
        assertThrows(IllegalArgumentException.class, () -> new Span(-1, 3));
    }

    @Test
    void a_place_has_the_speaker_whose_turn_it_overlaps_most() {
        var text = new TranscriptText("aaaa bbbb", List.of(segment(0, 4, "P"), segment(5, 9, "S")));
        assertEquals("P", text.speakerOf(new Span(1, 6)));
        assertEquals("S", text.speakerOf(new Span(3, 8)));
        assertEquals("P", text.speakerOf(new Span(2, 7)));
        assertNull(text.speakerOf(new Span(4, 5)));
        assertEquals("aa b", text.quote(new Span(2, 6)));
        assertEquals(1, text.segmentAt(new Span(5, 9)));
        assertEquals(0, text.segmentAt(new Span(0, 4)));
        assertEquals(-1, text.segmentAt(new Span(0, 9)));
    }

    @Test
    void a_text_is_told_from_another_by_its_hash() {
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                new TranscriptText("abc", List.of()).sha256());
    }

    @Test
    void a_rule_has_the_name_it_is_read_from_and_no_other_share_is_one() {
        for (String name : List.of("any", "half", "share:0.25", "share:1.0")) {
            assertEquals(name, CoverageRule.parse(name).label());
        }
        for (String name : List.of("share:0", "share:.0", "share:1.1", "share:NaN", "Any", "")) {
            assertThrows(IllegalArgumentException.class, () -> CoverageRule.parse(name), name);
        }
        assertThrows(IllegalArgumentException.class, () -> new CoverageRule(-0.1));
        assertThrows(IllegalArgumentException.class, () -> new CoverageRule(Double.NaN));
    }

    private static BaseSegment segment(int start, int end, String speaker) {
        return new BaseSegment(new Span(start, end), speaker, null);
    }
}
