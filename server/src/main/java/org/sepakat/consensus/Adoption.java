package org.sepakat.consensus;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.sepakat.agreement.figures.CodedRound;
import org.sepakat.agreement.figures.CodedRound.CodedTheme;
import org.sepakat.agreement.figures.CountedRound;
import org.sepakat.study.ReferenceCoding;
import org.sepakat.study.ReferenceCoding.Basis;
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
        List<List<SpanUnion>> lanes =
                round.themes().stream().map(theme -> lanes(transcript, theme)).toList();
        for (int segment = 0; segment < text.segments().size(); segment++) {
            List<Integer> readers = readers(transcript, segment);
            for (int theme = 0; theme < lanes.size() && !readers.isEmpty(); theme++) {
                List<SpanUnion> ofReaders =
                        readers.stream().map(lanes.get(theme)::get).toList();
                Span place = text.segments().get(segment).span();
                if (ofReaders.stream().noneMatch(lane -> lane.within(place).isEmpty())) {
                    adopt(
                            transcript,
                            round.themes().get(theme),
                            Drawn.shared(text, place, ofReaders.stream()),
                            readers);
                }
            }
        }
    }

    /** What each coder marked with a theme, own overlaps merged. */
    private List<SpanUnion> lanes(String transcript, CodedTheme theme) {
        return IntStream.range(0, round.coders().size())
                .mapToObj(coder -> SpanUnion.of(counted.spans(theme, transcript, coder)))
                .toList();
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

    private void adopt(String transcript, CodedTheme theme, List<Span> shared, List<Integer> readers) {
        for (Span span : shared) {
            adopted.add(new ReferenceCoding(
                    ids.get(),
                    UUID.fromString(transcript),
                    UUID.fromString(theme.name()),
                    span,
                    readers.size() > 1 ? Basis.AGREED : Basis.SINGLE));
        }
    }
}
