package org.sepakat.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A JSON answer as the bytes that go out.
 *
 * @param tag names these very bytes: a strong entity tag, in its quotes
 */
record Encoded(Buffer bytes, String tag) {
    private static final int TAG_BYTES = 15;

    static Encoded of(JsonObject answer) {
        Buffer bytes = answer.toBuffer();
        byte[] hash = Arrays.copyOf(Tokens.hash(bytes.getBytes()), TAG_BYTES);
        return new Encoded(bytes, '"' + Base64.getUrlEncoder().encodeToString(hash) + '"');
    }

    /** @param ifNoneMatch tags of answers that the asker holds, or {@code *} for any, as the header says it */
    boolean isHeld(@Nullable String ifNoneMatch) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(String::strip)
                        .map(held -> held.startsWith("W/") ? held.substring(2) : held)
                        .anyMatch(held -> held.equals("*") || held.equals(tag));
    }
}
