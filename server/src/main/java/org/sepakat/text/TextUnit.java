package org.sepakat.text;

import org.jspecify.annotations.Nullable;

/**
 * One unit that agreement counts.
 *
 * @param speaker the label of the base segment it lies in (a window: overlaps most), or null
 */
public record TextUnit(Span span, @Nullable String speaker) {}
