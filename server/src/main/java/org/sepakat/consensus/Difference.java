package org.sepakat.consensus;

import org.sepakat.study.Word;

/** How coders differ who reviewed the same unit. */
public enum Difference implements Word {
    /** Some applied the theme; who did not, applied nothing there that the others had not. */
    OMISSION,
    /** Some applied the theme; somebody who did not, applied another one there, in that one's scope, that none of them did. */
    SUBSTITUTION,
    /** All applied it, with other edges. Never counted among a table's cells b and c. */
    BOUNDARY
}
