package org.sepakat.agreement.figures;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sepakat.agreement.Holsti;
import org.sepakat.agreement.Pair;
import org.sepakat.agreement.figures.CodedRound.CodedTheme;
import org.sepakat.agreement.span.Continuum;
import org.sepakat.agreement.span.Continuum.Segment;
import org.sepakat.agreement.span.SpanF1;
import org.sepakat.agreement.span.UnitizingAlpha;
import org.sepakat.text.BaseSegment;
import org.sepakat.text.Span;

/** The figures of two coders' spans of a theme as they were marked, whatever the unit; spans of different transcripts never match. */
final class SpanFigures {
    private static final double HALF_OVERLAP = 0.5;

    private final CountedRound counted;
    private final Map<String, List<BitSet>> reviewed = new LinkedHashMap<>();

    SpanFigures(CountedRound counted) {
        this.counted = counted;
        CodedRound round = counted.round();
        for (String transcript : round.transcripts().keySet()) {
            List<BitSet> coders = new ArrayList<>();
            for (String coder : round.coders()) {
                BitSet segments = new BitSet();
                round.reviewedBy(transcript, coder).forEach(segments::set);
                coders.add(segments);
            }
            reviewed.put(transcript, coders);
        }
    }

    void into(FigureObject json, CodedTheme theme, Pair pair) {
        List<Segment> first = new ArrayList<>();
        List<Segment> second = new ArrayList<>();
        long exact = 0;
        long overlapping = 0;
        int length = 0;
        for (Map.Entry<String, List<BitSet>> entry : reviewed.entrySet()) {
            String transcript = entry.getKey();
            List<BaseSegment> segments = counted.transcript(transcript).text().segments();
            BitSet joint = (BitSet) entry.getValue().get(pair.first()).clone();
            joint.and(entry.getValue().get(pair.second()));
            keepScope(joint, segments, theme, transcript);
            JointText text = new JointText(segments, joint);
            List<Span> mine = text.moved(counted.spans(theme, transcript, pair.first()), length);
            List<Span> theirs = text.moved(counted.spans(theme, transcript, pair.second()), length);
            exact += SpanF1.matches(mine, theirs, 1);
            overlapping += SpanF1.matches(mine, theirs, HALF_OVERLAP);
            mine.forEach(span -> first.add(segment(span)));
            theirs.forEach(span -> second.add(segment(span)));
            length += text.length();
        }
        json.figure("span_f1_exact", Holsti.of(exact, first.size(), second.size()));
        json.figure("span_f1_iou", Holsti.of(overlapping, first.size(), second.size()));
        Continuum continuum = new Continuum(0, length, List.of(first, second));
        json.figure("u_alpha_binary", UnitizingAlpha.binary(continuum));
    }

    private void keepScope(BitSet joint, List<BaseSegment> segments, CodedTheme theme, String transcript) {
        if (!counted.question().everyUnit()) {
            joint.stream()
                    .filter(i ->
                            !theme.scope().covers(transcript, segments.get(i).speaker()))
                    .forEach(joint::clear);
        }
    }

    private static Segment segment(Span span) {
        return new Segment(span.start(), span.end(), "1");
    }
}
