package org.sepakat.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sepakat.text.BaseSegment;
import org.sepakat.text.Span;
import org.sepakat.text.TranscriptText;

/** The texts of transcript versions. They never change, so those used lately are kept in memory. Any thread. */
public final class Texts {

    /** UTF-16 code units kept in memory, about two bytes each at most. */
    private static final long KEPT = 50_000_000;

    private static final String READ = """
            select t.text, t.segments as places from transcript_version v join transcript_text t using (study_id, content_id)
            where v.study_id = $1 and v.transcript_id = $2 and v.version = $3""";
    private static final String INSERT =
            "insert into transcript_text (study_id, content_id, text, segments) values ($1, $2, $3, $4)";

    private record Key(UUID study, UUID transcript, int version) {}

    private final StudyScope scope;
    private final Kept<Key, TranscriptText> kept =
            new Kept<>(KEPT, text -> text.text().length());

    public Texts(StudyScope scope) {
        this.scope = scope;
    }

    /** Empty if there is no such version or its text was erased. */
    public Future<Optional<TranscriptText>> find(UUID study, UUID transcript, int version) {
        var key = new Key(study, transcript, version);
        TranscriptText known = kept.find(key);
        if (known != null) {
            return Future.succeededFuture(Optional.of(known));
        }
        return scope.within(
                        study,
                        StudyScope.Isolation.SNAPSHOT,
                        connection -> Rows.read(connection, READ, Tuple.of(study, transcript, version), Texts::text))
                .map(texts -> texts.stream().findFirst())
                .onSuccess(text -> text.ifPresent(found -> kept.keep(key, found)));
    }

    static Future<?> insert(SqlConnection connection, UUID study, UUID content, TranscriptText text) {
        return connection.preparedQuery(INSERT).execute(Tuple.of(study, content, text.text(), encode(text.segments())));
    }

    private static TranscriptText text(Row row) {
        List<BaseSegment> segments = row.getJsonArray("places").stream()
                .map(segment -> segment((JsonObject) segment))
                .toList();
        return new TranscriptText(row.getString("text"), segments);
    }

    private static BaseSegment segment(JsonObject json) {
        return new BaseSegment(
                new Span(json.getInteger("start"), json.getInteger("end")),
                json.getString("speaker"),
                json.getLong("start_ms"));
    }

    private static JsonArray encode(List<BaseSegment> segments) {
        var array = new JsonArray();
        for (BaseSegment segment : segments) {
            array.add(new JsonObject()
                    .put("start", segment.span().start())
                    .put("end", segment.span().end())
                    .put("speaker", segment.speaker())
                    .put("start_ms", segment.startMillis()));
        }
        return array;
    }
}
