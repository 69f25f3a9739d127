package org.sepakat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sepakat.live.FakeCoders.ANI;
import static org.sepakat.live.FakeCoders.BLIND;
import static org.sepakat.live.FakeCoders.BUDI;
import static org.sepakat.live.FakeCoders.CARE;
import static org.sepakat.live.FakeCoders.DEWI;
import static org.sepakat.live.FakeCoders.OPEN;
import static org.sepakat.live.FakeCoders.TRUST;
import static org.sepakat.live.FakeCoders.await;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sepakat.study.StreamRef;

/** [S2] to [S4], [O3] to [O8]: what a socket reads of streams and how its acts are answered. */
final class StreamsIT {

    private final FakeCoders coders = new FakeCoders();

    @AfterEach
    void close() {
        coders.close();
    }

    @Test
    @DisplayName("[S2] sub brings the streams in reach, a snapshot of each, and live")
    void subscribes() {
        FakeCoder ani = coders.join(ANI);
        Set<String> inReach = FakeCoders.streamsOf(ani.last("streams"));
        assertEquals(
                Set.of(
                        coders.stream(StreamRef.STUDY).toString(),
                        coders.stream(StreamRef.ofRound(OPEN)).toString(),
                        coders.stream(StreamRef.ofCoder(BLIND, ANI)).toString()),
                inReach);
        assertEquals(3, ani.all("snap").size());
        assertEquals(3, ani.all("live").size());
    }

    @Test
    @DisplayName("[S2] a client that comes back with its cursors gets only what it missed")
    void resumesFromCursors() {
        FakeCoder ani = coders.join(ANI);
        coders.join(DEWI);
        coders.code(ANI, OPEN, TRUST, 0, 4);
        coders.quiet();
        ani.socket().close().await();
        coders.code(DEWI, OPEN, TRUST, 5, 12);
        ani.forget();
        coders.reconnect(ANI, true);
        assertEquals(0, ani.all("snap").size());
        assertEquals(1, ani.all("evs").size());
        coders.converge();
    }

    @Test
    @DisplayName("[S3] an act comes back to its author with op_id and reaches the others without")
    void deliversActs() {
        FakeCoder ani = coders.join(ANI);
        FakeCoder dewi = coders.join(DEWI);
        JsonObject ok = coders.code(ANI, OPEN, TRUST, 0, 4);
        coders.quiet();
        assertEquals(1, ok.getInteger("seq"));
        assertTrue(event(ani).containsKey("op_id"));
        assertFalse(event(dewi).containsKey("op_id"));
        assertEquals(ANI.toString(), event(dewi).getString("actor"));
        coders.converge();
    }

    private static JsonObject event(FakeCoder coder) {
        return coder.last("evs").getJsonArray("list").getJsonObject(0);
    }

    @Test
    @DisplayName("[S3] converges for a coder whose link stood still while others coded")
    void convergesAfterADelay() {
        coders.join(ANI);
        coders.join(BUDI);
        coders.join(DEWI);
        coders.delay(BUDI, () -> {
            for (int i = 0; i < 20; i++) {
                coders.code(i % 2 == 0 ? ANI : DEWI, OPEN, TRUST, i, i + 4);
            }
        });
        coders.code(BUDI, OPEN, CARE, 0, 4);
        coders.converge();
    }

    @Test
    @DisplayName("[S4] a pull of one's own stream brings the ops asked for")
    void pulls() {
        FakeCoder ani = coders.join(ANI);
        coders.code(ANI, BLIND, TRUST, 0, 4);
        coders.code(ANI, BLIND, CARE, 0, 4);
        coders.quiet();
        ani.forget();
        ani.send(ani.about("pull")
                .put("stream", coders.stream(StreamRef.ofCoder(BLIND, ANI)).toString())
                .put("from", 2)
                .put("to", 3));
        coders.quiet();
        assertEquals(2, event(ani).getInteger("seq"));
    }

    @Test
    @DisplayName("[O3] a resend gets the first answer, marked dup")
    void answersAResend() {
        coders.join(ANI);
        JsonObject op = coders.coding(ANI, OPEN, TRUST, 0, 4);
        coders.send(ANI, op);
        coders.answer(ANI, op);
        coders.send(ANI, op);
        await(() -> coders.coder(ANI).all("ok").size() == 2);
        JsonObject second = coders.coder(ANI).last("ok");
        assertEquals(1, second.getInteger("seq"));
        assertTrue(second.getBoolean("dup"));
    }

    @Test
    @DisplayName("[O6] batches sent at once are numbered in the order they were sent")
    void keepsTheOrderOfAConnection() {
        coders.join(ANI);
        List<JsonObject> ops = IntStream.range(0, 30)
                .mapToObj(i -> coders.coding(ANI, OPEN, TRUST, i, i + 3))
                .toList();
        ops.forEach(op -> coders.send(ANI, op));
        for (int i = 0; i < ops.size(); i++) {
            assertEquals(i + 1, coders.answer(ANI, ops.get(i)).getInteger("seq"));
        }
    }

    @Test
    @DisplayName("[O8] an op that cannot be read is refused with its path and harms no neighbour")
    void refusesABadOpAlone() {
        coders.join(ANI);
        JsonObject bad = coders.op(ANI, "coding.apply", new JsonObject().put("round", 7));
        JsonObject good = coders.coding(ANI, OPEN, TRUST, 0, 4);
        coders.send(ANI, bad, good);
        assertEquals("E_BAD", coders.answer(ANI, bad).getString("code"));
        assertEquals(
                "body.round", coders.answer(ANI, bad).getJsonObject("detail").getString("path"));
        assertEquals(1, coders.answer(ANI, good).getInteger("seq"));
    }

    @Test
    @DisplayName("[S3] a node that hears of no commit finds it within a second")
    void aDeafNodeIsLateNeverWrong() {
        FakeCoder dewi = coders.join(DEWI);
        coders.join(ANI);
        coders.memory.turnDeaf();
        coders.code(ANI, OPEN, TRUST, 0, 4);
        coders.quiet();
        assertEquals(List.of(), dewi.all("evs"));
        coders.pass(Duration.ofSeconds(1));
        coders.converge();
        assertEquals(1, dewi.all("evs").size());
    }

    @Test
    @DisplayName("[S3] a commit on another node reaches this one by the bell, before any poll")
    void hearsTheBell() {
        FakeCoder dewi = coders.join(DEWI);
        coders.memory.turnDeaf();
        coders.join(ANI);
        coders.code(ANI, OPEN, TRUST, 0, 4);
        coders.ringFromAnotherNode(StreamRef.ofRound(OPEN));
        coders.converge();
        assertEquals(1, dewi.all("evs").size());
    }
}
