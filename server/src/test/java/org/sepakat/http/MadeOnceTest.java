package org.sepakat.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MadeOnceTest {
    private final Vertx vertx = Vertx.vertx();
    private final MadeOnce<String> answers = new MadeOnce<>(vertx);
    private final List<Promise<Encoded>> begun = new ArrayList<>();

    @AfterEach
    void stop() {
        vertx.close().await();
    }

    private Future<Encoded> make() {
        begun.add(Promise.promise());
        return begun.get(begun.size() - 1).future();
    }

    private static Encoded answer(String text) {
        return Encoded.of(new JsonObject().put("text", text));
    }

    @Test
    void who_asks_while_an_answer_is_made_waits_for_it_and_who_asks_later_finds_it() {
        Future<Encoded> first = answers.get("key", this::make);
        Future<Encoded> second = answers.get("key", this::make);
        Future<Encoded> other = answers.get("other key", this::make);
        assertEquals(2, begun.size());
        Encoded made = answer("one");
        begun.get(0).complete(made);
        assertSame(made, first.await());
        assertSame(made, second.await());
        assertSame(made, answers.get("key", this::make).await());
        assertEquals(2, begun.size());
        assertFalse(other.isComplete());
    }

    @Test
    void what_failed_is_made_anew() {
        Future<Encoded> failing = answers.get("key", this::make);
        begun.get(0).fail(new IllegalStateException("no database"));
        assertEquals(
                "no database",
                failing.transform(Future::succeededFuture).await().cause().getMessage());
        Future<Encoded> again = answers.get("key", this::make);
        begun.get(1).complete(answer("two"));
        assertEquals(answer("two"), again.await());
    }

    @Test
    void what_is_kept_has_an_end_and_the_least_lately_used_goes_first() {
        String large = "x".repeat(12 << 20);
        for (String key : List.of("a", "b", "a", "c")) {
            answers.get(key, () -> Future.succeededFuture(answer(large))).await();
        }
        answers.get("a", this::make).await();
        assertEquals(0, begun.size());
        answers.get("b", this::make);
        assertEquals(1, begun.size());
    }

    @Test
    void a_tag_names_the_bytes_of_an_answer() {
        Encoded one = answer("one");
        assertEquals(one, answer("one"));
        assertTrue(one.isHeld(one.tag(false)));
        assertTrue(one.isHeld("\"x\" , W/" + one.tag(true)));
        assertTrue(one.isHeld("*"));
        assertFalse(one.isHeld(answer("two").tag(false)));
        assertFalse(one.isHeld(null));
    }

    @Test
    void who_takes_gzip_says_so() {
        for (String header : List.of("gzip", "deflate, gzip, br", "br;q=1.0, gzip;q=0.5", "gzip; q=1")) {
            assertTrue(Encoded.takesGzip(header), header);
        }
        for (String header : List.of("", "br", "gzip;q=0", "gzip;q=0.0", "xgzip")) {
            assertFalse(Encoded.takesGzip(header), header);
        }
        assertFalse(Encoded.takesGzip(null));
    }
}
