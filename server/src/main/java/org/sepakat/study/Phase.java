package org.sepakat.study;

/** Where a round stands. It moves one step at a time, forward; only an open round may go back from closed to coding. */
public enum Phase implements Word {
    DRAFT,
    CODING,
    CLOSED,
    REVEALED,
    CONSENSUS,
    FINAL;

    /** Coding has begun and its results have not been opened. */
    public boolean isUnderWay() {
        return this == CODING || this == CLOSED;
    }

    public boolean isRevealed() {
        return compareTo(REVEALED) >= 0;
    }

    public boolean leadsTo(Phase to, Mode mode) {
        return switch (this) {
            case DRAFT -> to == CODING;
            case CODING -> to == CLOSED;
            case CLOSED -> to == REVEALED || (mode == Mode.OPEN && to == CODING);
            case REVEALED -> to == CONSENSUS;
            case CONSENSUS -> to == FINAL;
            case FINAL -> false;
        };
    }
}
