package org.sepakat.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.sepakat.study.StreamKind;
import org.sepakat.study.StreamRef;
import org.sepakat.study.Word;

/** The rows of {@code stream}: each stream's head and whether it is frozen. Who appends holds the row's lock until COMMIT. */
public final class Streams {

    private static final String COLUMNS = "select stream_id, kind, round_id, member_id, head, frozen from stream";
    private static final String LIST = COLUMNS + " where study_id = $1";
    private static final String FIND = COLUMNS + " where study_id = $1 and stream_id = $2";
    /** In the order of ids, whatever is asked for, so that two transactions never wait for each other. */
    private static final String LOCK = COLUMNS + """
             where study_id = $1 and (kind = any($2::text[]) or round_id = any($3::uuid[])
              or (round_id, coalesce(member_id, round_id)) in (select * from unnest($4::uuid[], $5::uuid[])))
            order by stream_id for update""";

    private static final String HEADS = """
            select coalesce(max(head) filter (where kind = 'study'), 0), coalesce(max(head) filter (where kind = 'drafts'), 0)
            from stream where study_id = $1 and kind in ('study', 'drafts')""";

    private static final String INSERT = """
            insert into stream (study_id, stream_id, kind, round_id, member_id, head, frozen)
            select $1, * from unnest($2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::bigint[], $7::boolean[])""";

    private static final String UPDATE = """
            update stream set head = now.head, frozen = now.frozen
            from unnest($2::uuid[], $3::bigint[], $4::boolean[]) as now(stream_id, head, frozen)
            where stream.study_id = $1 and stream.stream_id = now.stream_id""";

    /** How far the streams have got that make up a {@link StudyState}; 0 where there is no study. */
    public record StudyHeads(long study, long drafts) {}

    private Streams() {}

    public static Future<Map<StreamRef, StreamInfo>> list(SqlConnection connection, UUID study) {
        return connection.preparedQuery(LIST).execute(Tuple.of(study)).map(Streams::byRef);
    }

    static Future<StreamInfo> get(SqlConnection connection, UUID study, UUID stream) {
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.of(study, stream))
                .map(rows -> stream(rows.iterator().next()));
    }

    public static Future<StudyHeads> heads(SqlConnection connection, UUID study) {
        return connection.preparedQuery(HEADS).execute(Tuple.of(study)).map(rows -> {
            Row row = rows.iterator().next();
            return new StudyHeads(row.getLong(0), row.getLong(1));
        });
    }

    /** Locks those of the given streams that exist, and all streams of the given rounds, and reads them under the lock. */
    public static Future<Map<StreamRef, StreamInfo>> lock(
            SqlConnection connection, UUID study, Set<StreamRef> refs, Set<UUID> rounds) {
        var kinds = new ArrayList<String>();
        var ofRounds = new ArrayList<StreamRef>();
        for (StreamRef ref : refs) {
            if (ref.round() == null) {
                kinds.add(ref.kind().word());
            } else {
                ofRounds.add(ref);
            }
        }
        Tuple keys = Tuple.of(
                study,
                kinds.toArray(String[]::new),
                rounds.toArray(UUID[]::new),
                ofRounds.stream().map(StreamRef::round).toArray(UUID[]::new),
                ofRounds.stream()
                        .map(ref -> Objects.requireNonNullElse(ref.coder(), ref.round()))
                        .toArray(UUID[]::new));
        return connection.preparedQuery(LOCK).execute(keys).map(Streams::byRef);
    }

    /** Writes what has changed between two states of locked streams, and adds those that are new. */
    public static Future<Void> write(
            SqlConnection connection, UUID study, Map<StreamRef, StreamInfo> before, Map<StreamRef, StreamInfo> after) {
        var added = new ArrayList<StreamInfo>();
        var changed = new ArrayList<StreamInfo>();
        after.forEach((ref, stream) -> {
            StreamInfo was = before.get(ref);
            if (was == null) {
                added.add(stream);
            } else if (!was.equals(stream)) {
                changed.add(stream);
            }
        });
        return Future.join(insert(connection, study, added), update(connection, study, changed))
                .mapEmpty();
    }

    private static Future<?> insert(SqlConnection connection, UUID study, List<StreamInfo> streams) {
        if (streams.isEmpty()) {
            return Future.succeededFuture();
        }
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.of(
                        study,
                        ids(streams),
                        streams.stream().map(s -> s.ref().kind().word()).toArray(String[]::new),
                        streams.stream().map(s -> s.ref().round()).toArray(UUID[]::new),
                        streams.stream().map(s -> s.ref().coder()).toArray(UUID[]::new),
                        heads(streams),
                        frozen(streams)));
    }

    private static Future<?> update(SqlConnection connection, UUID study, List<StreamInfo> streams) {
        if (streams.isEmpty()) {
            return Future.succeededFuture();
        }
        return connection.preparedQuery(UPDATE).execute(Tuple.of(study, ids(streams), heads(streams), frozen(streams)));
    }

    private static UUID[] ids(Collection<StreamInfo> streams) {
        return streams.stream().map(StreamInfo::id).toArray(UUID[]::new);
    }

    private static Long[] heads(Collection<StreamInfo> streams) {
        return streams.stream().map(StreamInfo::head).toArray(Long[]::new);
    }

    private static Boolean[] frozen(Collection<StreamInfo> streams) {
        return streams.stream().map(StreamInfo::frozen).toArray(Boolean[]::new);
    }

    private static Map<StreamRef, StreamInfo> byRef(RowSet<Row> rows) {
        var streams = new HashMap<StreamRef, StreamInfo>();
        for (Row row : rows) {
            StreamInfo stream = stream(row);
            streams.put(stream.ref(), stream);
        }
        return streams;
    }

    private static StreamInfo stream(Row row) {
        var ref = new StreamRef(
                Word.parse(StreamKind.class, row.getString("kind")), row.getUUID("round_id"), row.getUUID("member_id"));
        return new StreamInfo(row.getUUID("stream_id"), ref, row.getLong("head"), row.getBoolean("frozen"));
    }
}
