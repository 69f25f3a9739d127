package org.sepakat.http;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sepakat.http.Seats.Seat;
import org.sepakat.live.Batches;
import org.sepakat.log.Founding;
import org.sepakat.log.OpLog;
import org.sepakat.log.RecordedOp;
import org.sepakat.log.WireBatch;
import org.sepakat.store.Snapshot;
import org.sepakat.store.StreamInfo;
import org.sepakat.store.StudyReader;

/** Studies, their streams and their ops. */
final class StudyRoutes {
    private static final int OPS = 1_000;

    private final Seats seats;
    private final StudyReader reader;
    private final OpLog log;
    private final Founding founding;
    private final Batches batches;

    StudyRoutes(Seats seats, StudyReader reader, OpLog log, Founding founding, Batches batches) {
        this.seats = seats;
        this.reader = reader;
        this.log = log;
        this.founding = founding;
        this.batches = batches;
    }

    Map<String, Operation> operations() {
        return Map.of(
                "listStudies", this::list,
                "createStudy", this::create,
                "getStudy", this::get,
                "submitOps", this::submit,
                "readOps", this::read);
    }

    private Future<JsonObject> list(Call call) {
        return seats.list(call.session()).map(studies -> new JsonObject().put("studies", studies));
    }

    private Future<JsonObject> create(Call call) {
        Account account = call.session().account();
        String name = call.body().getString("name").strip();
        if (name.isEmpty()) {
            throw Refused.bad("/name", "A study needs a name.");
        }
        return founding.createStudy(name, account.displayName(), account.id())
                .map(founded -> new JsonObject().put("study", founded.study().toString()));
    }

    private Future<JsonObject> get(Call call) {
        UUID study = call.id("study");
        return seats.get(call.session(), study).compose(seat -> {
            List<Future<Snapshot>> snapshots = seat.overview().streams().stream()
                    .filter(stream -> seat.visibility().sees(seat.member().id(), stream.ref()))
                    .map(stream -> reader.snapshot(study, stream.id()))
                    .toList();
            return Future.all(snapshots)
                    .map(all -> new JsonObject()
                            .put("member", seat.member().id().toString())
                            .put("role", seat.member().role().word())
                            .put(
                                    "streams",
                                    new JsonArray(all.<Snapshot>list().stream()
                                            .map(StudyRoutes::encode)
                                            .toList())));
        });
    }

    private static JsonObject encode(Snapshot snapshot) {
        StreamInfo stream = snapshot.stream();
        var json = new JsonObject()
                .put("stream", stream.id().toString())
                .put("kind", stream.ref().kind().word());
        putId(json, "round", stream.ref().round());
        putId(json, "coder", stream.ref().coder());
        return json.put("seq", stream.head()).put("data", snapshot.data());
    }

    private static void putId(JsonObject json, String name, @Nullable UUID id) {
        if (id != null) {
            json.put(name, id.toString());
        }
    }

    private Future<JsonObject> submit(Call call) {
        UUID account = call.session().account().id();
        UUID study = call.id("study");
        WireBatch batch = WireBatch.decode(call.body().getJsonArray("ops"));
        return seats.member(account, study)
                .compose(member -> batches.submit(account, study, member.orElseThrow(Refused::notFound), batch))
                .map(answers -> new JsonObject().put("answers", new JsonArray(answers)));
    }

    private Future<JsonObject> read(Call call) {
        UUID study = call.id("study");
        UUID stream = call.id("stream");
        long after = call.query("after").map(value -> value.getLong()).orElse(0L);
        int limit = call.query("limit").map(value -> value.getInteger()).orElse(OPS);
        return seats.get(call.session(), study).compose(seat -> {
            requireVisible(seat, stream);
            return log.read(study, stream, after, limit)
                    .map(ops -> new JsonObject()
                            .put(
                                    "ops",
                                    new JsonArray(ops.stream()
                                            .map(op -> encode(op, seat.member().id()))
                                            .toList())));
        });
    }

    private static void requireVisible(Seat seat, UUID stream) {
        boolean visible = seat.overview().streams().stream()
                .anyMatch(info -> info.id().equals(stream)
                        && seat.visibility().sees(seat.member().id(), info.ref()));
        if (!visible) {
            throw Refused.notFound();
        }
    }

    private static JsonObject encode(RecordedOp op, UUID reader) {
        var json = new JsonObject().put("seq", op.seq());
        if (op.actor().equals(reader)) {
            json.put("op_id", op.opId().toString());
        }
        return json.put("actor", op.actor().toString())
                .put("kind", op.kind())
                .put("body", op.body())
                .put("at", op.at().toString());
    }
}
