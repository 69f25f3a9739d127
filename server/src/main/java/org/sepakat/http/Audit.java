package org.sepakat.http;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened on the server that is not an op. No content, no name that somebody typed: it may have been a password. */
final class Audit {
    private final Clock clock;

    Audit(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param client the pool, or the transaction that the event belongs to
     */
    Future<Void> write(
            SqlClient client, String event, @Nullable UUID account, @Nullable UUID study, JsonObject detail) {
        return client.preparedQuery(
                        "insert into audit (at, account_id, study_id, event, detail) values ($1, $2, $3, $4, $5)")
                .execute(Tuple.of(clock.instant().atOffset(ZoneOffset.UTC), account, study, event, detail))
                .mapEmpty();
    }
}
