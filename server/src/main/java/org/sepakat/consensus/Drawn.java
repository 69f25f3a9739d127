package org.sepakat.consensus;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sepakat.text.Span;
import org.sepakat.text.SpanUnion;
import org.sepakat.text.TranscriptText;

/** Edges of a theme in a base segment that nobody has to draw anew: coders have them in common. */
final class Drawn {

    private Drawn() {}

    /**
     * What all who marked something there have in common, but for stretches of white space.
     *
     * @param lanes the merged marks of each coder who reviewed the segment, in it or anywhere
     */
    static List<Span> shared(TranscriptText text, Span segment, Stream<SpanUnion> lanes) {
        Optional<SpanUnion> shared = lanes.map(lane -> SpanUnion.of(lane.within(segment)))
                .filter(lane -> !lane.spans().isEmpty())
                .reduce(SpanUnion::intersect);
        return shared.map(SpanUnion::spans).orElse(List.of()).stream()
                .filter(span -> !text.quote(span).isBlank())
                .toList();
    }
}
