package org.sepakat.store;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Opens transactions in which only the named studies exist (row-level security). The statements of the work follow the opening ones without waiting for
 * their answers, and nothing of a transaction outlives it on its connection. Any thread.
 */
public final class StudyScope {

    /** What a transaction sees of others. */
    public enum Isolation {
        /**
         * For writing: each statement sees what was committed before it, so what is read after a lock is what the lock protects. Without sorting, a search in the
         * order of an index is a search in that index, also in a table of which PostgreSQL does not know yet that it grows.
         */
        READ_COMMITTED(
                "begin isolation level read committed; set local enable_seqscan = off; set local enable_sort = off"),
        /** For reading: one moment. */
        SNAPSHOT("begin isolation level repeatable read, read only");

        private final String begin;

        Isolation(String begin) {
            this.begin = begin;
        }
    }

    /** COMMIT was sent and its answer never came. */
    public static final class OutcomeUnknown extends RuntimeException {
        private static final long serialVersionUID = 1;

        OutcomeUnknown(Throwable cause) {
            super("the connection was lost during COMMIT", cause);
        }
    }

    private static final String REACH = "select set_config('sepakat.studies', $1, true)";

    private final Pool pool;

    public StudyScope(Pool pool) {
        this.pool = pool;
    }

    /** Commits if the work succeeds, which must await every statement it sends; rolls back if it fails. */
    public <T> Future<T> within(UUID study, Isolation isolation, Function<SqlConnection, Future<T>> work) {
        return within(Set.of(study), isolation, work);
    }

    public <T> Future<T> within(
            Collection<UUID> studies, Isolation isolation, Function<SqlConnection, Future<T>> work) {
        String reach = studies.stream().map(UUID::toString).collect(Collectors.joining(","));
        return pool.getConnection()
                .compose(connection -> run(connection, isolation, reach, work).eventually(connection::close));
    }

    private static <T> Future<T> run(
            SqlConnection connection, Isolation isolation, String reach, Function<SqlConnection, Future<T>> work) {
        Future<?> opened = Future.join(
                connection.query(isolation.begin).execute(),
                connection.preparedQuery(REACH).execute(Tuple.of(reach)));
        Future<T> done = Future.succeededFuture(connection).compose(work);
        return opened.compose(v -> done)
                .compose(
                        result -> connection
                                .query("commit")
                                .execute()
                                .transform(committed -> committed.succeeded() ? succeeded(result) : lost(committed)),
                        failure -> connection
                                .query("rollback")
                                .execute()
                                .transform(rolledBack -> Future.failedFuture(failure)));
    }

    private static <T> Future<T> succeeded(T result) {
        return Future.succeededFuture(result);
    }

    private static <T> Future<T> lost(AsyncResult<?> committed) {
        Throwable cause = committed.cause();
        return Future.failedFuture(DatabaseFault.of(cause) == DatabaseFault.AWAY ? new OutcomeUnknown(cause) : cause);
    }
}
