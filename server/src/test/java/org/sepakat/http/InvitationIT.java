package org.sepakat.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sepakat.TestStudy.tokenOf;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sepakat.TestBrowser;
import org.sepakat.TestBrowser.Reply;
import org.sepakat.TestServer;
import org.sepakat.TestStudy;

/** An invitation by link: looked at, accepted once, and made by a lead alone. */
class InvitationIT {
    private static final String PASSWORD = "kuda baterai staples";

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
    void anInvitedPersonLooksThenJoinsWithANewAccount() {
        String member = study.addMember("Ani", "coder");
        JsonObject invitation = study.invite(member);
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
        assertEquals(new JsonObject().put("study", study.id()).put("member", member), accepted.json());
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
        String token = tokenOf(study.invite(study.addMember("Ani", "coder")));

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
        String member = study.addMember("Ani", "coder");
        String first = tokenOf(study.invite(member));
        study.invite(member);
        TestBrowser coder = study.join("Budi", study.addMember("Budi", "coder"));

        assertEquals(
                403,
                coder.post(study.at("/invitations"), new JsonObject().put("member", member))
                        .status());
        assertEquals(
                404,
                server.browser()
                        .post("/api/invitations/look", new JsonObject().put("token", first))
                        .status());
    }
}
