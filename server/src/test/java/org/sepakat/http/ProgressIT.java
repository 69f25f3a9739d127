package org.sepakat.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sepakat.TestBrowser;
import org.sepakat.TestServer;
import org.sepakat.TestStudy;

/** Who may see how far the coders are, and what a look costs. */
class ProgressIT {
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
    @DisplayName(
            "A look at the progress of a blind round is recorded, bars the lead from coding it, and is nobody else's")
    void progressOfABlindRound() {
        String ani = study.addMember("Ani", "coder");
        TestBrowser coder = study.join("Ani", ani);
        String transcript = study.importInterview("T-01");
        study.publishThemes(1);
        String round = study.startRound("blind", transcript, ani);
        String progress = study.at("/rounds/" + round + "/progress");

        assertEquals(404, coder.get(progress).status());
        assertNull(looks());
        JsonObject seen =
                study.lead().get(progress).json().getJsonArray("coders").getJsonObject(0);

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
        String leadMember = study.lead().get(study.at("")).json().getString("member");
        JsonArray barred = study.ops(
                study.lead(),
                study.op(
                        "assignment.add",
                        new JsonObject()
                                .put("round", round)
                                .put("member", leadMember)
                                .put("transcript", transcript)));
        assertEquals("E_READONLY", barred.getJsonObject(0).getString("code"), barred::encode);
    }

    private String looks() {
        return server.pool()
                .withTransaction(tx -> tx.preparedQuery("select set_config('sepakat.studies', $1, true)")
                        .execute(Tuple.of(study.id()))
                        .compose(set -> tx.query("select thing from look").execute()))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getString("thing"))
                .await();
    }
}
