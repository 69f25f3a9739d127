package org.sepakat.consensus;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sepakat.text.Span;

/**
 * One theme at some units of one base segment that follow each other and are alike, and what each of the coders compared did there who reviewed them. Names
 * are those of the coded round.
 *
 * @param place from the first of the units to the last
 * @param units how many they are
 * @param segment number of the base segment they begin in, from 0, and {@code base}: its place
 * @param difference null where they agree
 * @param shared what all coders of the round who reviewed the base segment and marked the theme in it have in common
 */
public record Comparison(
        String theme,
        String transcript,
        Span place,
        int units,
        int segment,
        Span base,
        @Nullable Difference difference,
        List<Part> parts,
        List<Span> shared) {

    /**
     * @param applied at these units
     * @param spans of the theme that touch the base segment or the units, as they were made
     * @param instead themes that this coder applied there and none did who applied this one; empty if this coder applied it
     */
    public record Part(String coder, boolean applied, List<Span> spans, List<String> instead) {}
}
