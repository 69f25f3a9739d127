package org.sepakat.agreement.figures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sepakat.agreement.figures.CodedRound.CodedSpan;
import org.sepakat.text.Span;

/** The spans of a round by transcript, coder and theme, so that each is found at once. */
final class Marks {

    private record Place(String transcript, String coder, String theme) {}

    private final Map<Place, List<Span>> spans = new HashMap<>();

    Marks(List<CodedSpan> codings) {
        for (CodedSpan coding : codings) {
            spans.computeIfAbsent(
                            new Place(coding.transcript(), coding.coder(), coding.theme()), place -> new ArrayList<>())
                    .add(coding.span());
        }
    }

    List<Span> of(String transcript, String coder, String theme) {
        return spans.getOrDefault(new Place(transcript, coder, theme), List.of());
    }
}
