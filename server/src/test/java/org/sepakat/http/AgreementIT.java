package org.sepakat.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.RowSet;
import java.io.IOException;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sepakat.TestBrowser;
import org.sepakat.TestBrowser.Reply;
import org.sepakat.TestServer;
import org.sepakat.TestSocket;
import org.sepakat.TestStudy;

/** From codings to figures, passages and decisions, over HTTP. */
class AgreementIT {
    private final Random random = new Random(20);
    private TestServer server;
    private TestStudy study;
    private List<String> members;
    private List<TestBrowser> coders;
    private String transcript;
    private List<String> themes;

    @BeforeEach
    void found() {
        server = TestServer.start();
        study = TestStudy.found(server);
        List<String> names = List.of("Ani", "Budi", "Citra");
        members = names.stream().map(name -> study.addMember(name, "coder")).toList();
        coders = Stream.of(0, 1, 2)
                .map(i -> study.join(names.get(i), members.get(i)))
                .toList();
        transcript = study.importInterview("T-01");
        themes = study.publishThemes(3);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonArray segments() {
        return text().getJsonArray("segments");
    }

    private JsonObject text() {
        return study.lead()
                .get(study.at("/transcripts/" + transcript + "/versions/1"))
                .json();
    }

    private JsonObject op(String kind, String round, JsonObject segment, JsonObject more) {
        return study.op(
                kind,
                new JsonObject()
                        .put("round", round)
                        .put("transcript", transcript)
                        .put("start", segment.getInteger("start"))
                        .put("end", segment.getInteger("end"))
                        .mergeIn(more));
    }

    private JsonObject coding(String round, JsonObject segment, String theme) {
        return op(
                "coding.apply",
                round,
                segment,
                new JsonObject().put("coding", study.fresh()).put("theme", theme));
    }

    /** Everybody codes at random, here and there only a part of a turn, and reviews most turns. */
    private void code(String round) {
        for (TestBrowser coder : coders) {
            var ops = new ArrayList<JsonObject>();
            for (Object one : segments()) {
                JsonObject segment = (JsonObject) one;
                for (String theme : themes) {
                    if (random.nextInt(2) == 0) {
                        int start = segment.getInteger("start") + random.nextInt(3);
                        ops.add(coding(round, segment.copy().put("start", start), theme));
                    }
                }
                if (random.nextInt(5) > 0) {
                    ops.add(op("review.mark", round, segment, new JsonObject()));
                }
            }
            study.accepted(coder, ops.toArray(JsonObject[]::new));
        }
    }

    private void reveal(String round) {
        study.accepted(study.lead(), study.moveRound(round, "closed", 2), study.moveRound(round, "revealed", 3));
    }

    private Reply get(TestBrowser browser, String round, String path) {
        return browser.get(study.at("/rounds/" + round + path));
    }

    private JsonObject ok(String round, String path) {
        Reply reply = get(coders.get(0), round, path);
        assertEquals(200, reply.status(), reply::text);
        return reply.json();
    }

    private CountedByHand countedByHand() {
        var byHand = new CountedByHand();
        byHand.text(transcript, text());
        for (Object one : study.lead().get(study.at("")).json().getJsonArray("streams")) {
            String stream = ((JsonObject) one).getString("stream");
            byHand.ops(study.lead()
                    .get(study.at("/streams/" + stream + "/ops"))
                    .json()
                    .getJsonArray("ops"));
        }
        return byHand;
    }

    private void assertCounted(String round, String layer) {
        CountedByHand byHand = countedByHand();
        JsonObject figures = ok(round, "/agreement?layer=" + layer);
        assertEquals(3, figures.getJsonArray("themes").size());
        for (Object one : figures.getJsonArray("themes")) {
            JsonObject theme = (JsonObject) one;
            assertEquals(3, theme.getJsonArray("pairs").size());
            for (Object other : theme.getJsonArray("pairs")) {
                assertPair(round, theme.getString("theme"), (JsonObject) other, byHand, layer);
            }
        }
    }

    private void assertPair(String round, String theme, JsonObject pair, CountedByHand byHand, String layer) {
        String first = pair.getJsonArray("coders").getString(0);
        String second = pair.getJsonArray("coders").getString(1);
        CountedByHand.Table table = byHand.table(theme, first, second, layer.equals("after"));
        assertEquals(
                table,
                new CountedByHand.Table(
                        pair.getInteger("a"), pair.getInteger("b"), pair.getInteger("c"), pair.getInteger("d")));
        if (pair.getDouble("cohen_kappa") == null) {
            assertTrue(Double.isNaN(table.kappa()), pair::encode);
        } else {
            assertEquals(table.kappa(), pair.getDouble("cohen_kappa"), 1e-12);
        }
        if (layer.equals("independent")) {
            String query = "?theme=" + theme + "&first=" + first + "&second=" + second;
            JsonObject counts = ok(round, "/disagreements" + query).getJsonObject("counts");
            assertEquals(table.b() + table.c(), counts.getInteger("omission") + counts.getInteger("substitution"));
            assertEquals(table.c(), ok(round, "/passages" + query + "&cell=c").getInteger("units"));
        }
    }

    private JsonObject decision(String round, JsonObject item, String outcome, JsonArray codings) {
        return op(
                "decision.record",
                round,
                item.getJsonObject("segment"),
                new JsonObject()
                        .put("decision", study.fresh())
                        .put("theme", item.getString("theme"))
                        .put("outcome", outcome)
                        .put("codings", codings)
                        .put("reason", "dibahas"));
    }

    private JsonArray whole(JsonObject item) {
        return new JsonArray()
                .add(new JsonObject()
                        .put("coding", study.fresh())
                        .put("theme", item.getString("theme"))
                        .put("start", item.getJsonObject("segment").getInteger("start"))
                        .put("end", item.getJsonObject("segment").getInteger("end")));
    }

    @Test
    @DisplayName(
            "Independent figures, passages and figures after discussion are those that other code counts from the log")
    void countedTwice() {
        String round = study.startRound("blind", transcript, members.toArray(String[]::new));
        code(round);
        reveal(round);
        assertCounted(round, "independent");
        JsonObject independent = ok(round, "/agreement");
        assertTrue(independent.getBoolean("frozen"));

        JsonArray items = ok(round, "/disagreements").getJsonArray("items");
        assertTrue(items.size() >= 4, items::encode);
        JsonObject none = items.getJsonObject(0);
        JsonObject edges = items.getJsonObject(1);
        JsonObject defer = items.getJsonObject(2);
        study.accepted(
                study.lead(),
                decision(round, none, "none", new JsonArray()),
                decision(round, edges, "edges", whole(edges)),
                decision(round, defer, "defer", new JsonArray()));

        assertCounted(round, "after");
        JsonObject now = ok(round, "/agreement");
        assertEquals(
                new JsonObject().put("decided", 2).put("deferred", 1).put("open", items.size() - 3),
                now.getJsonObject("decisions"));
        assertEquals(now.getJsonObject("decisions"), ok(round, "/decisions"));
        assertEquals(independent.getJsonArray("themes"), now.getJsonArray("themes"));
        assertEquals(
                List.of("decided", "decided", "deferred"),
                ok(round, "/disagreements").getJsonArray("items").stream()
                        .limit(3)
                        .map(item -> ((JsonObject) item).getString("state"))
                        .toList());
        assertEquals(
                2,
                ok(round, "/disagreements?state=decided").getJsonArray("items").size());
    }

    @Test
    @DisplayName(
            "What is agreed on enters the reference at reveal; a decision stands in its place, and what stood returns with its withdrawal")
    void reference() {
        String round = study.startRound("blind", transcript, members.get(0), members.get(1));
        JsonObject first = segments().getJsonObject(0);
        JsonObject second = segments().getJsonObject(1);
        for (int i = 0; i < 2; i++) {
            study.accepted(
                    coders.get(i),
                    op("review.mark", round, first, new JsonObject()),
                    coding(round, first.copy().put("start", first.getInteger("start") + i), themes.get(0)));
        }
        study.accepted(
                coders.get(0),
                op("review.mark", round, second, new JsonObject()),
                coding(round, second, themes.get(1)));
        reveal(round);

        JsonObject state = settled(round);
        assertEquals(List.of("agreed", "single"), bases(state));
        assertEquals(
                first.getInteger("start") + 1,
                state.getJsonArray("reference").stream()
                        .map(JsonObject.class::cast)
                        .filter(coding -> coding.getString("basis").equals("agreed"))
                        .findFirst()
                        .orElseThrow()
                        .getInteger("start"));

        JsonObject passage = ok(round, "/disagreements").getJsonArray("items").getJsonObject(0);
        assertEquals("boundary", passage.getString("kind"));
        TestSocket watching = TestSocket.open(coders.get(1));
        watching.follow(study.id(), 4);
        JsonObject recorded = decision(round, passage, "none", new JsonArray());
        study.accepted(study.lead(), recorded);
        watching.awaits(1, text -> text.contains(recorded.getJsonObject("body").getString("decision")));
        assertEquals(List.of("single"), bases(settled(round)));

        JsonArray stale = study.ops(study.lead(), decision(round, passage, "none", new JsonArray()));
        assertEquals("E_STALE", stale.getJsonObject(0).getString("code"));
        assertEquals(1, stale.getJsonObject(0).getJsonObject("detail").getInteger("rev"));
        assertEquals(
                "E_READONLY",
                study.ops(
                                coders.get(0),
                                decision(round, passage, "none", new JsonArray())
                                        .put("if_rev", 1))
                        .getJsonObject(0)
                        .getString("code"));

        study.accepted(
                study.lead(),
                op(
                                "decision.withdraw",
                                round,
                                passage.getJsonObject("segment"),
                                new JsonObject().put("theme", passage.getString("theme")))
                        .put("if_rev", 1));
        assertEquals(state, settled(round));
        watching.close();
    }

    private JsonObject settled(String round) {
        return study.lead().get(study.at("")).json().getJsonArray("streams").stream()
                .map(JsonObject.class::cast)
                .filter(stream -> stream.getString("kind").equals("round")
                        && stream.getString("round").equals(round))
                .findFirst()
                .orElseThrow()
                .getJsonObject("data");
    }

    private static List<String> bases(JsonObject settled) {
        return settled.getJsonArray("reference").stream()
                .map(coding -> ((JsonObject) coding).getString("basis"))
                .sorted()
                .toList();
    }

    @Test
    @DisplayName(
            "Figures of a blind round are a lead's before reveal, who by looking is barred from coding it; passages are nobody's")
    void blindRounds() {
        String round = study.startRound("blind", transcript, members.get(0), members.get(1));
        for (String path : List.of(
                "/agreement",
                "/decisions",
                "/disagreements",
                "/passages?theme=" + themes.get(0) + "&first=" + members.get(0) + "&second=" + members.get(1)
                        + "&cell=a")) {
            assertEquals(404, get(coders.get(0), round, path).status());
            assertEquals(404, get(coders.get(2), round, path).status());
            assertEquals(
                    path.equals("/agreement") || path.equals("/decisions") ? 200 : 404,
                    get(study.lead(), round, path).status());
        }
        JsonObject seen = get(study.lead(), round, "/agreement").json();
        assertFalse(seen.getBoolean("frozen"));
        assertEquals("coding", seen.getString("phase"));
        String lead = study.lead().get(study.at("")).json().getString("member");
        JsonArray barred = study.ops(
                study.lead(),
                study.op(
                        "assignment.add",
                        new JsonObject().put("round", round).put("member", lead).put("transcript", transcript)));
        assertEquals("E_READONLY", barred.getJsonObject(0).getString("code"), barred::encode);
    }

    @Test
    @DisplayName("A list comes page by page, each item once, and says how many there are by theme, kind and state")
    void pages() {
        String round = study.startRound("open", transcript, members.toArray(String[]::new));
        code(round);
        JsonObject whole = ok(round, "/disagreements?unit=token");
        var items = new JsonArray();
        String cursor = "";
        int pages = 0;
        while (cursor != null) {
            JsonObject page =
                    ok(round, "/disagreements?unit=token&limit=3" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            assertTrue(page.getJsonArray("items").size() <= 3);
            assertEquals(whole.getInteger("total"), page.getInteger("total"));
            items.addAll(page.getJsonArray("items"));
            cursor = page.getString("next");
            pages++;
        }
        assertEquals(whole.getJsonArray("items"), items);
        assertEquals((items.size() + 2) / 3, pages);
        for (Object one : whole.getJsonArray("facets")) {
            JsonObject facet = (JsonObject) one;
            JsonObject chosen = ok(
                    round,
                    "/disagreements?unit=token&theme=" + facet.getString("theme") + "&kind=" + facet.getString("kind")
                            + "&state=" + facet.getString("state"));
            assertEquals(facet.getInteger("items"), chosen.getInteger("total"));
            assertEquals(whole.getJsonArray("facets"), chosen.getJsonArray("facets"));
            assertEquals(
                    chosen.getInteger("units"), chosen.getJsonObject("counts").getInteger(facet.getString("kind")));
        }
        for (String query : List.of("limit=0", "limit=1001", "cursor=1")) {
            assertEquals(
                    400, get(coders.get(0), round, "/disagreements?" + query).status(), query);
        }
    }

    @Test
    @DisplayName("Figures of all are those of a table; a theme and a pair that are named come alone and whole")
    void chosenFigures() {
        String round = study.startRound("open", transcript, members.toArray(String[]::new));
        code(round);
        String pair = "first=" + members.get(2) + "&second=" + members.get(0);
        JsonObject ofAll = ok(round, "/agreement");
        JsonObject chosen = ok(round, "/agreement?theme=" + themes.get(1) + "&" + pair);
        JsonObject theme = chosen.getJsonArray("themes").getJsonObject(0);
        assertEquals(3, ofAll.getJsonArray("themes").size());
        assertEquals(1, chosen.getJsonArray("themes").size());
        assertEquals(themes.get(1), theme.getString("theme"));
        assertEquals(1, theme.getJsonArray("pairs").size());
        assertEquals(
                new JsonArray().add(members.get(0)).add(members.get(2)),
                theme.getJsonArray("pairs").getJsonObject(0).getJsonArray("coders"));
        assertTrue(theme.getJsonArray("pairs").getJsonObject(0).containsKey("diagnosis"));
        assertFalse(ofAll.getJsonArray("themes")
                .getJsonObject(1)
                .getJsonArray("pairs")
                .getJsonObject(0)
                .containsKey("diagnosis"));
        assertEquals(1, chosen.getJsonArray("pairs").size());
        assertTrue(chosen.getJsonArray("pairs").getJsonObject(0).containsKey("confusion"));
        assertEquals(
                400,
                get(coders.get(0), round, "/agreement?first=" + members.get(0)).status());
    }

    private Reply conditional(TestBrowser browser, String round, String path, String tag) {
        return browser.send(HttpMethod.GET, study.at("/rounds/" + round + path), null, Map.of("If-None-Match", tag));
    }

    @Test
    @DisplayName("Who holds an answer gets it again only when it has changed, whoever it was made for")
    void tags() {
        String round = study.startRound("open", transcript, members.toArray(String[]::new));
        code(round);
        String pair = "&first=" + members.get(0) + "&second=" + members.get(1);
        for (String path : List.of(
                "/agreement",
                "/agreement?unit=sentence&layer=after",
                "/disagreements?theme=" + themes.get(1),
                "/passages?cell=d&theme=" + themes.get(0) + pair)) {
            Reply whole = get(coders.get(0), round, path);
            String tag = whole.headers().get("ETag");
            Reply held = conditional(coders.get(1), round, path, "\"older\", W/" + tag);
            assertEquals(304, held.status(), path);
            assertEquals("", held.text());
            assertEquals(tag, held.headers().get("ETag"));
            assertEquals(
                    200, conditional(coders.get(1), round, path, "\"older\"").status());
        }
        String before = get(coders.get(0), round, "/agreement").headers().get("ETag");
        study.accepted(coders.get(0), op("review.clear", round, reviewedBy(coders.get(0), round), new JsonObject()));
        Reply after = conditional(coders.get(1), round, "/agreement", before);
        assertEquals(200, after.status(), after::text);
        assertEquals(after.text(), get(coders.get(2), round, "/agreement").text());
    }

    @Test
    @DisplayName("A browser gets figures compressed, under a tag of their own")
    void compressed() throws IOException {
        String round = study.startRound("open", transcript, members.toArray(String[]::new));
        Reply plain = get(coders.get(0), round, "/agreement");
        URLConnection asked = URI.create(server.url() + study.at("/rounds/" + round + "/agreement"))
                .toURL()
                .openConnection();
        asked.setRequestProperty("Cookie", coders.get(0).cookie());
        asked.setRequestProperty("Accept-Encoding", "gzip, br");
        try (var unzipped = new GZIPInputStream(asked.getInputStream())) {
            assertEquals(plain.text(), new String(unzipped.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertEquals("gzip", asked.getHeaderField("Content-Encoding"));
        assertEquals("accept-encoding", asked.getHeaderField("Vary"));
        assertNotEquals(plain.headers().get("ETag"), asked.getHeaderField("ETag"));
        assertEquals(
                304,
                conditional(coders.get(1), round, "/agreement", asked.getHeaderField("ETag"))
                        .status());
    }

    private JsonObject reviewedBy(TestBrowser coder, String round) {
        String member = coder.get(study.at("")).json().getString("member");
        return settled(round).getJsonArray("reviews").stream()
                .map(JsonObject.class::cast)
                .filter(review -> review.getString("coder").equals(member))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("Equal questions at once get equal bytes")
    void atOnce() {
        String round = study.startRound("open", transcript, members.toArray(String[]::new));
        code(round);
        List<Future<Reply>> asked = Stream.of(0, 1, 2, 0, 1, 2)
                .map(i -> coders.get(i)
                        .start(HttpMethod.GET, study.at("/rounds/" + round + "/agreement"), null, Map.of()))
                .toList();
        assertEquals(
                1, asked.stream().map(reply -> reply.await().text()).distinct().count());
    }

    @Test
    @DisplayName("[R4] A tag opens nothing, and a look at a blind round is recorded also where nothing has changed")
    void tagsOfBlindRounds() {
        String round = study.startRound("blind", transcript, members.get(0), members.get(1));
        String tag = get(study.lead(), round, "/agreement").headers().get("ETag");
        assertEquals(304, conditional(study.lead(), round, "/agreement", tag).status());
        assertEquals(2, looks());
        Reply plain = get(coders.get(0), round, "/agreement");
        Reply held = conditional(coders.get(0), round, "/agreement", tag);
        assertEquals(404, held.status());
        assertEquals(plain.text(), held.text());
        assertEquals(
                plain.headers().names().stream().sorted().toList(),
                held.headers().names().stream().sorted().toList());
    }

    private int looks() {
        return server.pool()
                .query("select 1 from audit where event = 'look'")
                .execute()
                .map(RowSet::size)
                .await();
    }

    @Test
    @DisplayName("A question that cannot be put is refused with the name of what is wrong")
    void badQuestions() {
        String round = study.startRound("open", transcript, members.get(0), members.get(1));
        for (String query : List.of(
                "unit=chapter",
                "rule=most",
                "scope=none",
                "first=" + members.get(0),
                "first=" + members.get(0) + "&second=" + members.get(0),
                "first=" + members.get(0) + "&second=" + members.get(2),
                "kind=agreement",
                "theme=1")) {
            Reply reply = get(coders.get(0), round, "/disagreements?" + query);
            assertEquals(400, reply.status(), query + ": " + reply.text());
            assertEquals("E_BAD", reply.code());
        }
    }
}
