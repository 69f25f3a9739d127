package org.sepakat.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Places merged into the least number of spans: one coder's overlapping or touching marks of a theme count once. Immutable. */
public final class SpanUnion {
    private final List<Span> spans;

    private SpanUnion(List<Span> spans) {
        this.spans = spans;
    }

    public static SpanUnion of(Collection<Span> spans) {
        List<Span> merged = new ArrayList<>();
        for (Span span : new TreeSet<>(spans)) {
            int last = merged.size() - 1;
            if (last >= 0 && span.start() <= merged.get(last).end()) {
                int end = Math.max(merged.get(last).end(), span.end());
                merged.set(last, new Span(merged.get(last).start(), end));
            } else {
                merged.add(span);
            }
        }
        return new SpanUnion(List.copyOf(merged));
    }

    /** In reading order, apart from one another. */
    public List<Span> spans() {
        return spans;
    }

    /** The parts of a place that are covered, in reading order. */
    public List<Span> within(Span place) {
        List<Span> parts = new ArrayList<>();
        for (int i = firstEndingAfter(place.start());
                i < spans.size() && spans.get(i).start() < place.end();
                i++) {
            Span span = spans.get(i);
            parts.add(new Span(Math.max(span.start(), place.start()), Math.min(span.end(), place.end())));
        }
        return parts;
    }

    /** What both cover. */
    public SpanUnion intersect(SpanUnion other) {
        List<Span> parts = new ArrayList<>();
        spans.forEach(span -> parts.addAll(other.within(span)));
        return new SpanUnion(List.copyOf(parts));
    }

    /** Whether any of a place is covered. */
    public boolean meets(Span place) {
        int i = firstEndingAfter(place.start());
        return i < spans.size() && spans.get(i).start() < place.end();
    }

    public boolean contains(Span place) {
        int i = firstEndingAfter(place.start());
        return i < spans.size() && spans.get(i).contains(place);
    }

    private int firstEndingAfter(int offset) {
        int low = 0;
        int high = spans.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spans.get(middle).end() > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
