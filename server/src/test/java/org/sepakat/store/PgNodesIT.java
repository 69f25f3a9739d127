package org.sepakat.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sepakat.db.Database;
import org.sepakat.db.TestDatabase;
import org.sepakat.journey.Await;

/** Two servers on one database, as far as they tell each other things. */
final class PgNodesIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static Vertx vertx;
    private static Database database;
    private static Pool pool;

    @BeforeAll
    static void open() {
        vertx = Vertx.vertx();
        database = TestDatabase.fresh(vertx).await();
        pool = database.appPool(4);
    }

    @AfterAll
    static void close() {
        database.stop().await();
        vertx.close().await();
    }

    private static PgNodes join() {
        return PgNodes.join(vertx, pool, database.appSubscriber(), UUID.randomUUID())
                .await();
    }

    private static List<Integer> heardBy(Nodes node) {
        var heard = new CopyOnWriteArrayList<Integer>();
        node.listen(message -> heard.add(message.getInteger("n")));
        return heard;
    }

    private static JsonObject message(int n) {
        return new JsonObject().put("n", n);
    }

    @Test
    @DisplayName("What one tells, it hears at once and the other soon; each hears it once")
    void bothHear() {
        PgNodes one = join();
        PgNodes other = join();
        List<Integer> byOne = heardBy(one);
        List<Integer> byOther = heardBy(other);
        one.tell("a", message(1));
        assertEquals(List.of(1), byOne);
        Await.until(SOON, "the other hears", () -> byOther.contains(1));
        other.tell("a", message(2));
        Await.until(SOON, "the one hears", () -> byOne.contains(2));
        assertEquals(List.of(1, 2), byOne);
        assertEquals(List.of(1, 2), byOther);
        one.close().await();
        other.close().await();
    }

    @Test
    @DisplayName(
            "Of ten thousand messages of one key the last arrives, in few notifications; of as many keys all arrive")
    void gathers() {
        PgNodes one = join();
        PgNodes other = join();
        List<Integer> heard = heardBy(other);
        IntStream.range(0, 10_000).forEach(n -> one.tell("same", message(n)));
        Await.until(SOON, "the last", () -> heard.contains(9_999));
        assertTrue(heard.size() < 5_000, () -> "gathered into " + heard.size());
        heard.clear();
        IntStream.range(0, 10_000).forEach(n -> one.tell("key " + n, message(n)));
        Await.until(SOON, "all", () -> heard.size() == 10_000);
        assertEquals(
                IntStream.range(0, 10_000).boxed().toList(),
                heard.stream().sorted().toList());
        one.close().await();
        other.close().await();
    }

    @Test
    @DisplayName("[F10] One whose line is cut listens anew")
    void listensAnew() {
        PgNodes one = join();
        PgNodes other = join();
        List<Integer> heard = heardBy(other);
        pool.query("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where application_name = 'sepakat listens' and datname = current_database()")
                .execute()
                .await();
        int[] n = new int[1];
        Await.until(SOON, "the other hears again", () -> {
            one.tell("a", message(n[0]++));
            return !heard.isEmpty();
        });
        one.close().await();
        other.close().await();
    }
}
