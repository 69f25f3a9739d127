package org.sepakat.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.WebSocket;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sepakat.TestBrowser;
import org.sepakat.TestBrowser.Reply;
import org.sepakat.TestServer;

class SignInIT {
    private static final String PASSWORD = "kuda baterai staples";
    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private TestBrowser withPassword(String name) {
        TestBrowser browser = server.signedIn(name);
        assertEquals(200, browser.post("/api/password", passwords("", PASSWORD)).status());
        return browser;
    }

    private static JsonObject passwords(String before, String after) {
        return new JsonObject().put("old", before).put("new", after);
    }

    private static JsonObject credentials(String name, String password) {
        return new JsonObject().put("name", name).put("password", password);
    }

    private static JsonObject token(String token) {
        return new JsonObject().put("token", token);
    }

    @Test
    void theRightPasswordBeginsASessionInAStrictCookie() {
        withPassword("Ani");

        Reply reply = server.browser().post("/api/sign-in", credentials("ani", PASSWORD));

        assertEquals(200, reply.status());
        assertEquals("Ani", reply.json().getJsonObject("account").getString("name"));
        String cookie = reply.headers().get("set-cookie");
        assertTrue(cookie.startsWith("sid=") && cookie.contains("; Path=/; HTTPOnly; SameSite=Strict"), cookie);
        assertFalse(cookie.contains("Secure"));
    }

    @Test
    @DisplayName("[T4] A wrong password and an unknown name get the same bytes")
    void wrongAndUnknownAreAlike() {
        withPassword("Ani");

        Reply wrong = server.browser().post("/api/sign-in", credentials("Ani", "kuda baterai"));
        Reply unknown = server.browser().post("/api/sign-in", credentials("Tidak Ada", "kuda baterai"));

        assertEquals(401, wrong.status());
        assertEquals(wrong.text(), unknown.text());
    }

    @Test
    @DisplayName("[T4] Fifty wrong passwords meet growing delays, and nobody else does")
    void fiftyWrongPasswords() {
        withPassword("Ani");
        withPassword("Budi");
        int waits = 0;
        long last = 0;
        for (int i = 0; i < 50; i++) {
            Reply reply = server.browser()
                    .send(
                            HttpMethod.POST,
                            "/api/sign-in",
                            credentials("Ani", "wrong " + i).toBuffer(),
                            Map.of("X-Forwarded-For", "10.0.0." + i));
            if (reply.status() == 429) {
                waits++;
                long after = reply.json().getJsonObject("detail").getLong("after_ms");
                assertTrue(after >= last, "delays grow");
                assertEquals(
                        Long.toString((after + 999) / 1000), reply.headers().get("retry-after"));
                last = after;
                server.clock().advance(Duration.ofMillis(after));
            } else {
                assertEquals(401, reply.status());
            }
        }
        assertTrue(waits > 20, "waited " + waits + " times: a forged address helps nobody");

        assertEquals(
                200,
                server.browser()
                        .post("/api/sign-in", credentials("Budi", PASSWORD))
                        .status());
        server.clock().advance(Duration.ofMinutes(5));
        assertEquals(
                200,
                server.browser()
                        .post("/api/sign-in", credentials("Ani", PASSWORD))
                        .status());
    }

    @Test
    @DisplayName("[T3] Signing in again gives a new session and ends the browser's old one")
    void signingInRotates() {
        TestBrowser browser = withPassword("Ani");
        String before = browser.cookie();

        browser.enter(browser.post("/api/sign-in", credentials("Ani", PASSWORD)));

        assertNotEquals(before, browser.cookie());
        assertEquals(
                401,
                server.browser()
                        .send(HttpMethod.GET, "/api/sessions", null, Map.of("Cookie", before))
                        .status());
        assertEquals(200, browser.get("/api/sessions").status());
    }

    @Test
    @DisplayName("who is signed in is nobody, not a refusal, where nobody is; and has no language before choosing one")
    void nobodyIsAnAnswer() {
        Reply nobody = server.browser().get("/api/me");
        assertEquals(200, nobody.status());
        assertEquals("{\"account\":null}", nobody.text());

        TestBrowser ani = server.signedIn("Ani");
        assertNull(language(ani.get("/api/me")));
        ani.send(HttpMethod.PATCH, "/api/me", Buffer.buffer("{\"language\":\"en\"}"), Map.of());
        assertEquals("en", language(server.signedIn("Ani").get("/api/me")));
    }

    private static @Nullable String language(Reply who) {
        return who.json().getJsonObject("account").getString("language");
    }

    @Test
    @DisplayName("[T3] [T30] Signing out ends the session and clears the browser")
    void signingOut() {
        TestBrowser browser = server.signedIn("Ani");

        Reply reply = browser.post("/api/sign-out", new JsonObject());

        assertEquals("\"cache\", \"cookies\", \"storage\"", reply.headers().get("clear-site-data"));
        assertTrue(reply.headers().get("set-cookie").contains("Max-Age=0"));
        assertEquals(401, browser.get("/api/sessions").status());
    }

    @Test
    @DisplayName("[T3] A session ends after an hour without a request, and after twelve in any case")
    void sessionsRunOut() {
        TestBrowser idle = server.signedIn("Ani");
        TestBrowser busy = server.signedIn("Budi");
        for (int i = 0; i < 14; i++) {
            server.clock().advance(Duration.ofMinutes(50));
            assertEquals(200, busy.get("/api/sessions").status(), "after " + (i + 1) * 50 + " minutes");
        }
        assertEquals(401, idle.get("/api/sessions").status());
        server.clock().advance(Duration.ofMinutes(21));
        assertEquals(401, busy.get("/api/sessions").status());
    }

