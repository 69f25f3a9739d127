package org.sepakat.consensus;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sepakat.text.Span;

/**
 * One theme at one unit, and what each of the coders compared did there who reviewed it. Names are those of the coded round.
 *
 * @param unit its place
 * @param segment number of the base segment it begins in, from 0, and {@code place}: of that segment
 * @param difference null where they agree
 */
public record Comparison(
        String theme,
        String transcript,
        Span unit,
        int segment,
        Span place,
        @Nullable Difference difference,
        List<Part> parts) {

    /**
     * @param spans of the theme that touch the unit, as they were made
     * @param instead themes that this coder applied there and none did who applied this one; empty if this coder applied it
     */
    public record Part(String coder, boolean applied, List<Span> spans, List<String> instead) {}
}
