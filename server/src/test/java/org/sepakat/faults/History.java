package org.sepakat.faults;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the clients of one run sent and received, in the order of one clock (nanoseconds). Any thread may add. */
final class History {

    /** A client is a page: one member, over all of its connections. */
    sealed interface Entry {
        String client();

        long at();
    }

    /** @param connection of this client, from 1; on one of them order is promised */
    record Sent(String client, int connection, UUID actor, UUID opId, String kind, JsonObject body, long at)
            implements Entry {}

    record Acknowledged(String client, int connection, UUID opId, UUID stream, long seq, boolean dup, long at)
            implements Entry {}

    record Refused(String client, UUID opId, String code, boolean retry, long at) implements Entry {}

    /** One event of a stream; the op id comes to its author alone. */
    record Delivered(
            String client,
            UUID member,
            UUID stream,
            long seq,
            @Nullable UUID opId,
            UUID actor,
            String kind,
            long at) implements Entry {}

    /** A whole stream at once: the client goes on from there. */
    record Snapped(String client, UUID member, UUID stream, long seq, long at) implements Entry {}

    /** From two seconds after this the member gets nothing any more. */
    record Revoked(String client, UUID member, long at) implements Entry {}

    private final List<Entry> entries = new ArrayList<>();

    History() {}

    History(List<Entry> entries) {
        this.entries.addAll(entries);
    }

    synchronized void add(Entry entry) {
        entries.add(entry);
    }

    synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    <T extends Entry> List<T> all(Class<T> type) {
        return entries().stream().filter(type::isInstance).map(type::cast).toList();
    }

    synchronized int size() {
        return entries.size();
    }
}