    @Test
    @DisplayName("[T3] A new password ends all other sessions and needs the old one")
    void aNewPassword() {
        TestBrowser here = withPassword("Ani");
        TestBrowser there = server.signedIn("Ani");

        assertEquals(
                401,
                here.post("/api/password", passwords("not it at all", "angin laut selatan"))
                        .status());
        assertEquals(
                200,
                here.post("/api/password", passwords(PASSWORD, "angin laut selatan"))
                        .status());

        assertEquals(200, here.get("/api/sessions").status());
        assertEquals(401, there.get("/api/sessions").status());
        assertEquals(
                401,
                server.browser()
                        .post("/api/sign-in", credentials("Ani", PASSWORD))
                        .status());
    }

    @Test
    @DisplayName("[T3] One's sessions are listed and can be ended, others' cannot")
    void sessionsAreListedAndEnded() {
        TestBrowser here = server.signedIn("Ani");
        TestBrowser there = server.signedIn("Ani");
        List<JsonObject> sessions = here.get("/api/sessions").json().getJsonArray("sessions").stream()
                .map(JsonObject.class::cast)
                .toList();
        String other = sessions.stream()
                .filter(session -> !session.getBoolean("current"))
                .findFirst()
                .orElseThrow()
                .getString("session");

        assertEquals(2, sessions.size());
        assertEquals(
                404,
                server.signedIn("Budi")
                        .send(HttpMethod.DELETE, "/api/sessions/" + other, null, Map.of())
                        .status());
        assertEquals(
                200,
                here.send(HttpMethod.DELETE, "/api/sessions/" + other, null, Map.of())
                        .status());
        assertEquals(401, there.get("/api/sessions").status());
    }

    @Test
    @DisplayName("[S14] A session that ends closes its sockets")
    void socketsCloseWithTheirSession() {
        TestBrowser browser = server.signedIn("Ani");
        WebSocket socket = browser.socket(Map.of()).await();
        Future<Void> closed = Future.future(promise -> socket.closeHandler(promise::complete));

        browser.post("/api/sign-out", new JsonObject());

        closed.timeout(2, TimeUnit.SECONDS).await();
        assertEquals((short) 4401, socket.closeStatusCode());
    }

    @Test
    @DisplayName("[T5] A link signs in once, however many try at once")
    void aLinkWorksOnce() {
        String link = server.link(server.account("Ani"));

        List<Future<Reply>> tries = IntStream.range(0, 8)
                .mapToObj(i -> server.browser()
                        .start(HttpMethod.POST, "/api/sign-in/link", token(link).toBuffer(), Map.of()))
                .toList();
        Future.all(tries).await();

        assertEquals(
                1, tries.stream().filter(one -> one.result().status() == 200).count());
        assertEquals(
                Set.of(200, 404),
                tries.stream().map(one -> one.result().status()).collect(Collectors.toSet()));
    }

    @Test
    @DisplayName("[T5] A link runs out after an hour, and reading its page uses nothing up")
    void aLinkRunsOut() {
        String link = server.link(server.account("Ani"));
        server.browser().get("/sign-in?link=" + link);
        server.clock().advance(Duration.ofMinutes(61));

        assertEquals(
                404, server.browser().post("/api/sign-in/link", token(link)).status());
    }

    @Test
    void theFirstAccountIsMadeOnceWithTheTokenOfTheConsole() {
        String console = server.node().links().firstRun(server.pool()).await().token();
        JsonObject first = credentials("Lestari", PASSWORD).put("language", "en");
        assertTrue(server.browser().get("/api/first-run").json().getBoolean("open"));

        assertEquals(
                404,
                server.browser()
                        .post("/api/first-run", first.copy().put("token", "x".repeat(32)))
                        .status());
        assertEquals(
                400,
                server.browser()
                        .post(
                                "/api/first-run",
                                first.copy().put("token", console).put("password", "12345678"))
                        .status());
        Reply made = server.browser().post("/api/first-run", first.copy().put("token", console));

        assertEquals(200, made.status());
        assertTrue(made.json().getJsonObject("account").getBoolean("operator"));
        assertEquals("en", made.json().getJsonObject("account").getString("language"));
        assertFalse(server.browser().get("/api/first-run").json().getBoolean("open"));
        assertEquals(
                404,
                server.browser()
                        .post("/api/first-run", first.put("token", console).put("name", "Other"))
                        .status());
    }

    @Test
    void whoForgotThePasswordComesBackByALinkThatClearsIt() {
        withPassword("Ani");
        Account ani = server.node().accounts().find("Ani").await().orElseThrow();
        String link =
                server.node().links().reset(server.pool(), ani.id()).await().token();
        TestBrowser browser = server.browser();
        assertEquals(
                200,
                server.browser()
                        .post("/api/sign-in", credentials("Ani", PASSWORD))
                        .status());

        browser.enter(browser.post("/api/sign-in/link", token(link)));

        assertEquals(
                401,
                server.browser()
                        .post("/api/sign-in", credentials("Ani", PASSWORD))
                        .status());
        assertEquals(
                200,
                browser.post("/api/password", passwords("", "angin laut selatan"))
                        .status());
    }

    @Test
    @DisplayName("[T24] The audit trail says what happened, and no name that was typed")
    void signInsAreAudited() {
        withPassword("Ani");
        server.browser().post("/api/sign-in", credentials("my secret by mistake", "x"));

        var rows = server.pool()
                .query("select event, detail from audit order by at")
                .execute()
                .await();

        var events = new ArrayList<String>();
        rows.forEach(row -> {
            events.add(row.getString("event"));
            assertFalse(row.getJsonObject("detail").encode().contains("secret"));
        });
        assertEquals(Set.of("sign-in.link", "password.changed", "sign-in.refused"), Set.copyOf(events));
    }
}
