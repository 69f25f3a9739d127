package org.sepakat.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Many things in one statement: an array for each column. */
final class Columns {

    private Columns() {}

    /** Sends nothing where there is nothing to send. */
    static <T> Future<?> send(SqlConnection connection, String sql, List<T> things, Function<List<T>, Tuple> values) {
        return things.isEmpty()
                ? Future.succeededFuture()
                : connection.preparedQuery(sql).execute(values.apply(things));
    }

    static <T> UUID[] ids(Collection<T> things, Function<T, UUID> id) {
        return things.stream().map(id).toArray(UUID[]::new);
    }

    static <T> Integer[] numbers(Collection<T> things, Function<T, Integer> number) {
        return things.stream().map(number).toArray(Integer[]::new);
    }

    static <T> String[] texts(Collection<T> things, Function<T, String> text) {
        return things.stream().map(text).toArray(String[]::new);
    }
}
