package org.sepakat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sepakat.live.FakeCoders.ANI;
import static org.sepakat.live.FakeCoders.BLIND;
import static org.sepakat.live.FakeCoders.BUDI;
import static org.sepakat.live.FakeCoders.DEWI;
import static org.sepakat.live.FakeCoders.LEAD;
import static org.sepakat.live.FakeCoders.OPEN;
import static org.sepakat.live.FakeCoders.STUDY;
import static org.sepakat.live.FakeCoders.T1;
import static org.sepakat.live.FakeCoders.T2;
import static org.sepakat.live.FakeCoders.TRUST;
import static org.sepakat.live.Ids.id;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sepakat.study.StreamRef;

/** [S6] to [S8]: which streams and whose presence a socket is shown, and from when on no more. */
final class ReachIT {

    private final FakeCoders coders = new FakeCoders();

    @AfterEach
    void close() {
        coders.close();
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
}
