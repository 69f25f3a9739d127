package org.sepakat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sepakat.live.FakeCoders.ANI;
import static org.sepakat.live.FakeCoders.BUDI;
import static org.sepakat.live.FakeCoders.CARE;
import static org.sepakat.live.FakeCoders.CITRA;
import static org.sepakat.live.FakeCoders.DEWI;
import static org.sepakat.live.FakeCoders.OPEN;
import static org.sepakat.live.FakeCoders.TRUST;
import static org.sepakat.live.FakeCoders.await;
import static org.sepakat.live.Ids.id;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** [S1], [S9] to [S14]: how a socket begins, what it may not do, and how it ends. */
final class LiveSocketsIT {

    private final FakeCoders coders = new FakeCoders();

    @AfterEach
    void close() {
        coders.close();
    }

    @Test
    @DisplayName("[S1] hello with the session's token is welcomed with the limits")
    void welcomes() {
        FakeCoder ani = coders.connect(ANI);
        ani.hello();
        coders.quiet();
        JsonObject welcome = ani.last("welcome");
        assertEquals("2026-03-02T08:00:00Z", welcome.getString("server_time"));
        assertEquals(20_000, welcome.getInteger("heartbeat_ms"));
        assertEquals(50, welcome.getJsonObject("limits").getInteger("ops_per_batch"));
    }

    @Test
    @DisplayName("[S1] hello with another token is closed with 4401")
    void refusesAnotherToken() {
        FakeCoder ani = coders.connect(ANI);
        ani.sendRaw("{\"t\":\"hello\",\"v\":1,\"client\":\"" + id("tab") + "\",\"csrf\":\"guess\",\"build\":\"\"}");
        await(() -> ani.closedWith() != null);
        assertEquals(4401, ani.closedWith());
    }

    @Test
    @DisplayName("[S1] who says no hello within five seconds is closed with 4408")
    void waitsForHelloForFiveSeconds() {
        FakeCoder ani = coders.connect(ANI);
        coders.quiet();
        coders.pass(Duration.ofMillis(4_999));
        assertNull(ani.closedWith());
        coders.pass(Duration.ofMillis(1));
        await(() -> ani.closedWith() != null);
        assertEquals(4408, ani.closedWith());
    }

    @Test
    @DisplayName("[S1] another version of the protocol is closed with 4426")
    void refusesAnotherVersion() {
        FakeCoder ani = coders.connect(ANI);
        ani.sendRaw("{\"t\":\"hello\",\"v\":2,\"client\":\"" + id("tab") + "\",\"csrf\":\"\",\"build\":\"\"}");
        await(() -> ani.closedWith() != null);
        assertEquals(4426, ani.closedWith());
    }

    @Test
    @DisplayName("[S9] pings and heads come every 20 seconds, and silence of 45 closes with 4408")
    void beats() {
        FakeCoder ani = coders.join(ANI);
        FakeCoder dewi = coders.join(DEWI);
        ani.forget();
        coders.pass(Duration.ofSeconds(20));
        assertEquals(1, ani.all("ping").size());
        assertEquals(3, ani.all("head").size());
        dewi.send(new JsonObject().put("t", "pong").put("n", 1));
        coders.quiet();
        coders.pass(Duration.ofSeconds(25));
        await(() -> ani.closedWith() != null);
        assertEquals(4408, ani.closedWith());
        assertNull(dewi.closedWith());
    }

    @Test
    @DisplayName("[S9] a ping of the client is answered with its number")
    void answersPings() {
        FakeCoder ani = coders.join(ANI);
        ani.send(new JsonObject().put("t", "ping").put("n", 7));
        coders.quiet();
        assertEquals(7, ani.last("pong").getInteger("n"));
    }

