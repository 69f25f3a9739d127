package org.sepakat.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.function.Function;

/** Lets nodes that prepare the same database at once take turns: a transaction that first takes an advisory lock. */
final class Turns {
    /** Any constant will do, as long as every Sepakat takes the same. */
    private static final long LOCK = 0x53_45_50_41_4b_41_54L;

    private Turns() {}

    static <T> Future<T> take(SqlConnection connection, Function<SqlConnection, Future<T>> work) {
        return connection
                .begin()
                .compose(transaction -> connection
                        .preparedQuery("select pg_advisory_xact_lock($1)")
                        .execute(Tuple.of(LOCK))
                        .compose(v -> work.apply(connection))
                        .compose(
                                result -> transaction.commit().map(result),
                                failure -> transaction.rollback().transform(v -> Future.failedFuture(failure))));
    }
}
