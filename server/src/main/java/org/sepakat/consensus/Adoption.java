package org.sepakat.consensus;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.sepakat.agreement.figures.CodedRound;
import org.sepakat.agreement.figures.CodedRound.CodedTheme;
import org.sepakat.agreement.figures.CountedRound;
import org.sepakat.study.ReferenceCoding;
import org.sepakat.study.ReferenceCoding.Basis;
import org.sepakat.text.BaseSegment;
import org.sepakat.text.CoverageRule;
import org.sepakat.text.Span;
import org.sepakat.text.SpanUnion;
import org.sepakat.text.TranscriptText;
import org.sepakat.text.UnitOfAnalysis;

/**
 * What needs no decision. Of each base segment and theme: where at least two coders reviewed it and all who did applied the theme, the part that all of them
 * marked, if there is one; and what the only coder who reviewed it marked.
 */
public final class Adoption {

    private final CountedRound counted;
    private final CodedRound round;
    private final Supplier<UUID> ids;
    private final List<ReferenceCoding> adopted = new ArrayList<>();

    private Adoption(RoundWork work, Supplier<UUID> ids) {
        this.round = work.coded();
        this.counted = new CountedRound(
                round, new CountedRound.Question(UnitOfAnalysis.of(UnitOfAnalysis.Kind.TURN), CoverageRule.ANY, true));
        this.ids = ids;
    }

    /** @param ids one for each coding of the reference */
    public static List<ReferenceCoding> of(RoundWork work, Supplier<UUID> ids) {
        var adoption = new Adoption(work, ids);
        adoption.round.transcripts().forEach(adoption::adopt);
        return List.copyOf(adoption.adopted);
    }

    private void adopt(String transcript, TranscriptText text) {
        for (int segment = 0; segment < text.segments().size(); segment++) {
            List<Integer> readers = readers(transcript, segment);
            if (!readers.isEmpty()) {
                for (CodedTheme theme : round.themes()) {
                    adopt(transcript, text, text.segments().get(segment), theme, readers);
                }
            }
        }
    }

    private List<Integer> readers(String transcript, int segment) {
        var readers = new ArrayList<Integer>();
        for (int coder = 0; coder < round.coders().size(); coder++) {
            if (counted.reviewed(transcript, coder).get(segment)) {
                readers.add(coder);
            }
        }
        return readers;
    }

    private void adopt(
            String transcript, TranscriptText text, BaseSegment segment, CodedTheme theme, List<Integer> readers) {
        SpanUnion shared = SpanUnion.of(List.of(segment.span()));
        for (int coder : readers) {
            shared = shared.intersect(SpanUnion.of(counted.spans(theme, transcript, coder)));
        }
        for (Span span : shared.spans()) {
            if (!text.quote(span).isBlank()) {
                adopted.add(new ReferenceCoding(
                        ids.get(),
                        UUID.fromString(transcript),
                        UUID.fromString(theme.name()),
                        span,
                        readers.size() > 1 ? Basis.AGREED : Basis.SINGLE));
            }
        }
    }
}
