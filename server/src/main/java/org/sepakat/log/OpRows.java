package org.sepakat.log;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** The rows of {@code op}: appended, never changed. Bodies read back are written anew by {@link ActJson}, since the database keeps no order of fields. */
final class OpRows {

    private static final String INSERT = """
            insert into op (study_id, stream_id, seq, actor, op_id, payload_sha256, kind, body, at)
            select $1, stream_id, seq, actor, op_id, hash, kind, body::jsonb, $9
            from unnest($2::uuid[], $3::bigint[], $4::uuid[], $5::uuid[], $6::bytea[], $7::text[], $8::text[])
              as new(stream_id, seq, actor, op_id, hash, kind, body)""";

    /** The order names the index, as in WorkTables. */
    private static final String RECORDED = """
            select found.actor, found.op_id, stream_id, seq, payload_sha256
            from unnest($2::uuid[], $3::uuid[]) as sent(actor, op_id) cross join lateral
              (select * from op where study_id = $1 and actor = sent.actor and op_id between sent.op_id and sent.op_id
                order by op_id limit 1) found""";

    private static final String SINCE = """
            select seq, op_id, actor, kind, body, at, (select text from content
              where content.study_id = op.study_id and content.content_id = (op.body ->> 'content')::uuid) as words
            from op where study_id = $1 and stream_id = $2 and seq > $3 order by seq limit $4""";

    private static final int AT_ONCE = 2_000;

    /** Under which name an op is recorded once. */
    record Key(UUID actor, UUID opId) {}

    /** Where it is recorded, and what was sent under that name. */
    record Place(UUID stream, long seq, Buffer hash) {}

    /** A row to be. */
    record New(UUID stream, RecordedOp op, Buffer hash) {}

    private OpRows() {}

    static Future<Map<Key, Place>> find(SqlConnection connection, UUID study, List<Key> keys) {
        return connection
                .preparedQuery(RECORDED)
                .execute(Tuple.of(study, array(keys, Key::actor), array(keys, Key::opId)))
                .map(rows -> {
                    var recorded = new HashMap<Key, Place>();
                    for (Row row : rows) {
                        recorded.put(
                                new Key(row.getUUID("actor"), row.getUUID("op_id")),
                                new Place(
                                        row.getUUID("stream_id"), row.getLong("seq"), row.getBuffer("payload_sha256")));
                    }
                    return recorded;
                });
    }

    /** All of one moment; many go in several statements, so that neither end has to hold them all at once. */
    static Future<?> insert(SqlConnection connection, UUID study, List<New> ops) {
        Future<?> done = Future.succeededFuture();
        for (int from = 0; from < ops.size(); from += AT_ONCE) {
            List<New> some = ops.subList(from, Math.min(from + AT_ONCE, ops.size()));
            done = from == 0
                    ? insertSome(connection, study, some)
                    : done.compose(v -> insertSome(connection, study, some));
        }
        return done;
    }

    private static Future<?> insertSome(SqlConnection connection, UUID study, List<New> ops) {
        return connection.preparedQuery(INSERT).execute(Tuple.from(new Object[] {
            study,
            array(ops, New::stream),
            ops.stream().map(op -> op.op().seq()).toArray(Long[]::new),
            array(ops, op -> op.op().actor()),
            array(ops, op -> op.op().opId()),
            ops.stream().map(New::hash).toArray(Buffer[]::new),
            ops.stream().map(op -> op.op().kind()).toArray(String[]::new),
            ops.stream()
                    .map(op -> ActJson.forLog(op.op().kind(), op.op().body()).encode())
                    .toArray(String[]::new),
            ops.get(0).op().at().atOffset(ZoneOffset.UTC)
        }));
    }

    static Future<List<RecordedOp>> since(SqlConnection connection, UUID study, UUID stream, long after, int limit) {
        return connection
                .preparedQuery(SINCE)
                .execute(Tuple.of(study, stream, after, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(OpRows::op)
                        .toList());
    }

    private static RecordedOp op(Row row) {
        String kind = row.getString("kind");
        JsonObject body = ActJson.joined(kind, row.getJsonObject("body"), row.getString("words"));
        return new RecordedOp(
                row.getLong("seq"),
                row.getUUID("op_id"),
                row.getUUID("actor"),
                kind,
                body,
                row.getOffsetDateTime("at").toInstant());
    }

    private static <T> UUID[] array(List<T> things, Function<T, UUID> id) {
        return things.stream().map(id).toArray(UUID[]::new);
    }
}
