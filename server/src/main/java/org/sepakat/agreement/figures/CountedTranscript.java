package org.sepakat.agreement.figures;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.sepakat.text.BaseSegment;
import org.sepakat.text.CoverageRule;
import org.sepakat.text.Span;
import org.sepakat.text.SpanUnion;
import org.sepakat.text.TextUnit;
import org.sepakat.text.TranscriptText;
import org.sepakat.text.UnitOfAnalysis;

/** One transcript cut into units; of each it is known which base segments it touches. Immutable, so it may be kept for as long as the text. */
public final class CountedTranscript {

    /** The base segments that a unit touches: {@code [first, end)} of their numbers. */
    private record Segments(int first, int end) {}

    private final TranscriptText text;
    private final List<TextUnit> units;
    private final List<Segments> touched;

    public CountedTranscript(TranscriptText text, UnitOfAnalysis unit) {
        this.text = text;
        this.units = unit.units(text);
        this.touched = touched(text.segments(), units);
    }

    /** Units and segments both run in reading order, so one walk over the two finds all. */
    private static List<Segments> touched(List<BaseSegment> segments, List<TextUnit> units) {
        List<Segments> touched = new ArrayList<>();
        int first = 0;
        for (TextUnit unit : units) {
            while (first < segments.size()
                    && segments.get(first).span().end() <= unit.span().start()) {
                first++;
            }
            int end = first;
            while (end < segments.size()
                    && segments.get(end).span().start() < unit.span().end()) {
                end++;
            }
            touched.add(new Segments(first, end));
        }
        return touched;
    }

    public TranscriptText text() {
        return text;
    }

    public List<TextUnit> units() {
        return units;
    }

    /** The number of the first base segment that a unit touches. */
    public int segmentOf(int unit) {
        return touched.get(unit).first();
    }

    /** The units that lie wholly in base segments looked at. */
    public BitSet reviewed(Set<Integer> segments) {
        BitSet reviewed = new BitSet(units.size());
        for (int unit = 0; unit < units.size(); unit++) {
            Segments of = touched.get(unit);
            boolean isReviewed = of.end() > of.first();
            for (int segment = of.first(); isReviewed && segment < of.end(); segment++) {
                isReviewed = segments.contains(segment);
            }
            reviewed.set(unit, isReviewed);
        }
        return reviewed;
    }

    /** The units that one coder's marks of one theme make carry it. */
    public BitSet carried(CoverageRule rule, Collection<Span> marks) {
        return marks.isEmpty() ? new BitSet() : rule.carried(text.text(), units, SpanUnion.of(marks));
    }

    /** The units that a span overlaps. */
    public BitSet touchedBy(Span span) {
        BitSet overlapped = new BitSet(units.size());
        for (int unit = firstEndingAfter(span.start());
                unit < units.size() && units.get(unit).span().start() < span.end();
                unit++) {
            overlapped.set(unit);
        }
        return overlapped;
    }

    private int firstEndingAfter(int offset) {
        int low = 0;
        int high = units.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (units.get(middle).span().end() > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
