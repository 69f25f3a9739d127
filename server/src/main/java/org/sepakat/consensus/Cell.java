package org.sepakat.consensus;

import org.sepakat.study.Word;

/** A cell of two coders' table: both applied the theme, only the first, only the second, neither. */
public enum Cell implements Word {
    A,
    B,
    C,
    D;

    static Cell of(boolean first, boolean second) {
        return first ? second ? A : B : second ? C : D;
    }
}
