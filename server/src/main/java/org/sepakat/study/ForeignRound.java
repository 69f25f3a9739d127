package org.sepakat.study;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sepakat.text.Span;
import org.sepakat.text.TranscriptText;

/**
 * Work that was done elsewhere, to be taken in as one round. Everything goes by names; whoever made this has seen to it that they name each other.
 *
 * @param unit and {@code rule}: what agreement is to count
 * @param codebookReason why a codebook version is published, where one has to be
 * @param transcripts in the order of the round
 * @param themes parents before their children
 * @param reviewed per transcript and coder, the base segments (from 0) that the coder looked at
 */
public record ForeignRound(
        String name,
        String unit,
        String rule,
        String codebookReason,
        List<Source> transcripts,
        List<Entry> themes,
        List<String> coders,
        List<Coding> codings,
        List<Reviews> reviewed) {

    /** @param speakers role of each speaker label */
    public record Source(String name, TranscriptKind kind, TranscriptText text, Map<String, SpeakerRole> speakers) {
        public Source {
            speakers = Map.copyOf(speakers);
        }
    }

    /**
     * Where something stands in what is imported.
     *
     * @param line and {@code column}: from 1; 0 where the whole file or line is meant
     */
    public record Origin(String file, int line, int column) {

        /** As editors write it. */
        @Override
        public String toString() {
            return line == 0 ? file : column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
        }
    }

    /**
     * A theme.
     *
     * @param speakers labels of those it applies to; empty for every unit
     */
    public record Entry(
            String name,
            @Nullable String parent,
            @Nullable String exclusiveGroup,
            Set<String> speakers,
            Bilingual label,
            Bilingual definition,
            Origin origin) {
        public Entry {
            speakers = Set.copyOf(speakers);
        }
    }

    public record Coding(String transcript, String coder, String theme, Span span, Origin origin) {}

    public record Reviews(String transcript, String coder, Set<Integer> segments) {
        public Reviews {
            segments = Set.copyOf(segments);
        }
    }

    public ForeignRound {
        transcripts = List.copyOf(transcripts);
        themes = List.copyOf(themes);
        coders = List.copyOf(coders);
        codings = List.copyOf(codings);
        reviewed = List.copyOf(reviewed);
    }

    /** Codings and reviews together. */
    public int acts() {
        return codings.size()
                + reviewed.stream()
                        .mapToInt(reviews -> reviews.segments().size())
                        .sum();
    }
}
