package org.sepakat.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

/**
 * The two roles. The owner makes and changes the tables; the application reads and writes rows, and can neither create anything nor look at
 * passwords. Statements are chosen so that none raises a notice.
 */
final class Roles {
    static final String OWNER = "sepakat_owner";
    static final String APP = "sepakat_app";

    private static final String HARMLESS = " with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls";

    private static final String POWERS = """
            select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as mighty,
              has_schema_privilege('public', 'create')
                or has_database_privilege(current_database(), 'create') as creates
            from pg_roles where rolname = current_user
            """;

    private Roles() {}

    /** Makes a role or mends it: the password may have been lost with its file. */
    static Future<Void> ensureLogin(SqlConnection connection, String role, String password) {
        String verifier = " password '" + ScramVerifier.of(password) + "'";
        return exists(connection, "select 1 from pg_roles where rolname = $1", role)
                .compose(there -> run(
                        connection,
                        there
                                ? "alter role " + role + " login" + verifier
                                : "create role " + role + HARMLESS + verifier));
    }

    /** Refuses an application role that could undo the walls between studies. */
    static Future<Void> requireHarmless(SqlConnection app) {
        return app.query(POWERS).execute().map(rows -> {
            Row row = rows.iterator().next();
            if (row.getBoolean("mighty")) {
                throw new DatabaseException("The role " + APP
                        + " may do too much: it must have none of SUPERUSER, BYPASSRLS, " + "CREATEROLE and CREATEDB.");
            }
            if (row.getBoolean("creates")) {
                throw new DatabaseException("The role " + APP + " may create tables in this database. Take that away: "
                        + "revoke create on schema public from public, " + APP + ";");
            }
            return null;
        });
    }

    /** A session that hangs must not hold locks or a connection for ever; a long export sets its own limit. */
    static Future<Void> limitApp(SqlConnection connection) {
        return run(connection, "alter role " + APP + " set statement_timeout = '30s'")
                .compose(
                        v -> run(connection, "alter role " + APP + " set idle_in_transaction_session_timeout = '60s'"));
    }

    /** What the owner grants on everything it will ever create; a migration may take some of it back, table by table. */
    static Future<Void> grantRows(SqlConnection owner) {
        return run(
                        owner,
                        "alter default privileges in schema public grant select, insert, update, delete on tables to "
                                + APP)
                .compose(v -> run(
                        owner, "alter default privileges in schema public grant usage, select on sequences to " + APP));
    }

    /** A database that the owner owns and only the two roles may enter. */
    static Future<Void> ensureDatabase(SqlConnection superuser, String name, String template) {
        return exists(superuser, "select 1 from pg_database where datname = $1", name)
                .compose(there -> there
                        ? Future.succeededFuture()
                        : run(superuser, "create database " + name + " owner " + OWNER + " template " + template))
                .compose(v -> run(superuser, "revoke all on database " + name + " from public"))
                .compose(v -> run(superuser, "grant connect on database " + name + " to " + APP));
    }

    static Future<Void> closeOtherDatabases(SqlConnection superuser) {
        return run(superuser, "revoke all on database postgres, template1 from public");
    }

    private static Future<Boolean> exists(SqlConnection connection, String query, String name) {
        return connection.preparedQuery(query).execute(Tuple.of(name)).map(rows -> rows.size() > 0);
    }

    private static Future<Void> run(SqlConnection connection, String statement) {
        return connection.query(statement).execute().mapEmpty();
    }
}
