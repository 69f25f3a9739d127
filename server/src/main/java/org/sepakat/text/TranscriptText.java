package org.sepakat.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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

    /** SHA-256 of the text in UTF-8, in hexadecimal: what tells one text from another. */
    public String sha256() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public String quote(Span span) {
        return text.substring(span.start(), span.end());
    }

    /** The number of the base segment that has just this span; -1 if none has. */
    public int segmentAt(Span span) {
        for (int segment = 0; segment < segments.size(); segment++) {
            if (segments.get(segment).span().equals(span)) {
                return segment;
            }
        }
        return -1;
    }

    /** The speaker of the base segment that a place overlaps most; null where it has none or lies between segments. */
    public @Nullable String speakerOf(Span place) {
        String speaker = null;
        int most = 0;
        for (int i : segmentsIn(place).toArray()) {
            Span span = segments.get(i).span();
            int shared = Math.min(place.end(), span.end()) - Math.max(place.start(), span.start());
            if (shared > most) {
                most = shared;
                speaker = segments.get(i).speaker();
            }
        }
        return speaker;
    }

    /** The numbers, from 0, of the base segments that a place overlaps. */
    public IntStream segmentsIn(Span place) {
        return IntStream.iterate(
                firstEndingAfter(place.start()), i -> i < segments.size() && touches(i, place), i -> i + 1);
    }

    private boolean touches(int segment, Span place) {
        return segments.get(segment).span().start() < place.end();
    }

    private int firstEndingAfter(int offset) {
        int low = 0;
        int high = segments.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (segments.get(middle).span().end() > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
