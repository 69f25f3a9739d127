package org.sepakat.agreement.span;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A text of some length and the valued segments that each of several coders marked on it; one coder's segments of one value are
 * merged where they overlap, while adjacent ones stay separate.
 *
 * @param start first position
 * @param end position after the last
 * @param segments per coder, in order of position
 */
public record Continuum(int start, int end, List<List<Segment>> segments) {

    /** Half open, {@code [begin, end)}. */
    public record Segment(int begin, int end, String value) {
        public int length() {
            return end - begin;
        }

        int shared(int from, int to) {
            return Math.max(0, Math.min(end, to) - Math.max(begin, from));
        }

        int shared(Segment other) {
            return shared(other.begin, other.end);
        }
    }

    public Continuum {
        List<List<Segment>> sorted = new ArrayList<>();
        for (List<Segment> line : segments) {
            List<Segment> merged = merged(line);
            int from = start;
            for (Segment segment : merged) {
                if (segment.begin() < from || segment.end() <= segment.begin() || segment.end() > end) {
                    throw new IllegalArgumentException(segment + " is empty, leaves [" + start + ", " + end
                            + ") or overlaps another value of the same coder; give each value a continuum of its own");
                }
                from = segment.end();
            }
            sorted.add(merged);
        }
        segments = List.copyOf(sorted);
    }

    /** In order of position, what a coder marked twice with one value made one. */
    private static List<Segment> merged(List<Segment> line) {
        List<Segment> merged = new ArrayList<>();
        for (Segment segment : line.stream()
                .sorted(Comparator.comparingInt(Segment::begin).thenComparingInt(Segment::end))
                .toList()) {
            int last = merged.size() - 1;
            if (last >= 0
                    && segment.begin() < merged.get(last).end()
                    && segment.value().equals(merged.get(last).value())) {
                Segment before = merged.get(last);
                merged.set(last, new Segment(before.begin(), Math.max(before.end(), segment.end()), segment.value()));
            } else {
                merged.add(segment);
            }
        }
        return List.copyOf(merged);
    }

    public int length() {
        return end - start;
    }

    public int coders() {
        return segments.size();
    }

    /** Values that occur, in order of name. */
    public List<String> values() {
        Set<String> values = new TreeSet<>();
        segments.forEach(line -> line.forEach(segment -> values.add(segment.value())));
        return List.copyOf(values);
    }

    /** The same places with one value for all: gap or not. */
    public Continuum binary() {
        return new Continuum(
                start,
                end,
                segments.stream()
                        .map(line -> line.stream()
                                .map(segment -> new Segment(segment.begin(), segment.end(), "1"))
                                .toList())
                        .toList());
    }

    /** Length a coder left unmarked. */
    int gap(int coder) {
        return length() - segments.get(coder).stream().mapToInt(Segment::length).sum();
    }
}
