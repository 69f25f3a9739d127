package org.sepakat.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sepakat.TestSocket;
import org.sepakat.TestStudy;

/** [R4] Two runs of a real server that differ only in what the other coders of a blind round do: the blind one gets the same bytes, by every way there is. */
final class TwinRunIT {

    /** What others do in one run, at the same moments of the scenario. */
    private interface Others {
        default void whileCoding(BlindStage stage, JsonObject coding) {}

        default void whileClosed(BlindStage stage) {}
    }

    private static final Others IDLE = new Others() {};

    private static final Others BUSY = new Others() {
        @Override
        public void whileCoding(BlindStage stage, JsonObject coding) {
            stage.budisSocket.follow(stage.study.id(), 4);
            place(stage, stage.blind, stage.text);
            place(stage, stage.open, stage.openText);
            stage.study.accepted(stage.budi, coding);
            for (int i = 0; i < 24; i++) {
                JsonObject byBudi = stage.coding(stage.blind, stage.text, stage.themes.get(i % 2), i, i + 5);
                stage.budisSocket.submit(stage.study.id(), byBudi);
                stage.budisSocket.awaits(2, text -> text.contains(byBudi.getString("op_id")));
                stage.study.accepted(stage.citra, stage.coding(stage.blind, stage.text, stage.themes.get(0), i, i + 3));
            }
            stage.study.accepted(
                    stage.budi,
                    stage.review(stage.blind, stage.text),
                    stage.removal(stage.blind, coding.getJsonObject("body").getString("coding")));
            stage.study.ops(
                    stage.citra,
                    stage.coding(stage.blind, stage.text, stage.themes.get(0), 0, 1_000_000),
                    stage.removal(stage.blind, stage.study.fresh()));
            String otherText = stage.study.fresh();
            stage.study.ops(stage.citra, stage.coding(stage.elsewhere, otherText, stage.themes.get(0), 0, 4));
            TestSocket.open(stage.citra).send(new JsonObject().put("t", "shout"));
            assertEquals(
                    200,
                    stage.study
                            .lead()
                            .get(stage.study.at("/rounds/" + stage.blind + "/progress"))
                            .status());
            stage.readAs(stage.citra);
        }

        @Override
        public void whileClosed(BlindStage stage) {
            stage.study.accepted(stage.study.lead(), reopening(stage, "assignment.reopen"));
            stage.study.accepted(stage.budi, stage.coding(stage.blind, stage.text, stage.themes.get(1), 30, 40));
            stage.study.accepted(stage.study.lead(), reopening(stage, "assignment.close"));
            stage.server.signedIn("Citra");
        }
    };

    private static final Others SEEN_IN_THE_OPEN_ROUND = new Others() {
        @Override
        public void whileCoding(BlindStage stage, JsonObject coding) {
            stage.study.accepted(stage.budi, stage.coding(stage.open, stage.openText, stage.themes.get(2), 3, 9));
        }
    };

    /** Of a text and a coder that are in the blind round as well. */
    private static final Buffer FOLDER = ImportRoutesIT.zip(Map.of(
            "transcripts/T-01.txt",
            TestStudy.INTERVIEW.getBytes(StandardCharsets.UTF_8),
            "codebook.csv",
            "theme\nTema 0\n".getBytes(StandardCharsets.UTF_8),
            "codings.csv",
            "transcript,coder,theme,unit\nT-01,Budi,Tema 0,1\nT-01,Citra,Tema 0,1\n".getBytes(StandardCharsets.UTF_8)));

    private static List<String> alone;

    @BeforeAll
    static void runAlone() {
        alone = run(IDLE);
    }

    @Test
    @DisplayName(
            "[R4] [B1-B11] whatever the others of a blind round do, socket and HTTP give the blind coder the same bytes")
    void othersChangeNothing() {
        assertEquals(String.join("\n\n", alone), String.join("\n\n", run(BUSY)));
    }

    @Test
    @DisplayName("[R4] the comparison sees a single act of another where it may be seen")
    void oneActIsNoticed() {
        List<String> other = run(SEEN_IN_THE_OPEN_ROUND);
        assertNotEquals(frames(alone), frames(other), "on the socket");
        assertNotEquals(replies(alone), replies(other), "over HTTP");
    }

    private static List<String> frames(List<String> received) {
        return received.stream().filter(text -> text.startsWith("{")).toList();
    }

    private static List<String> replies(List<String> received) {
        return received.stream().filter(text -> !text.startsWith("{")).toList();
    }

    /** All that Ani receives. */
    private static List<String> run(Others others) {
        try (var stage = new BlindStage()) {
            JsonObject budis = stage.coding(stage.blind, stage.text, stage.themes.get(2), 1, 8);
            stage.meanwhile(() -> others.whileCoding(stage, budis));
            code(stage, budis);
            stage.readAll();
            stage.pass(Duration.ofSeconds(20), 1);
            stage.study.accepted(stage.study.lead(), stage.study.moveRound(stage.blind, "closed", 2));
            stage.meanwhile(() -> others.whileClosed(stage));
            stage.act(stage.coding(stage.blind, stage.text, stage.themes.get(0), 40, 45), 1);
            stage.importFolder(FOLDER);
            stage.readAll();
            stage.reconnect();
            stage.pass(Duration.ofSeconds(20), 1);
            List<String> received = stage.received();
            assertTrue(received.size() > 200, "the scenario says something");
            return received;
        }
    }

    /** Ani's own acts: taken and refused, and some that meet Budi's, with his ids. */
    private static void code(BlindStage stage, JsonObject budis) {
        JsonObject own = stage.coding(stage.blind, stage.text, stage.themes.get(0), 0, 5);
        stage.act(own, 2);
        stage.act(own, 3);
        stage.act(stage.coding(stage.blind, stage.text, stage.themes.get(0), 0, 5), 1);
        stage.act(stage.coding(stage.blind, stage.text, stage.themes.get(0), 0, 1_000_000), 1);
        stage.act(stage.removal(stage.blind, budis.getJsonObject("body").getString("coding")), 1);
        stage.act(budis, 2);
        stage.act(stage.review(stage.blind, stage.text), 2);
        stage.post(
                stage.coding(stage.blind, stage.text, stage.themes.get(1), 2, 7),
                stage.coding(stage.elsewhere, stage.text, stage.themes.get(1), 2, 7),
                stage.coding(stage.open, stage.openText, stage.themes.get(1), 2, 7),
                stage.removal(stage.blind, stage.study.fresh()));
        stage.pullAll();
        stage.importFolder(FOLDER);
        stage.importFolder(Buffer.buffer("no ZIP file"));
    }

    private static void place(BlindStage stage, String round, String transcript) {
        stage.budisSocket.send(new JsonObject()
                .put("t", "pres")
                .put("study", stage.study.id())
                .put("round", round)
                .put("transcript", transcript)
                .put("segment", 1));
    }

    private static JsonObject reopening(BlindStage stage, String kind) {
        return stage.study.op(kind, new JsonObject().put("round", stage.blind).put("member", stage.members.get(1)));
    }
}
