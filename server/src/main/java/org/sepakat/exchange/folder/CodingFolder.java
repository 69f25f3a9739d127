package org.sepakat.exchange.folder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
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
            String name, String parent, String exclusiveGroup, Set<String> speakers, String description, Line line) {

        boolean covers(@Nullable String speaker) {
            return speakers.isEmpty() || (speaker != null && speakers.contains(speaker));
        }
    }

    public record FolderCoding(String transcript, String coder, String theme, Span span, Line line) {}

    /** As agreement counts it. */
    public CodedRound coded() {
        return coded(codings);
    }

    /** As agreement counts it where a coding of a sub-theme is one of the themes above it as well. */
    public CodedRound rolledUp() throws Faults {
        List<Fault> faults = new ArrayList<>();
        Map<String, String> parents = new HashMap<>();
        ThemeTree.inOrder(themes, faults).forEach(theme -> parents.put(theme.name(), theme.parent()));
        if (!faults.isEmpty()) {
            throw new Faults(faults);
        }
        List<FolderCoding> all = new ArrayList<>();
        for (FolderCoding coding : codings) {
            Set<String> above = new LinkedHashSet<>();
            String theme = coding.theme();
            while (parents.containsKey(theme) && above.add(theme)) {
                theme = parents.getOrDefault(theme, "");
            }
            above.forEach(name ->
                    all.add(new FolderCoding(coding.transcript(), coding.coder(), name, coding.span(), coding.line())));
        }
        return coded(all);
    }

    private CodedRound coded(List<FolderCoding> counted) {
        return new CodedRound(
                transcripts,
                coders,
                themes.stream()
                        .map(theme -> new CodedTheme(theme.name(), (transcript, speaker) -> theme.covers(speaker)))
                        .toList(),
                counted.stream()
                        .map(coding ->
                                new CodedSpan(coding.transcript(), coding.coder(), coding.theme(), coding.span()))
                        .toList(),
                reviewed);
    }
}