    @Test
    @DisplayName("[S11] an unknown type closes that socket with 4400 and no other")
    void refusesUnknownTypes() {
        FakeCoder ani = coders.join(ANI);
        FakeCoder dewi = coders.join(DEWI);
        ani.sendRaw("{\"t\":\"shout\"}");
        await(() -> ani.closedWith() != null);
        assertEquals(4400, ani.closedWith());
        coders.code(DEWI, OPEN, TRUST, 0, 4);
        assertNull(dewi.closedWith());
    }

    @Test
    @DisplayName("[S12] a message of more than 256 KiB in small frames is closed with 4413")
    void refusesLargeMessages() {
        FakeCoder ani = coders.join(ANI);
        ani.socket().writeFrame(WebSocketFrame.textFrame("{\"t\":\"" + "x".repeat(60_000), false));
        for (int i = 0; i < 5; i++) {
            ani.socket().writeFrame(WebSocketFrame.continuationFrame(Buffer.buffer("x".repeat(60_000)), false));
        }
        await(() -> ani.closedWith() != null);
        assertEquals(4413, ani.closedWith());
    }

    @Test
    @DisplayName("[S13] what goes over 100 ops at once is refused with E_RATE and after_ms, and passes later")
    void limitsOps() {
        coders.join(ANI);
        for (int i = 0; i < 2; i++) {
            coders.send(ANI, batch(i * 50));
        }
        await(() -> coders.coder(ANI).all("ok").size() == 100);
        JsonObject more = coders.coding(ANI, OPEN, CARE, 0, 4);
        coders.send(ANI, more);
        JsonObject no = coders.answer(ANI, more);
        assertEquals("E_RATE", no.getString("code"));
        assertTrue(no.getBoolean("retry"));
        assertEquals(50, no.getInteger("after_ms"));
        coders.clock.advance(Duration.ofMillis(50));
        coders.code(ANI, OPEN, CARE, 5, 9);
        assertEquals(101, coders.coder(ANI).all("ok").size());
    }

    private JsonObject[] batch(int from) {
        return IntStream.range(from, from + 50)
                .mapToObj(i -> coders.coding(ANI, OPEN, TRUST, i, i + 4))
                .toArray(JsonObject[]::new);
    }

    @Test
    @DisplayName("[S13] the eleventh socket of an account closes its oldest with 4409")
    void limitsSockets() {
        FakeCoder oldest = coders.connect(CITRA);
        coders.quiet();
        for (int i = 0; i < 10; i++) {
            coders.connect(CITRA);
        }
        await(() -> oldest.closedWith() != null);
        assertEquals(4409, oldest.closedWith());
    }

    @Test
    @DisplayName("[S14] acts are told as a person's activity, what a page sends by itself is not")
    void tellsWhoActs() {
        coders.join(BUDI).send(new JsonObject().put("t", "ping").put("n", 1));
        coders.join(ANI);
        coders.code(ANI, OPEN, TRUST, 0, 5);
        coders.pass(Duration.ofSeconds(1));
        await(() -> !coders.memory.acting().isEmpty());
        assertEquals(Set.of("session of " + ANI), coders.memory.acting());
    }

    @Test
    @DisplayName("[S14] the sockets of a session that ended close with 4401, told or found by the poll")
    void closesSocketsOfEndedSessions() {
        FakeCoder ani = coders.join(ANI);
        FakeCoder dewi = coders.join(DEWI);
        coders.live.end("session of " + ANI);
        await(() -> ani.closedWith() != null);
        assertEquals(4401, ani.closedWith());
        coders.memory.endSession("session of " + DEWI);
        coders.pass(Duration.ofSeconds(1));
        await(() -> dewi.closedWith() != null);
        assertEquals(4401, dewi.closedWith());
    }

    @Test
    @DisplayName("A server that goes down says when to come back, then closes with 1012")
    void drains() {
        FakeCoder ani = coders.join(ANI);
        coders.live.drain().await();
        await(() -> ani.closedWith() != null);
        assertTrue(ani.last("drain").getInteger("reconnect_after_ms") >= 500);
        assertEquals(1012, ani.closedWith());
    }
}
