package org.sepakat.http;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What would differ from run to run, passed in so that a test can hold it still.
 *
 * @param ids makes random UUIDs (version 4)
 * @param tokens makes secrets of at least 128 random bits, in base64url
 */
public record World(Clock clock, Supplier<UUID> ids, Supplier<String> tokens) {

    public static World real() {
        return new World(Clock.systemUTC(), UUID::randomUUID, Tokens::fresh);
    }
}
