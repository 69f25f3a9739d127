package org.sepakat.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sepakat.TestBrowser;
import org.sepakat.TestServer;
import org.sepakat.TestSocket;
import org.sepakat.TestStudy;

/** [X1] What was erased is told nowhere any more: not live, not in replay, not in snapshots, and not from memory. */
class ErasedEverywhereIT {
    private static final String WORDS = "kata Ibu Sari di Bungo";
    private TestServer server;
    private TestStudy study;
    private TestBrowser ani;
    private String stream;
    private JsonObject erasing;
    private TestSocket watching;

    @BeforeEach
    void decideAndErase() {
        server = TestServer.start();
        study = TestStudy.found(server);
        String member = study.addMember("Ani", "coder");
        ani = study.join("Ani", member);
        String transcript = study.importInterview("T-01");
        String theme = study.publishThemes(1).get(0);
        String round = study.startRound("open", transcript, member);
        study.accepted(
                ani,
                study.op(
                        "coding.apply",
                        new JsonObject()
                                .put("round", round)
                                .put("coding", study.fresh())
                                .put("transcript", transcript)
                                .put("theme", theme)
                                .put("start", 0)
                                .put("end", 5)));
        study.accepted(study.lead(), study.moveRound(round, "closed", 2), study.moveRound(round, "revealed", 3));
        stream = study.stream(ani, "round").getString("stream");
        watching = TestSocket.open(ani);
        watching.follow(study.id(), 3);
        study.accepted(study.lead(), decision(round, transcript, theme));
        watching.awaits(1, text -> text.contains(WORDS));
        String content = decided().getString("content");
        erasing = study.op("content.erase", new JsonObject().put("round", round).put("content", content));
        assertEquals(WORDS, decided().getString("reason"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonObject decision(String round, String transcript, String theme) {
        return study.op(
                "decision.record",
                new JsonObject()
                        .put("round", round)
                        .put("decision", study.fresh())
                        .put("transcript", transcript)
                        .put("theme", theme)
                        .put("start", TestStudy.INTERVIEW.indexOf("Apa"))
                        .put("end", TestStudy.INTERVIEW.indexOf('\n'))
                        .put("outcome", "none")
                        .put("codings", new JsonArray())
                        .put("reason", WORDS));
    }

    private JsonObject decided() {
        return study.stream(ani, "round")
                .getJsonObject("data")
                .getJsonArray("decisions")
                .getJsonObject(0);
    }

    @Test
    @DisplayName(
            "[X1] whoever was told of the words is told that they are gone, and whoever comes later never sees them")
    void nobodyIsToldAnyMore() {
        assertEquals("E_READONLY", study.ops(ani, erasing).getJsonObject(0).getString("code"));
        study.accepted(study.lead(), erasing);
        watching.awaits(1, text -> text.contains("\"content.erase\""));

        TestSocket later = TestSocket.open(ani);
        later.send(new JsonObject()
                .put("t", "sub")
                .put("study", study.id())
                .put("cursors", new JsonObject().put(stream, 1)));
        later.awaits(1, text -> text.contains("\"content.erase\""));
        later.awaits(1, text -> text.contains("\"decision.record\"") && text.contains("\"erased\":true"));
        later.send(new JsonObject()
                .put("t", "pull")
                .put("study", study.id())
                .put("stream", stream)
                .put("from", 1)
                .put("to", 50));
        later.awaits(2, text -> text.contains("\"erased\":true"));
        assertFalse(String.join("\n", later.texts()).contains(WORDS));
        JsonObject standing = decided();
        assertTrue(standing.containsKey("reason") && standing.getValue("reason") == null, standing::encode);
        assertTrue(standing.getBoolean("erased"));
        for (String path : List.of("", "/streams/" + stream + "/ops")) {
            assertFalse(study.lead().get(study.at(path)).text().contains(WORDS), path);
        }
    }
}
