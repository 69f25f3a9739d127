package org.sepakat.http;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sepakat.store.StudyReader;
import org.sepakat.store.StudyScope;
import org.sepakat.store.StudyScope.Isolation;
import org.sepakat.study.CodebookVersion;
import org.sepakat.study.Round;
import org.sepakat.study.Study;
import org.sepakat.study.ToReview;
import org.sepakat.study.Transcript;
import org.sepakat.study.Visibility.Thing;

/** How far the coders of a round have come. */
final class ProgressRoutes {
    private static final String DONE = """
            select member_id, transcript_id, version,
              array(select span_start from review r where r.study_id = a.study_id and r.round_id = a.round_id
                and r.coder = a.member_id and r.transcript_id = a.transcript_id) as reviewed,
              (select count(*) from coding c where c.study_id = a.study_id and c.round_id = a.round_id
                and c.coder = a.member_id and c.transcript_id = a.transcript_id) as codings
            from assignment a join round_transcript using (study_id, round_id, transcript_id)
            where study_id = $1 and round_id = $2
            order by member_id, place""";
    /** Of a text that was erased. */
    private static final ToReview NOTHING = new ToReview(Set.of());

    private final Sights sights;
    private final StudyReader reader;
    private final StudyScope scope;

    ProgressRoutes(Sights sights, StudyReader reader, StudyScope scope) {
        this.sights = sights;
        this.reader = reader;
        this.scope = scope;
    }

    Map<String, Operation> operations() {
        return Map.of("getProgress", this::get);
    }

    private Future<JsonObject> get(Call call) {
        return sights.look(call, Thing.PROGRESS_OF_OTHERS, "progress").compose(this::count);
    }

    private Future<JsonObject> count(Sights.Seen seen) {
        Study study = seen.seat().study();
        return scope.within(
                        study.id(),
                        Isolation.SNAPSHOT,
                        connection -> connection
                                .preparedQuery(DONE)
                                .execute(Tuple.of(study.id(), seen.round().id())))
                .compose(rows ->
                        encode(study, seen.round(), Accounts.stream(rows).toList()));
    }

    private Future<JsonObject> encode(Study study, Round round, List<Row> rows) {
        Map<UUID, Future<ToReview>> toReview = new HashMap<>();
        for (Row row : rows) {
            toReview.computeIfAbsent(row.getUUID("transcript_id"), transcript -> toReview(study, round, row));
        }
        return Future.all(List.copyOf(toReview.values()))
                .map(read -> new JsonObject()
                        .put(
                                "coders",
                                new JsonArray(rows.stream()
                                        .map(row -> encode(
                                                row,
                                                Objects.requireNonNull(toReview.get(row.getUUID("transcript_id")))
                                                        .result()))
                                        .toList())));
    }

    /** Of a transcript, the same for all its coders. */
    private Future<ToReview> toReview(Study study, Round round, Row row) {
        Transcript transcript = Objects.requireNonNull(study.transcripts().get(row.getUUID("transcript_id")));
        return reader.text(study.id(), transcript.id(), row.getInteger("version"))
                .map(text -> text.map(found -> ToReview.of(found, transcript, codebook(study, round)))
                        .orElse(NOTHING));
    }

    private static @Nullable CodebookVersion codebook(Study study, Round round) {
        Integer version = round.codebookVersion();
        return version == null ? null : study.codebooks().get(version - 1);
    }

    private static JsonObject encode(Row row, ToReview toReview) {
        return new JsonObject()
                .put("member", row.getUUID("member_id").toString())
                .put("transcript", row.getUUID("transcript_id").toString())
                .put("reviewed", toReview.reviewed(List.of(row.getArrayOfIntegers("reviewed"))))
                .put("segments", toReview.size())
                .put("codings", row.getLong("codings"));
    }
}
