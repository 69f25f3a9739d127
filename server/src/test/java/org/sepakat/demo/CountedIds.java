package org.sepakat.demo;

import java.util.UUID;
import java.util.function.Supplier;

/** UUIDs of version 4 that count up, so that two runs are alike. */
final class CountedIds implements Supplier<UUID> {

    private long last;

    @Override
    public UUID get() {
        last++;
        return new UUID(0x4000L, 0x8000_0000_0000_0000L | last);
    }
}
