package org.sepakat.study;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sepakat.text.BaseSegment;
import org.sepakat.text.TranscriptText;

/**
 * The base segments of a transcript that a round asks its coders to review: those that at least one codable theme of its codebook applies to, or all of
 * them where there is no such theme. Progress counts these and no others, here and in the pages.
 *
 * @param starts of those segments, in UTF-16 code units
 */
public record ToReview(Set<Integer> starts) {

    public ToReview {
        starts = Set.copyOf(starts);
    }

    /** @param codebook the version that the round pins, or null for one that has not begun */
    public static ToReview of(TranscriptText text, Transcript transcript, @Nullable CodebookVersion codebook) {
        List<Theme> codable = codebook == null
                ? List.of()
                : codebook.themes().stream()
                        .filter(theme -> theme.codable() && !theme.archived())
                        .toList();
        var starts = new HashSet<Integer>();
        for (BaseSegment segment : text.segments()) {
            if (codable.isEmpty() || codable.stream().anyMatch(theme -> includes(theme, transcript, segment))) {
                starts.add(segment.span().start());
            }
        }
        return new ToReview(starts);
    }

    private static boolean includes(Theme theme, Transcript transcript, BaseSegment segment) {
        String speaker = segment.speaker();
        return theme.scope()
                .includes(
                        speaker, speaker == null ? null : transcript.speakers().get(speaker));
    }

    public int size() {
        return starts.size();
    }

    /** How many of them are among those reviewed. */
    public int reviewed(Collection<Integer> reviewedStarts) {
        return (int) reviewedStarts.stream().filter(starts::contains).count();
    }
}
