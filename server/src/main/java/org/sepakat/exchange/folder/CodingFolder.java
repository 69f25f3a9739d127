package org.sepakat.exchange.folder;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sepakat.agreement.figures.CodedRound;
import org.sepakat.agreement.figures.CodedRound.CodedSpan;
import org.sepakat.agreement.figures.CodedRound.CodedTheme;
import org.sepakat.text.Span;
import org.sepakat.text.TranscriptText;

/**
 * A study's codings as files, read and checked as a whole.
 *
 * @param transcripts by name, in order of name
 * @param coders in order of name
 * @param codings in the order of the file, places in UTF-16 code units
 * @param reviewed per transcript and coder, the base segments (from 0) the coder looked at
 */
public record CodingFolder(
        Map<String, TranscriptText> transcripts,
        List<FolderTheme> themes,
        List<String> coders,
        List<FolderCoding> codings,
        Map<String, Map<String, Set<Integer>>> reviewed) {

    /** @param speakers it applies to; empty for every unit */
    public record FolderTheme(
            String name, String parent, String exclusiveGroup, Set<String> speakers, String description) {

        boolean covers(@Nullable String speaker) {
            return speakers.isEmpty() || (speaker != null && speakers.contains(speaker));
        }
    }

    public record FolderCoding(String transcript, String coder, String theme, Span span, int line) {}

    /** As agreement counts it. */
    public CodedRound coded() {
        return new CodedRound(
                transcripts,
                coders,
                themes.stream()
                        .map(theme -> new CodedTheme(theme.name(), (transcript, speaker) -> theme.covers(speaker)))
                        .toList(),
                codings.stream()
                        .map(coding ->
                                new CodedSpan(coding.transcript(), coding.coder(), coding.theme(), coding.span()))
                        .toList(),
                reviewed);
    }
}
