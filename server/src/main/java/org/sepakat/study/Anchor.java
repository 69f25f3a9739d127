package org.sepakat.study;

/** How surely a coding lies where its coder drew it, after the text was corrected. */
public enum Anchor implements Word {
    /** Its text is the one that was marked. */
    FIRM,
    /** Its text was changed: its coder has to look whether it still holds. */
    CHECK
}
