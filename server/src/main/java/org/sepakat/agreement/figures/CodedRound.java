package org.sepakat.agreement.figures;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sepakat.text.Span;
import org.sepakat.text.TranscriptText;

/**
 * What the coders of one round did, wherever it is kept. Transcripts, coders and themes go by the names that shall stand in the figures: names in a
 * folder, ids in a study.
 *
 * @param transcripts in the order in which they are counted
 * @param reviewed per transcript and coder, the base segments (from 0) the coder looked at
 */
public record CodedRound(
        Map<String, TranscriptText> transcripts,
        List<String> coders,
        List<CodedTheme> themes,
        List<CodedSpan> codings,
        Map<String, Map<String, Set<Integer>>> reviewed) {

    /** The units that a theme's figure counts. */
    @FunctionalInterface
    public interface Scope {
        boolean covers(String transcript, @Nullable String speaker);
    }

    public record CodedTheme(String name, Scope scope) {}

    public record CodedSpan(String transcript, String coder, String theme, Span span) {}

    /** The base segments of a transcript that a coder looked at. */
    public Set<Integer> reviewedBy(String transcript, String coder) {
        return reviewed.getOrDefault(transcript, Map.of()).getOrDefault(coder, Set.of());
    }
}
