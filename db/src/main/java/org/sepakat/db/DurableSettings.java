package org.sepakat.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.stream.StreamSupport;

/** The three settings without which an acknowledged act can be lost or torn by a crash. Asked of the server itself, in the session's own role. */
final class DurableSettings {
    private static final String QUERY = """
            select name, setting, source, coalesce(sourcefile, '') as file
            from pg_settings
            where name in ('fsync', 'synchronous_commit', 'full_page_writes') and setting = 'off'
            order by name
            """;

    private DurableSettings() {}

    static Future<Void> require(SqlConnection connection) {
        return connection.query(QUERY).execute().map(rows -> {
            List<String> faults = StreamSupport.stream(rows.spliterator(), false)
                    .map(DurableSettings::fault)
                    .toList();
            if (!faults.isEmpty()) {
                throw new DatabaseException("This PostgreSQL would lose what it has acknowledged: "
                        + String.join(", ", faults) + ". Turn it on there; Sepakat does not start without.");
            }
            return null;
        });
    }

    private static String fault(Row row) {
        String file = row.getString("file");
        return row.getString("name") + " is off (set by " + (file.isEmpty() ? row.getString("source") : file) + ")";
    }
}
