package org.sepakat.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.SqlConnection;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The database on a PostgreSQL that somebody else runs. Its owner is named by a URL; the application's role is made, or named by another. */
record ExternalDatabase(
        Vertx vertx, PgConnectOptions owner, @Nullable PgConnectOptions namedApp) {
    private static final String OWNER_SETTING = "SEPAKAT_DATABASE_URL";
    private static final String APP_SETTING = "SEPAKAT_DATABASE_APP_URL";
    private static final int OLDEST_VERSION = 15;
    private static final Set<String> WRONG_LOGIN = Set.of("28P01", "28000");
    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String MAY_NOT = "42501";

    /** Reads the URLs, and the certificates that they name. Blocking. */
    static ExternalDatabase of(Vertx vertx, String url, @Nullable String appUrl) {
        return new ExternalDatabase(
                vertx,
                DatabaseUrl.parse(OWNER_SETTING, url),
                appUrl == null ? null : DatabaseUrl.parse(APP_SETTING, appUrl));
    }

    Future<Database> start() {
        return with(owner, OWNER_SETTING, ExternalDatabase::requireVersion)
                .compose(v -> namedApp == null ? derivedApp() : requireApp(namedApp))
                .compose(app -> Database.checked(vertx, owner, app, describe(), Lifetime.NOT_OURS));
    }

    private String describe() {
        return "PostgreSQL at " + owner.getHost() + ":" + owner.getPort() + "/" + owner.getDatabase() + ", TLS "
                + owner.getSslMode().value;
    }

    private static Future<Void> requireVersion(SqlConnection connection) {
        int major = connection.databaseMetadata().majorVersion();
        return major >= OLDEST_VERSION
                ? Future.succeededFuture()
                : Future.failedFuture(new DatabaseException(
                        "The server runs PostgreSQL " + major + "; Sepakat needs " + OLDEST_VERSION + " or newer."));
    }

    private Future<PgConnectOptions> requireApp(PgConnectOptions app) {
        if (!app.getUser().equals(Roles.APP)) {
            throw new DatabaseException(
                    APP_SETTING + " must name the user " + Roles.APP + ", not " + app.getUser() + ".");
        }
        return with(app, APP_SETTING, connection -> Future.succeededFuture(app));
    }

    /** Makes the application's role with a password that follows from the owner's, so that all nodes know it without telling each other. */
    private Future<PgConnectOptions> derivedApp() {
        String password = derive(owner.getPassword());
        PgConnectOptions app = new PgConnectOptions(owner).setUser(Roles.APP).setPassword(password);
        return PgConnection.connect(vertx, app)
                .compose(SqlConnection::close)
                .recover(failure -> isWrongLogin(failure) ? createApp(password) : Future.failedFuture(failure))
                .map(app);
    }

    private Future<Void> createApp(String password) {
        return with(
                        owner,
                        OWNER_SETTING,
                        connection -> Turns.take(
                                connection,
                                inTurn -> Roles.ensureLogin(inTurn, Roles.APP, password)
                                        .compose(v -> Roles.limitApp(inTurn))))
                .recover(failure -> Future.failedFuture(
                        sqlState(failure).equals(MAY_NOT)
                                ? new DatabaseException(
                                        "The user " + owner.getUser() + " may not create or change the role "
                                                + Roles.APP
                                                + ". Give it CREATEROLE, or create that role yourself and name it in "
                                                + APP_SETTING + ".",
                                        failure)
                                : failure));
    }

    static String derive(String ownerPassword) {
        try {
            byte[] key = ownerPassword.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(ScramVerifier.hmac(key, "sepakat application role, version 1"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    private <T> Future<T> with(PgConnectOptions role, String setting, Function<SqlConnection, Future<T>> work) {
        return PgConnection.connect(vertx, role)
                .recover(failure -> Future.failedFuture(explain(role, setting, failure)))
                .compose(connection -> work.apply(connection).eventually(connection::close));
    }

    private static DatabaseException explain(PgConnectOptions role, String setting, Throwable failure) {
        String server =
                "The PostgreSQL at " + role.getHost() + ":" + role.getPort() + ", which " + setting + " names, ";
        return new DatabaseException(server + complaint(role, failure), failure);
    }

    private static String complaint(PgConnectOptions role, Throwable failure) {
        if (isWrongLogin(failure)) {
            return "does not let the user " + role.getUser()
                    + " in: the password is wrong, or its pg_hba.conf forbids it.";
        }
        if (sqlState(failure).equals(NO_SUCH_DATABASE)) {
            return "has no database " + role.getDatabase() + ". Create it first.";
        }
        if (failure instanceof ConnectException || failure instanceof UnknownHostException) {
            return "does not answer. Is it running, and is the address right?";
        }
        return "cannot be used: " + failure.getMessage();
    }

    private static boolean isWrongLogin(Throwable failure) {
        return WRONG_LOGIN.contains(sqlState(failure));
    }

    private static String sqlState(Throwable failure) {
        return failure instanceof PgException refusal ? String.valueOf(refusal.getSqlState()) : "";
    }
}
