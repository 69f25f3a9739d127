package org.sepakat.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.pubsub.PgSubscriber;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A running PostgreSQL that keeps what it has acknowledged, seen through two roles: the owner migrates, the application reads and writes rows.
 * May be used from any thread; nothing here blocks.
 */
public final class Database {
    private static final String MIGRATIONS = "migrations";
    private static final int STATEMENTS_IN_FLIGHT = 64;
    private static final int SECONDS_TO_WAIT_FOR_A_CONNECTION = 5;

    private final Vertx vertx;
    private final PgConnectOptions owner;
    private final PgConnectOptions app;
    private final String description;
    private final Lifetime lifetime;
    private final List<Pool> pools = new CopyOnWriteArrayList<>();

    private Database(Vertx vertx, PgConnectOptions owner, PgConnectOptions app, String description, Lifetime lifetime) {
        this.vertx = vertx;
        this.owner = owner;
        this.app = app;
        this.description = description;
        this.lifetime = lifetime;
    }

    /** Starts or reaches the database. Fails with a {@link DatabaseException} that says what to do. */
    public static Future<Database> start(Vertx vertx, DatabaseSettings settings) {
        String url = settings.url();
        return url == null
                ? EmbeddedDatabase.start(vertx, settings)
                : vertx.executeBlocking(() -> ExternalDatabase.of(vertx, url, settings.appUrl()))
                        .compose(ExternalDatabase::start);
    }

    /** Like {@link #start}; where another Sepakat is running on the folder, its database is used along with it, and left running. */
    public static Future<Database> startOrJoin(Vertx vertx, DatabaseSettings settings) {
        return start(vertx, settings)
                .recover(failure -> failure instanceof FolderInUse
                        ? EmbeddedDatabase.join(vertx, settings)
                        : Future.failedFuture(failure));
    }

    /** Lets both roles in, grants the application the rows of whatever the owner will create, and refuses settings that lose acts. */
    static Future<Database> checked(
            Vertx vertx, PgConnectOptions owner, PgConnectOptions app, String description, Lifetime lifetime) {
        Database database = new Database(vertx, owner, app, description, lifetime);
        return with(
                        vertx,
                        owner,
                        connection -> DurableSettings.require(connection)
                                .compose(v -> Turns.take(connection, Roles::grantRows)))
                .compose(v -> with(
                        vertx,
                        app,
                        connection ->
                                DurableSettings.require(connection).compose(none -> Roles.requireHarmless(connection))))
                .map(database);
    }

    private static Future<Void> with(Vertx vertx, PgConnectOptions role, Function<SqlConnection, Future<Void>> work) {
        return PgConnection.connect(vertx, role)
                .compose(connection -> work.apply(connection).eventually(connection::close));
    }

    /** Connections that may read and write rows, and no more. */
    public Pool appPool(int size) {
        return pool(app, "sepakat", size);
    }

    /** One connection that only listens, to what other processes on this database notify; it is the caller's to open and to close. */
    public PgSubscriber appSubscriber() {
        return PgSubscriber.subscriber(
                vertx, new PgConnectOptions(app).addProperty("application_name", "sepakat listens"));
    }

    /** Whether other servers may work on the same database: it is not embedded in this one. */
    public boolean isShared() {
        return lifetime == Lifetime.NOT_OURS;
    }

    /** Connections of the owner of all tables: for migrations only. */
    public Pool ownerPool(int size) {
        return pool(owner, "sepakat owner", size);
    }

    /** Brings the tables to what this program needs, and answers the version reached. */
    public Future<Integer> migrate() {
        return migrate(MIGRATIONS);
    }

    Future<Integer> migrate(String folder) {
        return vertx.executeBlocking(() -> new Migrations(Migration.in(folder))).compose(migrations -> {
            Pool pool = ownerPool(1);
            return migrations.applyTo(pool).eventually(() -> close(pool));
        });
    }

    /** Closes the pools; an embedded PostgreSQL writes what it has in memory and stops. */
    public Future<Void> stop() {
        return Future.join(pools.stream().map(this::close).toList())
                .<Void>mapEmpty()
                .eventually(lifetime::end);
    }

    /**
     * For a process that has work to finish on SIGTERM: an embedded PostgreSQL no longer stops as soon as the JVM exits, but when
     * {@link #stop()} is called, which the caller promises to do.
     */
    public void leaveExitToCaller() {
        lifetime.leaveExitToCaller();
    }

    /** One line for the console. */
    public String describe() {
        return description;
    }

    PgConnectOptions ownerOptions() {
        return new PgConnectOptions(owner);
    }

    PgConnectOptions appOptions() {
        return new PgConnectOptions(app);
    }

    private Pool pool(PgConnectOptions role, String name, int size) {
        PgConnectOptions options = new PgConnectOptions(role)
                .setCachePreparedStatements(true)
                .setPipeliningLimit(STATEMENTS_IN_FLIGHT)
                .addProperty("application_name", name);
        PoolOptions limits = new PoolOptions()
                .setMaxSize(size)
                .setConnectionTimeout(SECONDS_TO_WAIT_FOR_A_CONNECTION)
                .setConnectionTimeoutUnit(TimeUnit.SECONDS);
        Pool pool =
                PgBuilder.pool().connectingTo(options).with(limits).using(vertx).build();
        pools.add(pool);
        return pool;
    }

    private Future<Void> close(Pool pool) {
        pools.remove(pool);
        return pool.close();
    }
}
