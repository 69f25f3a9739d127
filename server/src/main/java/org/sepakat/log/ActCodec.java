package org.sepakat.log;

import io.vertx.core.json.JsonObject;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sepakat.store.Fields;
import org.sepakat.study.Act;

/**
 * How one kind of act is written and read, side by side. The writer always writes every field, in one order; what the server fills in is read from the log
 * alone.
 *
 * @param madeByServer whether a client may never send it
 * @param words the field of its erasable text, if it has any
 * @param fromLog reads what {@code write} wrote
 */
record ActCodec<A extends Act>(
        String kind,
        Class<A> type,
        boolean madeByServer,
        @Nullable String words,
        Function<Fields, A> fromClient,
        Function<Fields, A> fromLog,
        Function<A, JsonObject> write) {

    /** Of a kind that a client sends just as it is recorded. */
    static <A extends Act> ActCodec<A> plain(
            String kind, Class<A> type, Function<Fields, A> read, Function<A, JsonObject> write) {
        return new ActCodec<>(kind, type, false, null, read, read, write);
    }

    /** Of a kind that a rule completes before it is recorded. */
    static <A extends Act> ActCodec<A> completed(
            String kind,
            Class<A> type,
            Function<Fields, A> fromClient,
            Function<Fields, A> fromLog,
            Function<A, JsonObject> write) {
        return new ActCodec<>(kind, type, false, null, fromClient, fromLog, write);
    }

    /** Of a kind that no client may send. */
    static <A extends Act> ActCodec<A> serverMade(
            String kind, Class<A> type, Function<Fields, A> read, Function<A, JsonObject> write) {
        return new ActCodec<>(kind, type, true, null, read, read, write);
    }

    /** The same kind, with erasable text in that field. */
    ActCodec<A> wording(String field) {
        return new ActCodec<>(kind, type, madeByServer, field, fromClient, fromLog, write);
    }

    JsonObject encode(Act act) {
        return write.apply(type.cast(act));
    }
}
