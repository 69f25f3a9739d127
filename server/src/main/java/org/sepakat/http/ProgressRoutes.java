package org.sepakat.http;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Map;
import java.util.UUID;
import org.sepakat.store.StudyScope;
import org.sepakat.store.StudyScope.Isolation;
import org.sepakat.study.Visibility.Thing;

/** How far the coders of a round have come. */
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

    private final Sights sights;
    private final StudyScope scope;

    ProgressRoutes(Sights sights, StudyScope scope) {
        this.sights = sights;
        this.scope = scope;
    }

    Map<String, Operation> operations() {
        return Map.of("getProgress", this::get);
    }

    private Future<JsonObject> get(Call call) {
        return sights.look(call, Thing.PROGRESS_OF_OTHERS, "progress").compose(this::count);
    }

    private Future<JsonObject> count(Sights.Seen seen) {
        UUID study = seen.seat().study().id();
        return scope.within(
                study,
                Isolation.SNAPSHOT,
                connection -> connection
                        .preparedQuery(COUNTS)
                        .execute(Tuple.of(study, seen.round().id()))
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
