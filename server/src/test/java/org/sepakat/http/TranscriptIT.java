package org.sepakat.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sepakat.TestStudy.INTERVIEW;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sepakat.TestBrowser.Reply;
import org.sepakat.TestServer;
import org.sepakat.TestStudy;

/** A text over HTTP: previewed, imported, read, or refused whole. */
class TranscriptIT {
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
    void anUploadIsPreviewedImportedAndRead() {
        Reply preview = study.lead()
                .send(
                        HttpMethod.POST,
                        study.at("/transcripts/preview"),
                        Buffer.buffer(INTERVIEW),
                        Map.of("Content-Type", "text/plain; charset=utf-8"));
        String transcript = study.fresh();
        Reply imported = study.upload(study.lead(), transcript, "T-01", Buffer.buffer(INTERVIEW), "text/plain");

        assertEquals("turns", preview.json().getString("format"));
        assertEquals(4, preview.json().getJsonArray("segments").size());
        assertTrue(imported.json().containsKey("seq"), imported::text);
        JsonObject text = study.lead()
                .get(study.at("/transcripts/" + transcript + "/versions/1"))
                .json();
        assertEquals(INTERVIEW, text.getString("text"));
        assertEquals(INTERVIEW.length(), text.getInteger("length"));
        assertEquals(preview.json().getJsonArray("segments"), text.getJsonArray("segments"));
        JsonObject listed = study.stream(study.lead(), "study")
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
    @DisplayName(
            "A corrected text is previewed and stored as the next version; the same, another and a stale one are refused")
    void aTextIsCorrected() {
        String transcript = study.fresh();
        study.upload(study.lead(), transcript, "T-01", Buffer.buffer(INTERVIEW), "text/plain");
        String corrected = INTERVIEW.replace("kabar", "kabarnya");

        JsonObject preview =
                correct("/versions/preview?version=1", transcript, corrected).json();
        String first = "/versions?rounds=&version=1&op_id=" + study.fresh();
        Reply stored = correct(first, transcript, corrected);
        Reply again = correct(first, transcript, corrected);
        Reply stale = correct("/versions?rounds=&version=1&op_id=" + study.fresh(), transcript, corrected);
        Reply same = correct("/versions?rounds=&version=2&op_id=" + study.fresh(), transcript, corrected);
        Reply other = correct("/versions?rounds=&version=2&op_id=" + study.fresh(), transcript, "Sama sekali lain.");
        String renamed = corrected.replace("PS-01:", "PS-02:");
        Reply relabelled = correct("/versions?rounds=&version=2&op_id=" + study.fresh(), transcript, renamed);

        JsonObject change = preview.getJsonArray("changes").getJsonObject(0);
        assertEquals("kabar", change.getString("old_text"));
        assertEquals("kabarnya", change.getString("new_text"));
        assertTrue(preview.getDouble("kept") < 1);
        assertTrue(stored.json().containsKey("seq"), stored::text);
        assertEquals(stored.json().getInteger("seq"), again.json().getInteger("seq"), again::text);
        assertEquals(true, again.json().getBoolean("dup"));
        assertTrue(relabelled.json().containsKey("seq"), relabelled::text);
        assertEquals(
                "[{\"label\":\"PM-01\",\"role\":\"participant\"},{\"label\":\"PS-01\",\"role\":\"interviewer\"},"
                        + "{\"label\":\"PS-02\",\"role\":\"interviewer\"}]",
                study.stream(study.lead(), "study")
                        .getJsonObject("data")
                        .getJsonArray("transcripts")
                        .getJsonObject(0)
                        .getJsonArray("speakers")
                        .encode());
        assertEquals(
                corrected,
                study.lead()
                        .get(study.at("/transcripts/" + transcript + "/versions/2"))
                        .json()
                        .getString("text"));
        assertEquals("E_STALE", stale.json().getString("code"));
        assertEquals(2, stale.json().getJsonObject("detail").getInteger("version"));
        assertEquals("E_BAD", same.json().getString("code"));
        assertEquals("E_BAD", other.json().getString("code"));
    }

    private Reply correct(String at, String transcript, String text) {
        return study.lead()
                .send(
                        HttpMethod.POST,
                        study.at("/transcripts/" + transcript + at),
                        Buffer.buffer(text),
                        Map.of("Content-Type", "text/plain"));
    }

    @Test
    void aFileThatIsNoTextIsRefusedAndNothingIsStored() {
        Reply bytes = study.upload(
                study.lead(), study.fresh(), "T-01", Buffer.buffer(new byte[] {'a', (byte) 0xFF}), "text/plain");
        Reply type = study.upload(study.lead(), study.fresh(), "T-01", Buffer.buffer("x"), "application/pdf");

        assertEquals(400, bytes.status());
        assertTrue(bytes.json().getString("message").startsWith("Byte 1 is not UTF-8"));
        assertEquals(400, type.status());
        assertTrue(study.stream(study.lead(), "study")
                .getJsonObject("data")
                .getJsonArray("transcripts")
                .isEmpty());
    }

    @Test
    @DisplayName("[T20] A body over 50 MiB is refused, whether it says so or not")
    void aHugeUploadIsRefused() {
        Buffer huge = Buffer.buffer(new byte[(50 << 20) + 1]);

        assertEquals(
                413,
                study.upload(study.lead(), study.fresh(), "T-01", huge, "text/plain")
                        .status());
    }
}
