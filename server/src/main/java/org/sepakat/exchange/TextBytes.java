package org.sepakat.exchange;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.sepakat.study.Refusal;

/**
 * Bytes of a text file as a string: UTF-8, or UTF-16 where a byte order mark says so. The mark is dropped, line ends become LF, and what cannot be
 * decoded is refused with the offset of the first wrong byte instead of being guessed.
 */
final class TextBytes {

    /** A string, or why there is none. */
    sealed interface Decoded {
        record Text(String text) implements Decoded {}

        record Not(Refusal refusal) implements Decoded {}
    }

    private TextBytes() {}

    static Decoded decode(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return decode(bytes, 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return decode(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return decode(bytes, 2, StandardCharsets.UTF_16BE);
        }
        return decode(bytes, 0, StandardCharsets.UTF_8);
    }

    private static Decoded decode(byte[] bytes, int from, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            return new Decoded.Not(Refusal.bad(
                    "body",
                    "Byte " + in.position() + " is not " + charset.name()
                            + ": save the file as UTF-8 text and send it again."));
        }
        String text = out.flip().toString().replace("\r\n", "\n").replace('\r', '\n');
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            return new Decoded.Not(
                    Refusal.bad("body", "Character " + nul + " is NUL: this is not a text file, or a damaged one."));
        }
        if (text.isBlank()) {
            return new Decoded.Not(Refusal.bad("body", "There is no text in this file."));
        }
        return new Decoded.Text(text);
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
