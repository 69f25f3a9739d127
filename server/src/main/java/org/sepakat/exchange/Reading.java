package org.sepakat.exchange;

import java.util.List;
import java.util.Locale;
import org.sepakat.study.Refusal;
import org.sepakat.text.TranscriptText;

/** What became of a file: its text with base segments, or why it cannot be read. */
public sealed interface Reading {

    /**
     * @param format how the base segments were found
     * @param warnings codes of what a person should look at before importing
     */
    record Read(TranscriptText text, Format format, List<Warning> warnings) implements Reading {
        public Read {
            warnings = List.copyOf(warnings);
        }
    }

    record Unreadable(Refusal refusal) implements Reading {}

    /** How base segments were found. */
    enum Format {
        TURNS,
        PARAGRAPHS,
        WEBVTT;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What may be wrong with a file that could be read. */
    enum Warning {
        /** A speaker's label with nothing said after it: no base segment. */
        EMPTY_TURNS,
        /** Text before the first speaker's label: paragraphs without a speaker. */
        TEXT_BEFORE_FIRST_SPEAKER,
        ONE_SPEAKER,
        /** A median turn over 80 words: turns are coarse to count, sentences may measure better. */
        LONG_TURNS;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
