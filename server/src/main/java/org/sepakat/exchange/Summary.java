package org.sepakat.exchange;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.sepakat.exchange.Reading.Format;
import org.sepakat.exchange.Reading.Warning;
import org.sepakat.study.Refusal;
import org.sepakat.text.BaseSegment;
import org.sepakat.text.TranscriptText;

/**
 * What a person looks at before importing: who speaks how much, and how long the turns are.
 *
 * @param speakers in order of first appearance
 * @param medianWords and {@code longestWords}: words in a base segment, by white space
 */
public record Summary(List<Speaker> speakers, int medianWords, int longestWords) {
    private static final int LONG_TURN = 80;
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /**
     * @param characters in UTF-16 code units
     */
    public record Speaker(String label, int turns, int characters) {}

    public Summary {
        speakers = List.copyOf(speakers);
    }

    public static Summary of(TranscriptText text) {
        Map<String, Speaker> speakers = new LinkedHashMap<>();
        for (BaseSegment segment : text.segments()) {
            String label = segment.speaker();
            if (label != null) {
                speakers.merge(label, new Speaker(label, 1, segment.span().length()), Summary::plus);
            }
        }
        int[] words = text.segments().stream()
                .mapToInt(segment -> SPACES.split(text.quote(segment.span())).length)
                .sorted()
                .toArray();
        int median = words.length == 0 ? 0 : words[words.length / 2];
        int longest = words.length == 0 ? 0 : words[words.length - 1];
        return new Summary(List.copyOf(speakers.values()), median, longest);
    }

    private static Speaker plus(Speaker one, Speaker more) {
        return new Speaker(one.label(), one.turns() + more.turns(), one.characters() + more.characters());
    }

    /** A reading with the warnings that its figures call for; a text without base segments cannot be coded, so it is refused. */
    static Reading checked(TranscriptText text, Format format, Set<Warning> found) {
        if (text.segments().isEmpty()) {
            return new Reading.Unreadable(Refusal.bad("body", "Nobody says anything in this file."));
        }
        var warnings = EnumSet.noneOf(Warning.class);
        warnings.addAll(found);
        Summary summary = of(text);
        if (summary.speakers().size() == 1) {
            warnings.add(Warning.ONE_SPEAKER);
        }
        if (summary.medianWords() > LONG_TURN) {
            warnings.add(Warning.LONG_TURNS);
        }
        return new Reading.Read(text, format, List.copyOf(warnings));
    }
}
