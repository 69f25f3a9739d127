package org.sepakat.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who has looked at the progress or figures of a blind round before its reveal: rows of {@code look}. */
public final class Looks {

    private static final String READ = "select distinct round_id, member_id from look where study_id = $1";

    private Looks() {}

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
