package org.sepakat.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.SqlConnection;
import java.util.function.Function;

/**
 * The database on a PostgreSQL of our own. The superuser makes the two roles and the database, and is used for nothing else.
 */
record EmbeddedDatabase(Vertx vertx, EmbeddedPostgres postgres, Passwords passwords) implements Lifetime {
    private static final String NAME = "sepakat";

    static Future<Database> start(Vertx vertx, DatabaseSettings settings) {
        boolean unixSocket = !settings.forceTcp()
                && vertx.isNativeTransportEnabled()
                && System.getProperty("os.name").equals("Linux");
        return vertx.executeBlocking(() -> EmbeddedPostgres.start(settings.stateFolder(), unixSocket))
                .compose(postgres -> on(vertx, postgres)
                        .compose(EmbeddedDatabase::open)
                        .recover(failure -> stop(vertx, postgres).transform(v -> Future.failedFuture(failure))));
    }

    /** The database that a running Sepakat keeps on the folder: it goes on without us. */
    static Future<Database> join(Vertx vertx, DatabaseSettings settings) {
        return vertx.executeBlocking(() -> {
                    StateFolder state = StateFolder.ofAnother(settings.stateFolder());
                    Endpoint endpoint = Endpoint.ofRunning(state)
                            .orElseThrow(() -> new DatabaseException("The Sepakat on the folder " + state.root()
                                    + " is just starting or stopping: try again in a moment."));
                    return new Joined(endpoint, Passwords.of(state));
                })
                .compose(joined ->
                        joined.database(vertx, "the database of the running Sepakat at " + joined.endpoint()));
    }

    private record Joined(Endpoint endpoint, Passwords passwords) {
        Future<Database> database(Vertx vertx, String description) {
            PgConnectOptions owner = endpoint.connect(Roles.OWNER, passwords.owner(), NAME);
            PgConnectOptions app = endpoint.connect(Roles.APP, passwords.app(), NAME);
            return Database.checked(vertx, owner, app, description, Future::succeededFuture);
        }
    }

    static Future<EmbeddedDatabase> on(Vertx vertx, EmbeddedPostgres postgres) {
        return vertx.executeBlocking(() -> Passwords.of(postgres.cluster().state()))
                .map(passwords -> new EmbeddedDatabase(vertx, postgres, passwords));
    }

    private Future<Database> open() {
        Cluster cluster = postgres.cluster();
        String description = "PostgreSQL " + cluster.commands().binaries().version() + " in "
                + cluster.state().root() + ", listening on " + cluster.endpoint();
        return asSuperuser(superuser ->
                        prepareRoles(superuser).compose(v -> Roles.ensureDatabase(superuser, NAME, "template1")))
                .compose(v -> database(NAME, description, this));
    }

    Future<Void> prepareRoles(SqlConnection superuser) {
        return DurableSettings.require(superuser)
                .compose(v -> Roles.closeOtherDatabases(superuser))
                .compose(v -> Roles.ensureLogin(superuser, Roles.OWNER, passwords.owner()))
                .compose(v -> Roles.ensureLogin(superuser, Roles.APP, passwords.app()))
                .compose(v -> Roles.limitApp(superuser));
    }

    Future<Database> database(String name, String description, Lifetime lifetime) {
        Endpoint endpoint = postgres.cluster().endpoint();
        PgConnectOptions owner = endpoint.connect(Roles.OWNER, passwords.owner(), name);
        PgConnectOptions app = endpoint.connect(Roles.APP, passwords.app(), name);
        return Database.checked(vertx, owner, app, description, lifetime);
    }

    <T> Future<T> asSuperuser(Function<SqlConnection, Future<T>> work) {
        PgConnectOptions options =
                postgres.cluster().endpoint().connect(Cluster.SUPERUSER, passwords.superuser(), Cluster.SUPERUSER);
        return PgConnection.connect(vertx, options)
                .compose(connection -> work.apply(connection).eventually(connection::close));
    }

    @Override
    public Future<Void> end() {
        return stop(vertx, postgres);
    }

    @Override
    public void leaveExitToCaller() {
        postgres.leaveExitToCaller();
    }

    private static Future<Void> stop(Vertx vertx, EmbeddedPostgres postgres) {
        return vertx.executeBlocking(() -> {
            postgres.stop();
            return null;
        });
    }
}
