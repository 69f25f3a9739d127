package org.sepakat.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Brings a database forward, step by step, each in one transaction of its own. An advisory lock inside that transaction makes nodes that start
 * at once take turns; a step cut off half-way has never happened. There is no way back.
 */
final class Migrations {
    private static final String CREATE_TABLE = """
            create table schema_version (
              version integer primary key,
              name text not null,
              checksum text not null,
              applied_at timestamptz not null default now()
            );
            revoke insert, update, delete on schema_version from %s
            """.formatted(Roles.APP);

    private final List<Migration> steps;

    Migrations(List<Migration> steps) {
        this.steps = List.copyOf(steps);
    }

    /** Applies what is missing. Answers the newest version; refuses a database that is newer than this program or has another past. */
    Future<Integer> applyTo(Pool owner) {
        Future<Void> done = owner.withConnection(connection -> Turns.take(connection, this::prepare));
        for (Migration step : steps) {
            done = done.compose(v ->
                    owner.withConnection(connection -> Turns.take(connection, inTurn -> applyOnce(inTurn, step))));
        }
        return done.map(v -> steps.size());
    }

    private Future<Void> prepare(SqlConnection connection) {
        return connection
                .query("select to_regclass('public.schema_version')")
                .execute()
                .compose(rows -> rows.iterator().next().getValue(0) != null
                        ? Future.succeededFuture()
                        : connection.query(CREATE_TABLE).execute())
                .compose(v -> connection
                        .query("select version, name, checksum from schema_version")
                        .execute())
                .map(rows -> {
                    StreamSupport.stream(rows.spliterator(), false).forEach(this::requireKnown);
                    return null;
                });
    }

    private void requireKnown(Row row) {
        int version = row.getInteger("version");
        if (version > steps.size()) {
            throw new DatabaseException(
                    "The database was brought to version " + version + " by a newer Sepakat; this one "
                            + "knows versions up to " + steps.size() + ". Start the newer one.");
        }
        if (!steps.get(version - 1).checksum().equals(row.getString("checksum"))) {
            throw new DatabaseException(
                    "Step " + version + " (" + row.getString("name") + ") of the database differs from the "
                            + "one in this program. It was made by a changed build; start that one.");
        }
    }

    private Future<Void> applyOnce(SqlConnection connection, Migration step) {
        return connection
                .preparedQuery("select 1 from schema_version where version = $1")
                .execute(Tuple.of(step.version()))
                .compose(rows -> rows.size() > 0 ? Future.succeededFuture() : apply(connection, step));
    }

    private static Future<Void> apply(SqlConnection connection, Migration step) {
        return connection
                .query(step.sql())
                .execute()
                .compose(v -> connection
                        .preparedQuery("insert into schema_version (version, name, checksum) values ($1, $2, $3)")
                        .execute(Tuple.of(step.version(), step.name(), step.checksum())))
                .mapEmpty();
    }
}
