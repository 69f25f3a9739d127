package org.sepakat.study;

/** Why something was refused, in the words that go over the wire. */
public enum ErrorCode {
    // The client may send the same again.
    E_RATE,
    E_BUSY,
    /** The outcome is unknown: the same op id must be sent again to learn it. */
    E_DB,

    // The client must change something first.
    E_BAD,
    E_TOO_BIG,
    E_AUTH,
    /** Absent or hidden; the two are told apart by nothing. */
    E_NOT_FOUND,
    /** Role, phase or mode forbids it. */
    E_READONLY,
    E_FROZEN,
    E_STALE,
    E_OPID_REUSED,
    E_QUOTA,
    E_VERSION,

    // Ours.
    E_INTERNAL;

    public boolean isRetryable() {
        return this == E_RATE || this == E_BUSY || this == E_DB;
    }
}
