package org.sepakat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sepakat.live.FakeCoders.ANI;
import static org.sepakat.live.FakeCoders.BLIND;
import static org.sepakat.live.FakeCoders.BUDI;
import static org.sepakat.live.FakeCoders.CARE;
import static org.sepakat.live.FakeCoders.CITRA;
import static org.sepakat.live.FakeCoders.DEWI;
import static org.sepakat.live.FakeCoders.LEAD;
import static org.sepakat.live.FakeCoders.OPEN;
import static org.sepakat.live.FakeCoders.STUDY;
import static org.sepakat.live.FakeCoders.T1;
import static org.sepakat.live.FakeCoders.T2;
import static org.sepakat.live.FakeCoders.TRUST;
import static org.sepakat.live.FakeCoders.await;
import static org.sepakat.live.Ids.id;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sepakat.study.StreamRef;

/** Coders on real sockets, a study in memory, time that stands still. */
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
    @DisplayName("[S6] pulling a hidden stream and one that does not exist gives the same bytes")
    void hidesStreams() {
        FakeCoder ani = coders.join(ANI);
        ani.forget();
        pull(ani, coders.stream(StreamRef.ofCoder(BLIND, BUDI)));
        pull(ani, id("no such stream"));
        coders.quiet();
        assertEquals(2, ani.frames().size());
        assertEquals(ani.frames().get(0), ani.frames().get(1));
        assertEquals("E_NOT_FOUND", ani.last("no").getString("code"));
    }

    private static void pull(FakeCoder coder, UUID stream) {
        coder.send(coder.about("pull")
                .put("stream", stream.toString())
                .put("from", 1)
                .put("to", 10));
    }

    @Test
    @DisplayName("[S6] subscribing to a study of others and to none gives the same bytes")
    void hidesStudies() {
        FakeCoder stranger = coders.connect(id("stranger"));
        stranger.hello();
        coders.quiet();
        stranger.forget();
        for (UUID study : List.of(STUDY, id("no study"))) {
            stranger.send(new JsonObject()
                    .put("t", "sub")
                    .put("study", study.toString())
                    .put("cursors", new JsonObject()));
        }
        coders.quiet();
        assertEquals(2, stranger.frames().size());
        assertEquals(stranger.frames().get(0), stranger.frames().get(1));
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
    @DisplayName("[S7] at reveal everybody gets the private streams of the round")
    void revealOpensPrivateStreams() {
        coders.join(LEAD);
        FakeCoder ani = coders.join(ANI);
        coders.join(BUDI);
        coders.code(BUDI, BLIND, TRUST, 0, 4);
        move(BLIND, "closed", 2);
        move(BLIND, "revealed", 3);
        coders.converge();
        String budis = coders.stream(StreamRef.ofCoder(BLIND, BUDI)).toString();
        assertTrue(FakeCoders.streamsOf(ani.last("streams")).contains(budis));
        assertEquals(1, ani.codings().getOrDefault(budis, Set.of()).size());
    }

    private void move(UUID round, String to, int rev) {
        JsonObject op = coders.op(
                        LEAD,
                        "round.move",
                        new JsonObject().put("round", round.toString()).put("to", to))
                .put("if_rev", rev);
        coders.send(LEAD, op);
        assertTrue(coders.answer(LEAD, op).containsKey("seq"), coders.answer(LEAD, op)::encode);
    }

    @Test
    @DisplayName("[S7] a removed member gets reset and nothing after it")
    void removedMembersLoseTheStudy() {
        coders.join(LEAD);
        coders.join(ANI);
        FakeCoder dewi = coders.join(DEWI);
        JsonObject op = coders.op(LEAD, "member.remove", new JsonObject().put("member", DEWI.toString()));
        coders.send(LEAD, op);
        coders.answer(LEAD, op);
        coders.quiet();
        assertEquals("removed", dewi.last("reset").getString("reason"));
        dewi.forget();
        coders.code(ANI, OPEN, TRUST, 0, 4);
        JsonObject late = coders.coding(DEWI, OPEN, TRUST, 0, 4);
        coders.send(DEWI, late);
        assertEquals("E_NOT_FOUND", coders.answer(DEWI, late).getString("code"));
        assertEquals(1, dewi.frames().size());
    }

    @Test
    @DisplayName("[S8] presence is shown to others in an open round, merged, and ends after 15 seconds")
    void showsPresence() {
        coders.join(ANI);
        FakeCoder dewi = coders.join(DEWI);
        place(ANI, OPEN, T2, 0);
        place(ANI, OPEN, T2, 1);
        coders.quiet();
        coders.pass(Duration.ofMillis(100));
        assertEquals(1, dewi.all("pres").size());
        JsonObject here = dewi.last("pres").getJsonArray("members").getJsonObject(0);
        assertEquals(ANI.toString(), here.getString("member"));
        assertEquals(1, here.getInteger("segment"));
        coders.pass(Duration.ofSeconds(15));
        assertTrue(dewi.last("pres").getJsonArray("members").isEmpty());
    }

    private void place(UUID account, UUID round, UUID transcript, int segment) {
        FakeCoder coder = coders.coder(account);
        coder.send(coder.about("pres")
                .put("round", round.toString())
                .put("transcript", transcript.toString())
                .put("segment", segment));
    }

    @Test
    @DisplayName("[S8] there is no presence in a blind round, nor between its coders anywhere")
    void hidesPresenceOfTheBlind() {
        FakeCoder ani = coders.join(ANI);
        coders.join(BUDI);
        place(BUDI, BLIND, T1, 0);
        place(BUDI, OPEN, T2, 0);
        coders.quiet();
        coders.pass(Duration.ofMillis(100));
        assertEquals(List.of(), ani.all("pres"));
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
    @DisplayName("A server that goes down says when to come back, then closes with 1012")
    void drains() {
        FakeCoder ani = coders.join(ANI);
        coders.live.drain().await();
        await(() -> ani.closedWith() != null);
        assertTrue(ani.last("drain").getInteger("reconnect_after_ms") >= 500);
        assertEquals(1012, ani.closedWith());
    }

    @Test
    @DisplayName("[S7] who becomes blind loses the drafts before anything is added to them")
    void draftsAreClosedToTheBlindInTime() {
        coders.join(LEAD);
        FakeCoder dewi = coders.join(DEWI);
        String drafts = coders.stream(StreamRef.DRAFTS).toString();
        assertTrue(FakeCoders.streamsOf(dewi.last("streams")).contains(drafts));
        JsonObject assign = coders.op(
                LEAD,
                "assignment.add",
                new JsonObject()
                        .put("round", BLIND.toString())
                        .put("member", DEWI.toString())
                        .put("transcript", T1.toString()));
        coders.send(LEAD, assign, coders.op(LEAD, "theme.put", new JsonObject().put("theme", theme())));
        coders.answer(LEAD, assign);
        coders.quiet();
        assertEquals(drafts, dewi.last("reset").getString("stream"));
        assertEquals(
                List.of(),
                dewi.all("evs").stream()
                        .filter(frame -> frame.getString("stream").equals(drafts))
                        .toList());
        assertEquals(
                1,
                coders.coder(LEAD).all("evs").stream()
                        .filter(frame -> frame.getString("stream").equals(drafts))
                        .count());
    }

    private static JsonObject theme() {
        JsonObject none = new JsonObject().put("id", "").put("en", "");
        return new JsonObject()
                .put("theme", id("new theme").toString())
                .putNull("parent")
                .put("label", new JsonObject().put("id", "baru").put("en", "new"))
                .put("definition", none)
                .put("include", none)
                .put("exclude", none)
                .put("colour", 3)
                .putNull("key")
                .put("scope", new JsonObject().put("roles", new JsonArray()).put("speakers", new JsonArray()))
                .putNull("exclusive_group")
                .put("codable", true)
                .put("place", 3)
                .put("archived", false);
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
