package org.sepakat.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** How far streams have got, of many studies in one question. Answers on the caller's context. */
public final class Heads {

    private static final String HEADS = "select study_id, stream_id, head from stream where study_id = any($1)";

    /** @param seq of the stream's last op, 0 if it has none */
    public record Head(UUID study, UUID stream, long seq) {}

    private final StudyScope scope;

    public Heads(StudyScope scope) {
        this.scope = scope;
    }

    /** Every stream of the given studies. */
    public Future<List<Head>> heads(Set<UUID> studies) {
        return studies.isEmpty()
                ? Future.succeededFuture(List.of())
                : scope.within(
                        studies,
                        StudyScope.Isolation.SNAPSHOT,
                        connection -> connection
                                .preparedQuery(HEADS)
                                .execute(Tuple.of(studies.toArray(UUID[]::new)))
                                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                        .map(row -> new Head(row.getUUID(0), row.getUUID(1), row.getLong(2)))
                                        .toList()));
    }
}
