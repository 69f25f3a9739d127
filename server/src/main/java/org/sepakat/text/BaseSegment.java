package org.sepakat.text;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a transcript as it was said: one speaker turn, or one paragraph where there are no speakers. Set at import, in reading order,
 * never overlapping; what lies between two of them (a speaker's label, a blank line) belongs to none.
 *
 * @param span its place, in UTF-16 code units
 * @param speaker the speaker's label as the transcript writes it, or null for a paragraph without one
 * @param startMillis when it begins in the recording, or null where the source gives no times
 */
public record BaseSegment(
        Span span, @Nullable String speaker, @Nullable Long startMillis) {}
