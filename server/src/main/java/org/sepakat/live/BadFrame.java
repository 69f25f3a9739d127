package org.sepakat.live;

/** A frame that breaks the protocol. Thrown while decoding and caught in one place, which closes that socket alone (SPEC.md S11). */
final class BadFrame extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadFrame(String reason) {
        super(reason, null, false, false);
    }
}
