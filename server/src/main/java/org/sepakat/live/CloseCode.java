package org.sepakat.live;

/** Why the server ends a socket, in the number that goes over the wire. */
enum CloseCode {
    RESTART(1012),
    PROTOCOL(4400),
    SESSION_OVER(4401),
    TIMEOUT(4408),
    REPLACED(4409),
    TOO_BIG(4413),
    UPGRADE(4426),
    SLOW(4429);

    private final short number;

    CloseCode(int number) {
        this.number = (short) number;
    }

    short number() {
        return number;
    }
}
