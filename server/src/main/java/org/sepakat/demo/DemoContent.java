package org.sepakat.demo;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sepakat.study.Mode;
import org.sepakat.study.Phase;
import org.sepakat.study.Role;
import org.sepakat.study.SpeakerRole;
import org.sepakat.study.Theme;
import org.sepakat.study.TranscriptKind;
import org.sepakat.text.BaseSegment;
import org.sepakat.text.Span;
import org.sepakat.text.TranscriptText;

/**
 * What the demo study is made from. Things are named by short names, so that the resources can be read and corrected by hand.
 *
 * @param people the first one founds the study
 * @param codebook themes by name, parents before their children
 * @param transcripts by name
 */
record DemoContent(
        String study,
        List<Person> people,
        String codebookReason,
        Map<String, Theme> codebook,
        Map<String, Source> transcripts,
        List<Plan> rounds,
        List<Part> parts) {

    record Person(String name, Role role) {}

    record Source(UUID id, String name, TranscriptKind kind, TranscriptText text, Map<String, SpeakerRole> speakers) {

        /** @param number from 1, as the screen counts */
        BaseSegment turn(int number) {
            return text.segments().get(number - 1);
        }

        Span find(Mark mark) {
            Span turn = turn(mark.turn()).span();
            int at = text.quote(turn).indexOf(mark.quote());
            if (at < 0) {
                throw new IllegalArgumentException(
                        "turn " + mark.turn() + " of " + name + " does not say: " + mark.quote());
            }
            int start = turn.start() + at;
            return new Span(start, start + mark.quote().length());
        }
    }

    /** @param phase the one it is left in */
    record Plan(String name, Mode mode, Phase phase, List<String> coders, List<String> transcripts) {}

    /**
     * What one coder has done in one transcript.
     *
     * @param reviewedTo the turns up to this one are reviewed; codings may lie beyond
     */
    record Part(String coder, String transcript, int reviewedTo, List<Mark> marks) {}

    /** A theme applied to some words of a turn. */
    record Mark(int turn, String theme, String quote) {}

    DemoContent {
        people = List.copyOf(people);
        codebook = Collections.unmodifiableMap(new LinkedHashMap<>(codebook));
        transcripts = Collections.unmodifiableMap(new LinkedHashMap<>(transcripts));
        rounds = List.copyOf(rounds);
        parts = List.copyOf(parts);
    }

    List<String> coders() {
        return people.stream()
                .filter(person -> person.role() == Role.CODER)
                .map(Person::name)
                .toList();
    }

    Theme theme(String name) {
        return named(codebook, name);
    }

    Source transcript(String name) {
        return named(transcripts, name);
    }

    /** The thing of that name; a name that nothing has is a slip in the resources. */
    static <T> T named(Map<String, T> things, String name) {
        T thing = things.get(name);
        if (thing == null) {
            throw new IllegalArgumentException("'" + name + "' is none of " + things.keySet());
        }
        return thing;
    }
}
