package org.sepakat.consensus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sepakat.agreement.figures.CodedRound;
import org.sepakat.agreement.figures.CodedRound.CodedSpan;
import org.sepakat.study.ConsensusAct.Decided;
import org.sepakat.text.Span;
import org.sepakat.text.TranscriptText;

/**
 * Each coder's layer in which what was decided takes the decision's outcome; what was put off or not decided stays as the coder left it. Only coders who
 * reviewed the passage take it.
 */
public final class AfterDiscussion {

    private record Lane(String transcript, String coder, String theme) {}

    private final CodedRound original;
    private final Settled settled;
    private final Map<Lane, List<Span>> lanes = new LinkedHashMap<>();

    private AfterDiscussion(CodedRound original, Settled settled) {
        this.original = original;
        this.settled = settled;
        original.codings()
                .forEach(coding -> lane(coding.transcript(), coding.coder(), coding.theme())
                        .add(coding.span()));
    }

    public static CodedRound of(CodedRound original, Settled settled) {
        return new AfterDiscussion(original, settled).layers();
    }

    private List<Span> lane(String transcript, String coder, String theme) {
        return lanes.computeIfAbsent(new Lane(transcript, coder, theme), lane -> new ArrayList<>());
    }

    private CodedRound layers() {
        List<Decision> decided = settled.decisions().values().stream()
                .filter(decision -> decision.outcome().isSettled())
                .toList();
        decided.forEach(this::clear);
        decided.forEach(this::fill);
        var codings = new ArrayList<CodedSpan>();
        lanes.forEach((lane, spans) ->
                spans.forEach(span -> codings.add(new CodedSpan(lane.transcript(), lane.coder(), lane.theme(), span))));
        return new CodedRound(
                original.transcripts(), original.coders(), original.themes(), codings, original.reviewed());
    }

    private List<String> readers(Passage passage) {
        String transcript = passage.transcript().toString();
        TranscriptText text = original.transcripts().get(transcript);
        int segment = text == null ? -1 : text.segmentAt(passage.segment());
        return original.coders().stream()
                .filter(coder -> original.reviewedBy(transcript, coder).contains(segment))
                .toList();
    }

    private void clear(Decision decision) {
        Passage passage = decision.passage();
        for (String coder : readers(passage)) {
            List<Span> lane =
                    lane(passage.transcript().toString(), coder, passage.theme().toString());
            List<Span> outside = lane.stream()
                    .flatMap(span -> span.without(passage.segment()).stream())
                    .toList();
            lane.clear();
            lane.addAll(outside);
        }
    }

    private void fill(Decision decision) {
        Passage passage = decision.passage();
        for (String coder : readers(passage)) {
            for (Decided coding : settled.standingCodings(decision)) {
                lane(passage.transcript().toString(), coder, coding.theme().toString())
                        .add(coding.span());
            }
        }
    }
}
