package org.sepakat.load;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;

/** A frame of the server, looked into without being decoded: the load generator shares the machine with what it measures. */
record Message(Buffer bytes) {

    private static final String HEAD = "{\"t\":\"";
    private static final byte[] SEQ = "\"seq\":".getBytes(StandardCharsets.UTF_8);
    private static final String OP_ID = "\"op_id\":\"";
    private static final String CODING = "\"coding\":\"";

    boolean is(String type) {
        int end = HEAD.length() + type.length();
        return bytes.length() > end
                && bytes.getByte(end) == '"'
                && bytes.getString(HEAD.length(), end).equals(type);
    }

    String text() {
        return bytes.toString();
    }

    /** How many events a frame of them holds; it has no holes. */
    int events() {
        int first = 0;
        while (!isSeq(first)) {
            first++;
        }
        int last = bytes.length() - SEQ.length;
        while (!isSeq(last)) {
            last--;
        }
        return (int) (seq(last) - seq(first)) + 1;
    }

    private boolean isSeq(int at) {
        for (int i = 0; i < SEQ.length; i++) {
            if (bytes.getByte(at + i) != SEQ[i]) {
                return false;
            }
        }
        return true;
    }

    private long seq(int at) {
        long seq = 0;
        for (int i = at + SEQ.length; Character.isDigit(bytes.getByte(i)); i++) {
            seq = 10 * seq + (bytes.getByte(i) - '0');
        }
        return seq;
    }

    /** The number of the act that this answers. */
    int answered(Numbers numbers) {
        String text = text();
        return numbers.read(text, text.indexOf(OP_ID) + OP_ID.length());
    }

    /** Tells the numbers of the codings in these events. */
    void codings(Numbers numbers, IntConsumer told) {
        String text = text();
        for (int at = text.indexOf(CODING); at >= 0; at = text.indexOf(CODING, at + 1)) {
            int number = numbers.read(text, at + CODING.length());
            if (number >= 0) {
                told.accept(number);
            }
        }
    }
}
