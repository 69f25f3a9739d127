package org.sepakat.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A place in one transcript version: the half-open interval {@code [start, end)} in UTF-16 code units. Never empty.
 *
 * @param start first code unit inside, from 0
 * @param end first code unit after
 */
public record Span(int start, int end) implements Comparable<Span> {

    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("a span needs 0 <= start < end, got [" + start + ", " + end + ")");
        }
    }

    public int length() {
        return end - start;
    }

    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    /** The parts of it that lie before and after another one. */
    public List<Span> without(Span other) {
        if (!overlaps(other)) {
            return List.of(this);
        }
        List<Span> parts = new ArrayList<>();
        if (start < other.start) {
            parts.add(new Span(start, other.start));
        }
        if (other.end < end) {
            parts.add(new Span(other.end, end));
        }
        return List.copyOf(parts);
    }

    /** Reading order: by start, then by end. */
    @Override
    public int compareTo(Span other) {
        return start != other.start ? Integer.compare(start, other.start) : Integer.compare(end, other.end);
    }
}
