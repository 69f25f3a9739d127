package org.sepakat.consensus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.sepakat.agreement.figures.CodedRound;
import org.sepakat.agreement.figures.CodedRound.CodedSpan;
import org.sepakat.agreement.figures.CodedRound.CodedTheme;
import org.sepakat.study.ConsensusAct.Decided;
import org.sepakat.text.BaseSegment;
import org.sepakat.text.Span;
import org.sepakat.text.SpanUnion;

class AfterDiscussionTest {

    @Property(tries = 200)
    void nothing_changes_where_nothing_is_decided_and_the_originals_never_do(@ForAll long seed) {
        var random = new RandomRound(seed);
        List<CodedSpan> before = List.copyOf(random.coded.codings());
        Settled settled = random.settled();
        CodedRound after = AfterDiscussion.of(random.coded, settled);
        assertEquals(before, random.coded.codings());
        forEachLane(random.coded, (transcript, coder, theme, segment, number) -> {
            if (!isTouched(settled, transcript, theme, segment)) {
                assertEquals(
                        within(random.coded, transcript, coder, theme, segment),
                        within(after, transcript, coder, theme, segment));
            }
        });
        assertEquals(lanes(random.coded), lanes(AfterDiscussion.of(random.coded, Settled.NOTHING)));
    }

    @Property(tries = 200)
    void all_who_reviewed_a_decided_passage_hold_just_what_was_decided(@ForAll long seed) {
        var random = new RandomRound(seed);
        Settled settled = random.settled();
        CodedRound after = AfterDiscussion.of(random.coded, settled);
        forEachLane(random.coded, (transcript, coder, theme, segment, number) -> {
            var passage = new Passage(UUID.fromString(transcript), UUID.fromString(theme), segment);
            Decision decision = settled.decisions().get(passage);
            if (decision != null && decision.outcome().isSettled()) {
                boolean reviewed = random.coded.reviewedBy(transcript, coder).contains(number);
                assertEquals(
                        reviewed ? spans(decision, theme) : within(random.coded, transcript, coder, theme, segment),
                        within(after, transcript, coder, theme, segment));
            }
        });
    }

    private static List<Span> spans(Decision decision, String theme) {
        return SpanUnion.of(decision.codings().stream()
                        .filter(coding -> coding.theme().toString().equals(theme))
                        .map(Decided::span)
                        .toList())
                .spans();
    }

    private static boolean isTouched(Settled settled, String transcript, String theme, Span segment) {
        return settled.decisions().values().stream()
                .filter(decision -> decision.outcome().isSettled())
                .filter(decision -> decision.passage().transcript().toString().equals(transcript)
                        && decision.passage().segment().equals(segment))
                .anyMatch(decision -> decision.passage().theme().toString().equals(theme)
                        || decision.codings().stream()
                                .anyMatch(coding -> coding.theme().toString().equals(theme)));
    }

    private interface Lane {
        void check(String transcript, String coder, String theme, Span segment, int number);
    }

    private static void forEachLane(CodedRound round, Lane lane) {
        round.transcripts().forEach((transcript, text) -> {
            for (String coder : round.coders()) {
                for (CodedTheme theme : round.themes()) {
                    int number = 0;
                    for (BaseSegment segment : text.segments()) {
                        lane.check(transcript, coder, theme.name(), segment.span(), number++);
                    }
                }
            }
        });
    }

    private static List<Object> lanes(CodedRound round) {
        var lanes = new ArrayList<Object>();
        forEachLane(
                round,
                (transcript, coder, theme, segment, number) ->
                        lanes.add(within(round, transcript, coder, theme, segment)));
        return lanes;
    }

    private static List<Span> within(CodedRound round, String transcript, String coder, String theme, Span segment) {
        return SpanUnion.of(round.codings().stream()
                        .filter(coding -> coding.transcript().equals(transcript)
                                && coding.coder().equals(coder)
                                && coding.theme().equals(theme))
                        .map(CodedSpan::span)
                        .toList())
                .within(segment);
    }
}
