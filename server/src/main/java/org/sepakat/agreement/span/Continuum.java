package org.sepakat.agreement.span;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A text of some length and the valued segments that each of several coders marked on it; one coder's segments do not overlap, adjacent ones
 * stay separate.
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
            List<Segment> ordered = line.stream()
                    .sorted(Comparator.comparingInt(Segment::begin))
                    .toList();
            int from = start;
            for (Segment segment : ordered) {
                if (segment.begin() < from || segment.end() <= segment.begin() || segment.end() > end) {
                    throw new IllegalArgumentException(segment
                            + " is empty, overlaps another of the same coder or leaves [" + start + ", " + end + ")");
                }
                from = segment.end();
            }
            sorted.add(ordered);
        }
        segments = List.copyOf(sorted);
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
