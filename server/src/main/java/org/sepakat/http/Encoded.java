package org.sepakat.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A JSON answer as the bytes that go out, plain and compressed (decision note 7), each with its strong entity tag.
 *
 * @param tag names the content, without quotes
 */
record Encoded(Buffer plain, Buffer gzipped, String tag) {
    private static final int TAG_BYTES = 15;

    static Encoded of(JsonObject answer) {
        byte[] plain = answer.toBuffer().getBytes();
        byte[] hash = Arrays.copyOf(Tokens.hash(plain), TAG_BYTES);
        return new Encoded(
                Buffer.buffer(plain),
                Buffer.buffer(gzipped(plain)),
                Base64.getUrlEncoder().encodeToString(hash));
    }

    private static byte[] gzipped(byte[] plain) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    int size() {
        return plain.length() + gzipped.length();
    }

    /** The tag of the plain bytes or of the compressed ones, as a header says it. */
    String tag(boolean compressed) {
        return '"' + tag + (compressed ? ".gz\"" : "\"");
    }

    /** @param ifNoneMatch tags of answers that the asker holds, or {@code *} for any, as the header says it */
    boolean isHeld(@Nullable String ifNoneMatch) {
        List<String> own = List.of("*", tag(false), tag(true));
        return parts(ifNoneMatch)
                .map(held -> held.startsWith("W/") ? held.substring(2) : held)
                .anyMatch(own::contains);
    }

    /** @param acceptEncoding as the header says it */
    static boolean takesGzip(@Nullable String acceptEncoding) {
        return parts(acceptEncoding)
                .map(coding -> coding.replace(" ", ""))
                .anyMatch(coding -> coding.matches("gzip(;q=(1(\\.0*)?|0\\.0*[1-9]\\d*))?"));
    }

    private static Stream<String> parts(@Nullable String header) {
        return header == null
                ? Stream.empty()
                : Arrays.stream(header.split(",")).map(String::strip);
    }
}
