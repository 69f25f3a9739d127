package org.sepakat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sepakat.TestBrowser.Reply;

/** A study over HTTP, founded by the lead Lestari: what a test does to fill it with people, texts and rounds. */
public final class TestStudy {
    public static final String INTERVIEW =
            "PS-01: Apa kabar?\nPM-01: Baik 👋, sedikit lelah.\nPS-01: Mengapa?\nPM-01: Hujan.";

    private static final JsonObject BLANK = bilingual("", "");

    private final TestServer server;
    private final TestBrowser lead;
    private final String id;

    private TestStudy(TestServer server, TestBrowser lead, String id) {
        this.server = server;
        this.lead = lead;
        this.id = id;
    }

    public static TestStudy found(TestServer server) {
        TestBrowser lead = server.signedIn("Lestari");
        Reply founded = lead.post("/api/studies", new JsonObject().put("name", "Studi"));
        return new TestStudy(server, lead, founded.json().getString("study"));
    }

    public TestBrowser lead() {
        return lead;
    }

    public String id() {
        return id;
    }

    /** An id that names nothing yet. */
    public String fresh() {
        return server.id().toString();
    }

    /** A path of the study's API. */
    public String at(String path) {
        return "/api/studies/" + id + path;
    }

    public JsonObject op(String kind, JsonObject body) {
        return new JsonObject().put("op_id", fresh()).put("kind", kind).put("body", body);
    }

    /** The answers, one per op. */
    public JsonArray ops(TestBrowser browser, JsonObject... ops) {
        Reply reply = browser.post(at("/ops"), new JsonObject().put("ops", new JsonArray(List.of(ops))));
        assertEquals(200, reply.status(), reply::text);
        return reply.json().getJsonArray("answers");
    }

    public void accepted(TestBrowser browser, JsonObject... ops) {
        ops(browser, ops).forEach(answer -> assertTrue(((JsonObject) answer).containsKey("seq"), answer::toString));
    }

    public String addMember(String name, String role) {
        String member = fresh();
        accepted(
                lead,
                op(
                        "member.add",
                        new JsonObject().put("member", member).put("name", name).put("role", role)));
        return member;
    }

    public JsonObject invite(String member) {
        return lead.post(at("/invitations"), new JsonObject().put("member", member))
                .json();
    }

    public static String tokenOf(JsonObject invitation) {
        return invitation.getString("link").replaceAll(".*#token=", "");
    }

    /** The browser of a person who has just become that member. */
    public TestBrowser join(String name, String member) {
        TestBrowser browser = server.signedIn(name);
        Reply reply = browser.post("/api/invitations/accept", new JsonObject().put("token", tokenOf(invite(member))));
        assertEquals(200, reply.status(), reply::text);
        return browser;
    }

    public String importInterview(String name) {
        String transcript = fresh();
        Reply reply = upload(lead, transcript, name, Buffer.buffer(INTERVIEW), "text/plain");
        assertEquals(200, reply.status(), reply::text);
        return transcript;
    }

    public Reply upload(TestBrowser browser, String transcript, String name, Buffer body, String type) {
        String roles = Base64.getUrlEncoder()
                .encodeToString(
                        "{\"PS-01\":\"interviewer\",\"PM-01\":\"participant\"}".getBytes(StandardCharsets.UTF_8));
        return browser.send(
                HttpMethod.POST,
                at("/transcripts?transcript=" + transcript + "&op_id=" + fresh() + "&name=" + name
                        + "&kind=interview&speakers=" + roles),
                body,
                Map.of("Content-Type", type));
    }

    /** Publishes a codebook of that many themes more, for every speaker. */
    public List<String> publishThemes(int count) {
        List<String> themes = Stream.generate(this::fresh).limit(count).toList();
        for (String theme : themes) {
            accepted(lead, op("theme.put", new JsonObject().put("theme", entry(theme, themes.indexOf(theme)))));
        }
        accepted(lead, op("codebook.publish", new JsonObject().put("reason", "Pertama")));
        return themes;
    }

    private static JsonObject entry(String theme, int place) {
        return new JsonObject()
                .put("theme", theme)
                .putNull("parent")
                .put("label", bilingual("Tema " + place, "Theme " + place))
                .put("definition", BLANK)
                .put("include", BLANK)
                .put("exclude", BLANK)
                .put("colour", place + 1)
                .put("key", String.valueOf(place + 1))
                .put("scope", new JsonObject().put("roles", new JsonArray()).put("speakers", new JsonArray()))
                .putNull("exclusive_group")
                .put("codable", true)
                .put("place", place)
                .put("archived", false);
    }

    private static JsonObject bilingual(String indonesian, String english) {
        return new JsonObject().put("id", indonesian).put("en", english);
    }

    /** A round on one transcript in phase {@code coding}; needs a published codebook. */
    public String startRound(String mode, String transcript, String... coders) {
        String round = fresh();
        var assignments = new JsonArray();
        for (String coder : coders) {
            assignments.add(new JsonObject().put("member", coder).put("transcript", transcript));
        }
        accepted(
                lead,
                op(
                        "round.create",
                        new JsonObject()
                                .put("round", round)
                                .put("name", "Putaran")
                                .put("mode", mode)
                                .put("unit", "turn")
                                .put("rule", "any")
                                .put("transcripts", new JsonArray().add(transcript))
                                .put("assignments", assignments)),
                moveRound(round, "coding", 1));
        return round;
    }

    public JsonObject moveRound(String round, String to, int rev) {
        return op("round.move", new JsonObject().put("round", round).put("to", to))
                .put("if_rev", rev);
    }

    /** The state of the first stream of that kind in the browser's reach. */
    public JsonObject stream(TestBrowser browser, String kind) {
        return browser.get(at("")).json().getJsonArray("streams").stream()
                .map(JsonObject.class::cast)
                .filter(stream -> stream.getString("kind").equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
