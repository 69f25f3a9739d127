package org.sepakat.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
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

/** A study over HTTP: founded, joined by invitation, filled, coded, and hidden from whom it does not concern. */
class StudyIT {
    private static final String PASSWORD = "kuda baterai staples";
    private static final String INTERVIEW =
            "PS-01: Apa kabar?\nPM-01: Baik 👋, sedikit lelah.\nPS-01: Mengapa?\nPM-01: Hujan.";

    private TestServer server;
    private TestBrowser lead;
    private String study;

    @BeforeEach
    void found() {
        server = TestServer.start();
        lead = server.signedIn("Lestari");
        study = lead.post("/api/studies", new JsonObject().put("name", "Studi"))
                .json()
                .getString("study");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String at(String path) {
        return "/api/studies/" + study + path;
    }

    private String id() {
        return server.id().toString();
    }

    private JsonArray ops(TestBrowser browser, JsonObject... ops) {
        Reply reply = browser.post(at("/ops"), new JsonObject().put("ops", new JsonArray(List.of(ops))));
        assertEquals(200, reply.status(), reply::text);
        return reply.json().getJsonArray("answers");
    }

    private JsonObject op(String kind, JsonObject body) {
        return new JsonObject().put("op_id", id()).put("kind", kind).put("body", body);
    }

    private void accepted(TestBrowser browser, JsonObject... ops) {
        ops(browser, ops).forEach(answer -> assertTrue(((JsonObject) answer).containsKey("seq"), answer::toString));
    }

    private String addMember(String name, String role) {
        String member = id();
        accepted(
                lead,
                op(
                        "member.add",
                        new JsonObject().put("member", member).put("name", name).put("role", role)));
        return member;
    }

    private JsonObject invite(String member) {
        return lead.post(at("/invitations"), new JsonObject().put("member", member))
                .json();
    }

    private static String tokenOf(JsonObject invitation) {
        return invitation.getString("link").replaceAll(".*#token=", "");
    }

    private TestBrowser join(String name, String member) {
        TestBrowser browser = server.signedIn(name);
        Reply reply = browser.post("/api/invitations/accept", new JsonObject().put("token", tokenOf(invite(member))));
        assertEquals(200, reply.status(), reply::text);
        return browser;
    }

    private Reply upload(TestBrowser browser, String transcript, Buffer body, String type) {
        String roles = Base64.getUrlEncoder()
                .encodeToString(
                        "{\"PS-01\":\"interviewer\",\"PM-01\":\"participant\"}".getBytes(StandardCharsets.UTF_8));
        return browser.send(
                HttpMethod.POST,
                at("/transcripts?transcript=" + transcript + "&op_id=" + id() + "&name=T-01&kind=interview&speakers="
                        + roles),
                body,
                Map.of("Content-Type", type));
    }

    private JsonObject stream(TestBrowser browser, String kind) {
        return browser.get(at("")).json().getJsonArray("streams").stream()
                .map(JsonObject.class::cast)
                .filter(stream -> stream.getString("kind").equals(kind))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFoundedStudyIsInItsFoundersListAlone() {
        assertEquals(
                new JsonObject()
                        .put(
                                "studies",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("study", study)
                                                .put("name", "Studi")
                                                .put("role", "lead"))),
                lead.get("/api/studies").json());
        assertEquals(
                "{\"studies\":[]}", server.signedIn("Budi").get("/api/studies").text());
    }

    @Test
    @DisplayName("[O9] [T6] Unknown, foreign and hidden things get the same bytes")
    void whatMayNotBeSeenIsAbsent() {
        TestBrowser stranger = server.signedIn("Budi");
        String drafts = stream(lead, "drafts").getString("stream");
        TestBrowser observer = join("Dewi", addMember("Dewi", "observer"));
        String nothing = id();

        List<Reply> replies = List.of(
                stranger.get(at("")),
                stranger.get("/api/studies/" + nothing),
                stranger.get(at("/streams/" + drafts + "/ops")),
                observer.get(at("/streams/" + drafts + "/ops")),
                observer.get(at("/streams/" + nothing + "/ops")),
                observer.get(at("/transcripts/" + nothing + "/versions/1")),
                observer.get(at("/rounds/" + nothing + "/progress")),
                stranger.post(
                        at("/ops"),
                        new JsonObject().put("ops", new JsonArray().add(op("study.rename", new JsonObject())))),
                stranger.post(at("/invitations"), new JsonObject().put("member", nothing)),
                upload(stranger, nothing, Buffer.buffer(INTERVIEW), "text/plain"),
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
        JsonObject rename = op("study.rename", new JsonObject().put("name", "Studi baru"));
        JsonArray answers = ops(lead, rename, op("study.nonsense", new JsonObject()), rename);

        JsonObject first = answers.getJsonObject(0);
        assertEquals("E_BAD", answers.getJsonObject(1).getString("code"));
        assertEquals(first.copy().put("dup", true), answers.getJsonObject(2));
        assertEquals(
                "Studi baru",
                stream(lead, "study")
                        .getJsonObject("data")
                        .getJsonObject("study")
                        .getString("name"));
    }

    @Test
    void theOpsOfAStreamAreReadInParts() {
        addMember("Ani", "coder");
        addMember("Budi", "coder");
        String stream = stream(lead, "study").getString("stream");

        JsonArray part = lead.get(at("/streams/" + stream + "/ops?after=1&limit=1"))
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
                    .mapToObj(n -> op("study.rename", new JsonObject().put("name", "Nama " + n)))
                    .toArray(JsonObject[]::new);
            refused += (int) ops(lead, many).stream()
                    .filter(answer -> "E_RATE".equals(((JsonObject) answer).getString("code")))
                    .count();
        }

        assertEquals(50, refused, "the burst is 100");
    }

    @Test
    void anInvitedPersonLooksThenJoinsWithANewAccount() {
        String member = addMember("Ani", "coder");
        JsonObject invitation = invite(member);
        assertTrue(invitation.getString("link").startsWith(server.url() + "/invitation#token="));

        JsonObject look = server.browser()
                .post("/api/invitations/look", new JsonObject().put("token", tokenOf(invitation)))
                .json();
        TestBrowser ani = server.browser();
        Reply accepted = ani.post(
                "/api/invitations/accept",
                new JsonObject()
                        .put("token", tokenOf(invitation))
                        .put("name", "Ani")
                        .put("password", PASSWORD));

        assertEquals(
                new JsonObject().put("study_name", "Studi").put("role", "coder").put("name", "Ani"), look);
        assertEquals(new JsonObject().put("study", study).put("member", member), accepted.json());
        assertTrue(accepted.headers().get("set-cookie").startsWith("sid="));
        assertEquals(
                200,
                server.browser()
                        .post(
                                "/api/sign-in",
                                new JsonObject().put("name", "Ani").put("password", PASSWORD))
                        .status());
    }

    @Test
    @DisplayName("[T5] Of two who accept an invitation at once, one joins")
    void anInvitationWorksOnce() {
        String token = tokenOf(invite(addMember("Ani", "coder")));

        List<Future<Reply>> tries = List.of("Budi", "Citra", "Dewi").stream()
                .map(name -> server.signedIn(name)
                        .start(
                                HttpMethod.POST,
                                "/api/invitations/accept",
                                new JsonObject().put("token", token).toBuffer(),
                                Map.of()))
                .toList();
        Future.all(tries).await();

        assertEquals(
                1, tries.stream().filter(one -> one.result().status() == 200).count());
        assertEquals(
                2, tries.stream().filter(one -> one.result().status() == 404).count());
        assertEquals(
                404,
                server.browser()
                        .post("/api/invitations/look", new JsonObject().put("token", token))
                        .status());
    }

    @Test
    void onlyALeadInvitesAndOnlyOnceIsAnInvitationGood() {
        String member = addMember("Ani", "coder");
        String first = tokenOf(invite(member));
        invite(member);
        TestBrowser coder = join("Budi", addMember("Budi", "coder"));

        assertEquals(
                403,
                coder.post(at("/invitations"), new JsonObject().put("member", member))
                        .status());
        assertEquals(
                404,
                server.browser()
                        .post("/api/invitations/look", new JsonObject().put("token", first))
                        .status());
    }

    @Test
    void anUploadIsPreviewedImportedAndRead() {
        Reply preview = lead.send(
                HttpMethod.POST,
                at("/transcripts/preview"),
                Buffer.buffer(INTERVIEW),
                Map.of("Content-Type", "text/plain; charset=utf-8"));
        String transcript = id();
        Reply imported = upload(lead, transcript, Buffer.buffer(INTERVIEW), "text/plain");

        assertEquals("turns", preview.json().getString("format"));
        assertEquals(4, preview.json().getJsonArray("segments").size());
        assertTrue(imported.json().containsKey("seq"), imported::text);
        JsonObject text =
                lead.get(at("/transcripts/" + transcript + "/versions/1")).json();
        assertEquals(INTERVIEW, text.getString("text"));
        assertEquals(INTERVIEW.length(), text.getInteger("length"));
        assertEquals(preview.json().getJsonArray("segments"), text.getJsonArray("segments"));
        JsonObject listed = stream(lead, "study")
                .getJsonObject("data")
                .getJsonArray("transcripts")
                .getJsonObject(0);
        assertEquals("T-01", listed.getString("name"));
        assertEquals(
                new JsonArray()
                        .add(new JsonObject().put("label", "PM-01").put("role", "participant"))
                        .add(new JsonObject().put("label", "PS-01").put("role", "interviewer")),
                listed.getJsonArray("speakers"));
    }

    @Test
    void aFileThatIsNoTextIsRefusedAndNothingIsStored() {
        Reply bytes = upload(lead, id(), Buffer.buffer(new byte[] {'a', (byte) 0xFF}), "text/plain");
        Reply type = upload(lead, id(), Buffer.buffer("x"), "application/pdf");

        assertEquals(400, bytes.status());
        assertTrue(bytes.json().getString("message").startsWith("Byte 1 is not UTF-8"));
        assertEquals(400, type.status());
        assertTrue(stream(lead, "study")
                .getJsonObject("data")
                .getJsonArray("transcripts")
                .isEmpty());
    }

    @Test
    @DisplayName("[T20] A body over 50 MiB is refused, whether it says so or not")
    void aHugeUploadIsRefused() {
        Buffer huge = Buffer.buffer(new byte[(50 << 20) + 1]);

        assertEquals(413, upload(lead, id(), huge, "text/plain").status());
    }

    @Test
    @DisplayName(
            "A look at the progress of a blind round is recorded, bars the lead from coding it, and is nobody else's")
    void progressOfABlindRound() {
        String ani = addMember("Ani", "coder");
        TestBrowser coder = join("Ani", ani);
        String round = blindRound(ani);
        String progress = at("/rounds/" + round + "/progress");

        assertEquals(404, coder.get(progress).status());
        assertNull(looks());
        JsonObject seen = lead.get(progress).json().getJsonArray("coders").getJsonObject(0);

        assertEquals(ani, seen.getString("member"));
        assertEquals(4, seen.getInteger("segments"));
        assertEquals(0, seen.getInteger("reviewed"));
        assertEquals("progress", looks());
        assertEquals(
                1,
                server.pool()
                        .query("select from audit where event = 'look'")
                        .execute()
                        .await()
                        .size());
        String leadMember = lead.get(at("")).json().getString("member");
        String transcript = stream(lead, "study")
                .getJsonObject("data")
                .getJsonArray("transcripts")
                .getJsonObject(0)
                .getString("transcript");
        JsonArray barred = ops(
                lead,
                op(
                        "assignment.add",
                        new JsonObject()
                                .put("round", round)
                                .put("member", leadMember)
                                .put("transcript", transcript)));
        assertEquals("E_READONLY", barred.getJsonObject(0).getString("code"), barred::encode);
    }

    private String blindRound(String coder) {
        String transcript = id();
        String round = id();
        upload(lead, transcript, Buffer.buffer(INTERVIEW), "text/plain");
        JsonObject both = new JsonObject().put("id", "Kepercayaan").put("en", "Trust");
        JsonObject none = new JsonObject().put("id", "").put("en", "");
        accepted(
                lead,
                op(
                        "theme.put",
                        new JsonObject()
                                .put(
                                        "theme",
                                        new JsonObject()
                                                .put("theme", id())
                                                .putNull("parent")
                                                .put("label", both)
                                                .put("definition", none)
                                                .put("include", none)
                                                .put("exclude", none)
                                                .put("colour", 1)
                                                .put("key", "1")
                                                .put(
                                                        "scope",
                                                        new JsonObject()
                                                                .put("roles", new JsonArray())
                                                                .put("speakers", new JsonArray()))
                                                .putNull("exclusive_group")
                                                .put("codable", true)
                                                .put("place", 0)
                                                .put("archived", false))),
                op("codebook.publish", new JsonObject().put("reason", "Pertama")),
                op(
                        "round.create",
                        new JsonObject()
                                .put("round", round)
                                .put("name", "Putaran 1")
                                .put("mode", "blind")
                                .put("unit", "turn")
                                .put("rule", "any")
                                .put("transcripts", new JsonArray().add(transcript))
                                .put(
                                        "assignments",
                                        new JsonArray()
                                                .add(new JsonObject()
                                                        .put("member", coder)
                                                        .put("transcript", transcript)))),
                op("round.move", new JsonObject().put("round", round).put("to", "coding"))
                        .put("if_rev", 1));
        return round;
    }

    private String looks() {
        return server.pool()
                .withTransaction(tx -> tx.preparedQuery("select set_config('sepakat.studies', $1, true)")
                        .execute(io.vertx.sqlclient.Tuple.of(study))
                        .compose(set -> tx.query("select thing from look").execute()))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getString("thing"))
                .await();
    }

    @Test
    void aStudyThatOneWasRemovedFromIsAbsent() {
        String member = addMember("Ani", "coder");
        TestBrowser coder = join("Ani", member);
        assertEquals(200, coder.get(at("")).status());

        accepted(lead, op("member.remove", new JsonObject().put("member", member)));

        assertEquals(404, coder.get(at("")).status());
        assertEquals("{\"studies\":[]}", coder.get("/api/studies").text());
    }

    @Test
    void idsOfOtherVersionsThanFourAreRefused() {
        assertEquals(
                400,
                lead.get("/api/studies/" + new UUID(0x1000L, 0x8000000000000000L))
                        .status());
    }
}
