package org.sepakat.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who has looked at the progress or figures of a blind round before its reveal: rows of {@code look}. */
public final class Looks {

    private static final String READ = "select distinct round_id, member_id from look where study_id = $1";

    /** What makes somebody a coder is recorded under the lock that this waits for, and waits for this one. */
    private static final String KEEP_ASSIGNMENTS =
            "select head from stream where study_id = $1 and kind = 'study' for share";

    private static final String RECORD = """
            insert into look (study_id, round_id, member_id, thing, looked_at)
            select $1, $2, $3, $4, $5 where not exists
              (select from assignment where study_id = $1 and round_id = $2 and member_id = $3)
            on conflict (study_id, round_id, member_id, thing, looked_at) do update set thing = excluded.thing""";

    private Looks() {}

    /** Records a look before it is given; false if the member codes in the round, who may have none. */
    public static Future<Boolean> record(
            SqlConnection connection, UUID study, UUID round, UUID member, String thing, Instant at) {
        return Future.join(
                        connection.preparedQuery(KEEP_ASSIGNMENTS).execute(Tuple.of(study)),
                        connection
                                .preparedQuery(RECORD)
                                .execute(Tuple.of(study, round, member, thing, at.atOffset(ZoneOffset.UTC))))
                .map(done -> done.<RowSet<Row>>resultAt(1).rowCount() > 0);
    }

    /** The members who have looked, per round. */
    public static Future<Map<UUID, Set<UUID>>> read(SqlConnection connection, UUID study) {
        return connection.preparedQuery(READ).execute(Tuple.of(study)).map(rows -> {
            var looked = new HashMap<UUID, Set<UUID>>();
            rows.forEach(row -> looked.computeIfAbsent(row.getUUID("round_id"), round -> new HashSet<>())
                    .add(row.getUUID("member_id")));
            return looked;
        });
    }
}
