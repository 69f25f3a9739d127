package org.sepakat.study;

import java.util.UUID;
import org.sepakat.text.Span;

/** A coding of the layer that the team agreed on. */
public record ReferenceCoding(UUID id, UUID transcript, UUID theme, Span span, Basis basis) {

    /** How it came to stand there. */
    public enum Basis implements Word {
        /** By itself: at least two reviewed the place, and all who did applied the theme. */
        AGREED,
        /** By itself: only one coder covered the place. */
        SINGLE,
        /** By a decision. */
        DECIDED
    }
}
