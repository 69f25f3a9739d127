package org.sepakat.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sepakat.study.Codebook;
import org.sepakat.study.StreamRef;
import org.sepakat.study.Study;

/** The states of studies used lately. Any thread. */
public final class StudyStates {

    private static final int KEPT = 200;

    private final StudyScope scope;
    private final Kept<UUID, StudyState> kept = new Kept<>(KEPT, state -> 1);

    public StudyStates(StudyScope scope) {
        this.scope = scope;
    }

    /** As it was when last seen, or as it is; not founded if there is none. */
    public Future<StudyState> lately(UUID study) {
        StudyState last = kept.find(study);
        return last == null ? now(study) : Future.succeededFuture(last);
    }

    /** As it is now. */
    public Future<StudyState> now(UUID study) {
        return scope.within(
                study,
                StudyScope.Isolation.SNAPSHOT,
                connection -> Streams.list(connection, study).compose(streams -> within(connection, study, streams)));
    }

    /** As it is in a transaction that sees these streams. */
    Future<StudyState> within(SqlConnection connection, UUID study, Map<StreamRef, StreamInfo> streams) {
        long head = head(streams, StreamRef.STUDY);
        long draftsHead = head(streams, StreamRef.DRAFTS);
        if (head == 0) {
            return Future.succeededFuture(StudyState.none(study));
        }
        StudyState last = kept.find(study);
        if (last != null && last.head() == head && last.draftsHead() == draftsHead) {
            return Future.succeededFuture(last);
        }
        Future<Study> read = StudyTables.read(connection, study);
        Future<Codebook> codebook = CodebookTable.read(connection, study);
        return Future.all(read, codebook)
                .map(v -> new StudyState(read.result(), head, codebook.result(), draftsHead))
                .onSuccess(this::keep);
    }

    /** To be called with committed states only. */
    public void keep(StudyState state) {
        if (state.isFounded()) {
            kept.keep(state.study().id(), state);
        }
    }

    private static long head(Map<StreamRef, StreamInfo> streams, StreamRef ref) {
        @Nullable StreamInfo stream = streams.get(ref);
        return stream == null ? 0 : stream.head();
    }
}
