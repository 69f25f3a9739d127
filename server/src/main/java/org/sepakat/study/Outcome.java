package org.sepakat.study;

/** What a decision says of a theme at a base segment. */
public enum Outcome implements Word {
    /** The theme stands, as some coder drew it or where all who applied it overlap. */
    ADOPT,
    /** The theme stands, with edges of its own. */
    EDGES,
    /** Other themes stand instead. */
    OTHER,
    /** Nothing stands. */
    NONE,
    /** Not settled; looked at and put off. */
    DEFER;

    public boolean isSettled() {
        return this != DEFER;
    }
}
