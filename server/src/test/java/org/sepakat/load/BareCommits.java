package org.sepakat.load;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.sepakat.Percentiles;
import org.sepakat.faults.Rig;
import org.sepakat.store.StudyScope;

/**
 * What PostgreSQL alone takes: the rows that acts leave behind (the stream's head, the op, the coding), written by the same driver on the same database, without
 * rules, sockets or answers.
 */
final class BareCommits {

    private static final String STUDY = "insert into study (study_id, name) values ($1, 'Bare') on conflict do nothing";
    private static final String STREAM = "insert into stream (study_id, stream_id, kind) values ($1, $2, 'meeting')";
    private static final String ROWS = """
        with moved as (
          update stream set head = head + $3 where study_id = $1 and stream_id = $2 returning head),
        made as (
          select * from unnest($4::uuid[], $5::uuid[], $6::text[]) with ordinality as row(op_id, coding_id, body, place)),
        recorded as (
          insert into op (study_id, stream_id, seq, actor, op_id, payload_sha256, kind, body, at)
          select $1, $2, head - $3 + place, $2, op_id, $7, 'coding.apply', body::jsonb, now() from moved, made)
        insert into coding (study_id, round_id, coder, coding_id, transcript_id, version, theme_id, span_start, span_end)
        select $1, $2, $2, coding_id, $2, 1, $2, place, place + 5 from made\
        """;

    private final Rig rig;
    private final UUID round;
    /** One that no server looks at. */
    private final UUID study = UUID.randomUUID();

    private final Numbers numbers = Numbers.fresh();
    private final AtomicInteger made = new AtomicInteger();

    BareCommits(Rig rig, UUID round) {
        this.rig = rig;
        this.round = round;
    }

    /** The most rows a second into one stream, of several sizes of transaction and numbers of connections. */
    double mostPerSecond(double seconds) {
        double most = 0;
        for (int connections : new int[] {1, 4}) {
            for (int rows : new int[] {50, 500}) {
                most = Math.max(most, perSecond(connections, rows, seconds));
            }
        }
        return most;
    }

    private double perSecond(int connections, int rows, double seconds) {
        Pool pool = rig.database.appPool(connections);
        var scope = new StudyScope(pool);
        UUID stream = newStream(scope);
        String[] bodies = bodies(rows);
        var done = new AtomicLong();
        long start = System.nanoTime();
        long end = start + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
        List<Future<Void>> lanes = IntStream.range(0, connections)
                .mapToObj(lane -> commitUntil(end, scope, stream, bodies, done))
                .toList();
        Rig.await(Future.all(new ArrayList<>(lanes)));
        Rig.await(pool.close());
        return done.get() / ((System.nanoTime() - start) / 1e9);
    }

    private Future<Void> commitUntil(long end, StudyScope scope, UUID stream, String[] bodies, AtomicLong done) {
        return System.nanoTime() > end
                ? Future.succeededFuture()
                : commit(scope, stream, bodies).compose(v -> {
                    done.addAndGet(bodies.length);
                    return commitUntil(end, scope, stream, bodies, done);
                });
    }

    /** How long one row alone takes to be durable, one after the other. */
    Percentiles oneByOne(int commits) {
        Pool pool = rig.database.appPool(1);
        var scope = new StudyScope(pool);
        UUID stream = newStream(scope);
        String[] body = bodies(1);
        var nanos = new long[commits];
        for (int i = 0; i < commits; i++) {
            long start = System.nanoTime();
            Rig.await(commit(scope, stream, body));
            nanos[i] = System.nanoTime() - start;
        }
        Rig.await(pool.close());
        return Percentiles.ofNanos(nanos);
    }

    private String[] bodies(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(n -> rig.coding(round, n).getJsonObject("body").encode())
                .toArray(String[]::new);
    }

    private UUID newStream(StudyScope scope) {
        UUID stream = UUID.randomUUID();
        Rig.await(scope.within(
                study,
                StudyScope.Isolation.READ_COMMITTED,
                connection -> connection
                        .preparedQuery(STUDY)
                        .execute(Tuple.of(study))
                        .compose(made -> connection.preparedQuery(STREAM).execute(Tuple.of(study, stream)))));
        return stream;
    }

    private Future<Void> commit(StudyScope scope, UUID stream, String[] bodies) {
        return scope.within(
                study,
                StudyScope.Isolation.READ_COMMITTED,
                connection -> write(connection, stream, bodies).mapEmpty());
    }

    private Future<?> write(SqlConnection connection, UUID stream, String[] bodies) {
        int first = made.getAndAdd(bodies.length);
        UUID[] ids = IntStream.range(first, first + bodies.length)
                .mapToObj(numbers::id)
                .toArray(UUID[]::new);
        return connection.preparedQuery(ROWS).execute(Tuple.from(new Object[] {
            study, stream, (long) bodies.length, ids, ids, bodies, Buffer.buffer(new byte[32])
        }));
    }
}
