package org.sepakat.journey;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;

/** Does on a socket what a page does: one act after the other, each sent again with its own id until it is answered for good. */
final class SteadyCoder {
    private static final long AGAIN_MILLIS = 100;

    private final HttpCoder person;
    private final UUID study;
    private final Place place;
    private final Diary diary = Diary.empty();
    private final Set<String> refusals = new ConcurrentSkipListSet<>();
    private final SocketCoder socket;
    private volatile boolean stopping;
    private volatile JsonObject open = new JsonObject();

    SteadyCoder(HttpCoder person) throws IOException {
        this.person = person;
        this.study = person.onlyStudy();
        this.place = Place.inOpenRound(person, study);
        this.socket = SocketCoder.open(person, study, this::hear);
        next();
    }

    private void next() {
        open = place.act(diary.sent().size());
        diary.sent().add(open);
        socket.submit(study, open);
    }

    private void hear(JsonObject frame) {
        if (!open.getString("op_id", "").equals(frame.getString("op_id"))) {
            return;
        }
        if (frame.getString("t").equals("ok")) {
            diary.note(frame);
            if (!stopping) {
                next();
            }
        } else if (frame.getBoolean("retry")) {
            refusals.add(frame.getString("code"));
            CompletableFuture.delayedExecutor(AGAIN_MILLIS, TimeUnit.MILLISECONDS)
                    .execute(() -> socket.submit(study, open));
        } else {
            throw new IllegalStateException(frame.encode());
        }
    }

    int acknowledged() {
        return diary.acknowledged().size();
    }

    /** Why acts were refused for now, by code. */
    Set<String> refusals() {
        return refusals;
    }

    /** After the act that is under way. */
    void stop() {
        stopping = true;
        Await.until(
                Diary.PATIENCE,
                "the last act",
                () -> diary.acknowledged().size() == diary.sent().size());
        socket.close();
    }

    void check() throws IOException {
        diary.check(person, study);
    }
}
