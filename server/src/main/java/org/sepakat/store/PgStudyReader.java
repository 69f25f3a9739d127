package org.sepakat.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.sepakat.consensus.Settled;
import org.sepakat.study.StreamRef;
import org.sepakat.study.Work;
import org.sepakat.text.TranscriptText;

/** Reads from PostgreSQL, each answer in one transaction that sees one moment. Any thread; answers on the caller's context. */
public final class PgStudyReader implements StudyReader {

    private final StudyScope scope;
    private final StudyStates states;
    private final Texts texts;

    public PgStudyReader(StudyScope scope, StudyStates states, Texts texts) {
        this.scope = scope;
        this.states = states;
        this.texts = texts;
    }

    @Override
    public Future<Optional<Overview>> overview(UUID study) {
        return scope.within(
                study,
                StudyScope.Isolation.SNAPSHOT,
                connection -> Streams.list(connection, study)
                        .compose(streams ->
                                states.within(connection, study, streams).map(state -> overview(state, streams))));
    }

    private static Optional<Overview> overview(StudyState state, Map<StreamRef, StreamInfo> streams) {
        return state.isFounded()
                ? Optional.of(new Overview(state.study(), List.copyOf(streams.values())))
                : Optional.empty();
    }

    @Override
    public Future<Snapshot> snapshot(UUID study, UUID stream) {
        return scope.within(
                study,
                StudyScope.Isolation.SNAPSHOT,
                connection -> Streams.get(connection, study, stream)
                        .compose(info -> data(connection, study, info).map(data -> new Snapshot(info, data))));
    }

    private static Future<JsonObject> data(SqlConnection connection, UUID study, StreamInfo stream) {
        return switch (stream.ref().kind()) {
            case STUDY -> StudyTables.read(connection, study).map(SnapshotJson::of);
            case DRAFTS -> CodebookTable.read(connection, study).map(SnapshotJson::of);
            case ROUND -> roundData(connection, study, stream);
            case PRIVATE -> WorkTables.readWhole(connection, study, stream).map(SnapshotJson::of);
        };
    }

    private static Future<JsonObject> roundData(SqlConnection connection, UUID study, StreamInfo stream) {
        Future<Map<Coder, Work>> work = WorkTables.readWhole(connection, study, stream);
        Future<Settled> settled = ConsensusTables.read(
                connection, study, Objects.requireNonNull(stream.ref().round()));
        return Future.all(work, settled).map(v -> SnapshotJson.of(work.result(), settled.result()));
    }

    @Override
    public Future<Optional<TranscriptText>> text(UUID study, UUID transcript, int version) {
        return texts.find(study, transcript, version);
    }
}
