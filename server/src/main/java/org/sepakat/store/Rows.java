package org.sepakat.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Rows as a list of values. */
final class Rows {

    private Rows() {}

    static <T> Future<List<T>> read(SqlConnection connection, String sql, Tuple values, Function<Row, T> each) {
        return connection
                .preparedQuery(sql)
                .execute(values)
                .map(rows -> stream(rows).map(each).toList());
    }

    static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
