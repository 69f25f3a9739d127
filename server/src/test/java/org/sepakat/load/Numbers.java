package org.sepakat.load;

import java.util.UUID;

/** Ids of version 4 that carry a number, so that an answer or an event says by itself which act it is of. */
record Numbers(long prefix) {

    private static final int MOST_DIGITS = 12;
    private static final int PREFIX_LENGTH = 24;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    static Numbers fresh() {
        return new Numbers(UUID.randomUUID().getMostSignificantBits());
    }

    UUID id(int number) {
        return new UUID(prefix, VARIANT | number);
    }

    /** The number in an id, as it stands in a text from that place on; -1 if the id is not one of these. */
    int read(String text, int at) {
        String id = text.substring(at, at + PREFIX_LENGTH + MOST_DIGITS);
        return UUID.fromString(id).getMostSignificantBits() == prefix
                ? (int) Long.parseLong(id.substring(PREFIX_LENGTH), 16)
                : -1;
    }
}
