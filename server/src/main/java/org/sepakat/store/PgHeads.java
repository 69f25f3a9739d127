package org.sepakat.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Reads the heads from {@code stream}, in one transaction. */
public final class PgHeads implements Heads {

    private static final String HEADS = "select study_id, stream_id, head from stream where study_id = any($1)";

    private final StudyScope scope;

    public PgHeads(StudyScope scope) {
        this.scope = scope;
    }

    @Override
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
