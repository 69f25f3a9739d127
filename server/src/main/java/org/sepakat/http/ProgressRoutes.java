package org.sepakat.http;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.sepakat.http.Seats.Seat;
import org.sepakat.store.Looks;
import org.sepakat.store.StudyScope;
import org.sepakat.store.StudyScope.Isolation;
import org.sepakat.study.Round;
import org.sepakat.study.Visibility.Sight;
import org.sepakat.study.Visibility.Thing;

/** How far the coders of a round have come. A look at a round that is blind is recorded, durably, before it is answered. */
final class ProgressRoutes {
    private static final String COUNTS = """
            select member_id, transcript_id, segments,
              (select count(*) from review r where r.study_id = a.study_id and r.round_id = a.round_id
                and r.coder = a.member_id and r.transcript_id = a.transcript_id) as reviewed,
              (select count(*) from coding c where c.study_id = a.study_id and c.round_id = a.round_id
                and c.coder = a.member_id and c.transcript_id = a.transcript_id) as codings
            from assignment a
              join round_transcript using (study_id, round_id, transcript_id)
              join transcript_version using (study_id, transcript_id, version)
            where study_id = $1 and round_id = $2
            order by member_id, place""";

    private final Seats seats;
    private final StudyScope scope;
    private final Audit audit;
    private final Clock clock;

    ProgressRoutes(Seats seats, StudyScope scope, Audit audit, Clock clock) {
        this.seats = seats;
        this.scope = scope;
        this.audit = audit;
        this.clock = clock;
    }

    Map<String, Operation> operations() {
        return Map.of("getProgress", this::get);
    }

    private Future<JsonObject> get(Call call) {
        return seats.get(call.session(), call.id("study")).compose(seat -> {
            Round round = seat.study().rounds().get(call.id("round"));
            if (round == null) {
                throw Refused.notFound();
            }
            Sight sight = seat.visibility().of(seat.member().id(), round, Thing.PROGRESS_OF_OTHERS);
            if (sight == Sight.NO) {
                throw Refused.notFound();
            }
            return (sight == Sight.LOGGED ? record(call, seat, round) : Future.<Void>succeededFuture())
                    .compose(recorded -> count(seat, round));
        });
    }

    private Future<Void> record(Call call, Seat seat, Round round) {
        UUID study = seat.study().id();
        return scope.within(
                study,
                Isolation.READ_COMMITTED,
                connection -> insertLook(connection, seat, round)
                        .compose(v -> audit.write(
                                connection,
                                "look",
                                call.session().account().id(),
                                study,
                                AccountRoutes.from(call)
                                        .put("round", round.id().toString())
                                        .put("thing", "progress"))));
    }

    /** Who was assigned in this very moment sees nothing. */
    private Future<Void> insertLook(SqlConnection connection, Seat seat, Round round) {
        return Looks.record(
                        connection, seat.study().id(), round.id(), seat.member().id(), "progress", clock.instant())
                .compose(given -> given ? Future.succeededFuture() : Future.failedFuture(Refused.notFound()));
    }

    private Future<JsonObject> count(Seat seat, Round round) {
        return scope.within(
                seat.study().id(),
                Isolation.SNAPSHOT,
                connection -> connection
                        .preparedQuery(COUNTS)
                        .execute(Tuple.of(seat.study().id(), round.id()))
                        .map(rows -> new JsonObject()
                                .put(
                                        "coders",
                                        new JsonArray(Accounts.stream(rows)
                                                .map(ProgressRoutes::encode)
                                                .toList()))));
    }

    private static JsonObject encode(Row row) {
        return new JsonObject()
                .put("member", row.getUUID("member_id").toString())
                .put("transcript", row.getUUID("transcript_id").toString())
                .put("reviewed", row.getLong("reviewed"))
                .put("segments", row.getInteger("segments"))
                .put("codings", row.getLong("codings"));
    }
}
