package org.sepakat.live;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids made from names, with the bits of version 4 that the wire asks for. */
final class Ids {

    private Ids() {}

    static UUID id(String name) {
        UUID hash = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new UUID((hash.getMostSignificantBits() & ~0xF000L) | 0x4000L, hash.getLeastSignificantBits());
    }
}
