package org.sepakat.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sepakat.TestStudy.INTERVIEW;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sepakat.TestBrowser;
import org.sepakat.TestBrowser.Reply;
import org.sepakat.TestServer;
import org.sepakat.TestStudy;

/** A study over HTTP: in whose list it is, its ops, and whom it is hidden from. */
class StudyIT {
    private TestServer server;
    private TestStudy study;

    @BeforeEach
    void found() {
        server = TestServer.start();
        study = TestStudy.found(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aFoundedStudyIsInItsFoundersListAlone() {
        assertEquals(
                new JsonObject()
                        .put(
                                "studies",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("study", study.id())
                                                .put("name", "Studi")
                                                .put("role", "lead"))),
                study.lead().get("/api/studies").json());
        assertEquals(
                "{\"studies\":[]}", server.signedIn("Budi").get("/api/studies").text());
    }

    @Test
    @DisplayName("[O9] [T6] Unknown, foreign and hidden things get the same bytes")
    void whatMayNotBeSeenIsAbsent() {
        TestBrowser stranger = server.signedIn("Budi");
        String drafts = study.stream(study.lead(), "drafts").getString("stream");
        TestBrowser observer = study.join("Dewi", study.addMember("Dewi", "observer"));
        String nothing = study.fresh();

        List<Reply> replies = List.of(
                stranger.get(study.at("")),
                stranger.get("/api/studies/" + nothing),
                stranger.get(study.at("/streams/" + drafts + "/ops")),
                observer.get(study.at("/streams/" + drafts + "/ops")),
                observer.get(study.at("/streams/" + nothing + "/ops")),
                observer.get(study.at("/transcripts/" + nothing + "/versions/1")),
                observer.get(study.at("/rounds/" + nothing + "/progress")),
                stranger.post(
                        study.at("/ops"),
                        new JsonObject().put("ops", new JsonArray().add(study.op("study.rename", new JsonObject())))),
                stranger.post(study.at("/invitations"), new JsonObject().put("member", nothing)),
                study.upload(stranger, nothing, "T-01", Buffer.buffer(INTERVIEW), "text/plain"),
                stranger.get("/api/nothing"));

        replies.forEach(reply -> {
            assertEquals(404, reply.status());
            assertEquals(replies.get(0).text(), reply.text());
            assertEquals(
                    Set.copyOf(replies.get(0).headers().names()),
                    Set.copyOf(reply.headers().names()));
        });
    }

    @Test
    @DisplayName("[O3] [O4] Over HTTP, too, each op of a batch is judged alone and a resend gets the first answer")
    void opsOverHttp() {
        JsonObject rename = study.op("study.rename", new JsonObject().put("name", "Studi baru"));
        JsonArray answers = study.ops(study.lead(), rename, study.op("study.nonsense", new JsonObject()), rename);

        JsonObject first = answers.getJsonObject(0);
        assertEquals("E_BAD", answers.getJsonObject(1).getString("code"));
        assertEquals(first.copy().put("dup", true), answers.getJsonObject(2));
        assertEquals(
                "Studi baru",
                study.stream(study.lead(), "study")
                        .getJsonObject("data")
                        .getJsonObject("study")
                        .getString("name"));
    }

    @Test
    void theOpsOfAStreamAreReadInParts() {
        study.addMember("Ani", "coder");
        study.addMember("Budi", "coder");
        String stream = study.stream(study.lead(), "study").getString("stream");

        JsonArray part = study.lead()
                .get(study.at("/streams/" + stream + "/ops?after=1&limit=1"))
                .json()
                .getJsonArray("ops");

        assertEquals(1, part.size());
        assertEquals(2, part.getJsonObject(0).getInteger("seq"));
        assertEquals("member.add", part.getJsonObject(0).getString("kind"));
    }

    @Test
    void moreOpsThanAPersonMakesMustWait() {
        int refused = 0;
        for (int i = 0; i < 3; i++) {
            JsonObject[] many = IntStream.range(0, 50)
                    .mapToObj(n -> study.op("study.rename", new JsonObject().put("name", "Nama " + n)))
                    .toArray(JsonObject[]::new);
            refused += (int) study.ops(study.lead(), many).stream()
                    .filter(answer -> "E_RATE".equals(((JsonObject) answer).getString("code")))
                    .count();
        }

        assertEquals(50, refused, "the burst is 100");
    }

    @Test
    void aStudyThatOneWasRemovedFromIsAbsent() {
        String member = study.addMember("Ani", "coder");
        TestBrowser coder = study.join("Ani", member);
        assertEquals(200, coder.get(study.at("")).status());

        study.accepted(study.lead(), study.op("member.remove", new JsonObject().put("member", member)));

        assertEquals(404, coder.get(study.at("")).status());
        assertEquals("{\"studies\":[]}", coder.get("/api/studies").text());
    }

    @Test
    void idsOfOtherVersionsThanFourAreRefused() {
        assertEquals(
                400,
                study.lead()
                        .get("/api/studies/" + new UUID(0x1000L, 0x8000000000000000L))
                        .status());
    }
}
