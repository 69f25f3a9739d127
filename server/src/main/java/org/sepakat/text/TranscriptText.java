package org.sepakat.text;

import java.util.List;

/**
 * The immutable text of one transcript version with its base segments.
 *
 * @param text lines end in LF, no byte order mark
 * @param segments in reading order, disjoint, inside the text
 */
public record TranscriptText(String text, List<BaseSegment> segments) {

    public TranscriptText {
        segments = List.copyOf(segments);
        int from = 0;
        for (BaseSegment segment : segments) {
            Span span = segment.span();
            if (span.start() < from || span.end() > text.length()) {
                throw new IllegalArgumentException("base segment [" + span.start() + ", " + span.end()
                        + ") overlaps the one before it or leaves the text of length " + text.length());
            }
            from = span.end();
        }
    }

    public String quote(Span span) {
        return text.substring(span.start(), span.end());
    }
}
