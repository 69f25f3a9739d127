package org.sepakat.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sepakat.TestBrowser;
import org.sepakat.TestBrowser.Reply;
import org.sepakat.TestServer;

/** What every request meets, over all routes of the contract. */
class EdgeIT {
    private static TestServer server;
    private static TestBrowser ani;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        ani = server.signedIn("Ani");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<ContractRoutes> routes() {
        return ContractRoutes.all().stream();
    }

    static Stream<ContractRoutes> changes() {
        return routes().filter(ContractRoutes::changes);
    }

    static Stream<ContractRoutes> signedInOnly() {
        return routes().filter(route -> !route.isPublic());
    }

    static Stream<ContractRoutes> changesOfSomebody() {
        return changes().filter(route -> !route.isPublic());
    }

    @ParameterizedTest
    @MethodSource("routes")
    void everyAnswerCarriesTheSecurityHeaders(ContractRoutes route) {
        requireHeaders(server.signedIn("Budi").send(route.method(), route.path(), null, Map.of()), "no-store");
        requireHeaders(server.browser().send(route.method(), route.path(), null, Map.of("Origin", "null")), "no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sign-in",
                "/s/x/r/y/code/z",
                "/nothing.js",
                "/api",
                "/api/nothing",
                "/ws/v1",
                "/%2e%2e/secret",
                "/assets"
            })
    void soDoesEveryPageAndEveryRefusal(String path) {
        Reply reply = server.browser().get(path);

        requireHeaders(reply, reply.headers().get("cache-control"));
    }

    private static void requireHeaders(Reply reply, String caching) {
        assertEquals(Edge.POLICY, reply.headers().get("content-security-policy"));
        assertFalse(Edge.POLICY.contains("unsafe"));
        assertEquals("nosniff", reply.headers().get("x-content-type-options"));
        assertEquals("no-referrer", reply.headers().get("referrer-policy"));
        assertEquals("DENY", reply.headers().get("x-frame-options"));
        assertEquals(caching, reply.headers().get("cache-control"));
        assertNull(reply.headers().get("content-encoding"));
        assertNull(reply.headers().get("strict-transport-security"), "plain http cannot promise https");
    }

    @ParameterizedTest
    @MethodSource("changes")
    @DisplayName("[T2] A change from anywhere but our own pages is refused")
    void aForeignChangeIsRefused(ContractRoutes route) {
        for (Map<String, String> foreign : foreignPages()) {
            Reply reply = ani.send(route.method(), route.path(), new JsonObject().toBuffer(), foreign);

            assertEquals(403, reply.status(), () -> route + " from " + foreign);
            assertEquals("E_AUTH", reply.code());
        }
    }

    private static List<Map<String, String>> foreignPages() {
        var pages = new ArrayList<Map<String, String>>();
        for (String origin : foreignOrigins()) {
            pages.add(Map.of("Origin", origin));
        }
        pages.add(Map.of("Sec-Fetch-Site", "cross-site"));
        pages.add(Map.of("Sec-Fetch-Site", "same-site"));
        pages.add(Map.of("Origin", "", "Sec-Fetch-Site", "none"));
        return pages;
    }

    /** None, null, another, one that begins alike, one that ends alike, another scheme. */
    private static List<String> foreignOrigins() {
        return List.of(
                "",
                "null",
                "https://example.org",
                server.url() + ".example.org",
                "http://evil-localhost:" + server.port(),
                "https://localhost:" + server.port());
    }

    @ParameterizedTest
    @MethodSource("changesOfSomebody")
    @DisplayName("[T2] A change without the session's own token is refused")
    void aChangeWithoutTheTokenIsRefused(ContractRoutes route) {
        for (String token :
                List.of("", "guess", String.valueOf(server.signedIn("Budi").csrf()))) {
            Reply reply = ani.send(route.method(), route.path(), null, Map.of("X-Sepakat-Csrf", token));

            assertEquals(403, reply.status(), route::toString);
        }
    }

    @ParameterizedTest
    @MethodSource("signedInOnly")
    void whoIsNotSignedInIsToldSoBeforeAnythingElse(ContractRoutes route) {
        Reply reply = server.browser().send(route.method(), route.path(), Buffer.buffer("{"), Map.of());

        assertEquals(401, reply.status(), route::toString);
        assertEquals("E_AUTH", reply.code());
    }

    @ParameterizedTest
    @MethodSource("routes")
    void everyOperationOfTheContractIsAnswered(ContractRoutes route) {
        Reply reply = ani.send(
                route.method(),
                route.path(),
                null,
                Map.of("X-Sepakat-Csrf", route.operation().equals("signOut") ? "" : ani.csrf()));

        assertTrue(Set.of(200, 400, 403, 404).contains(reply.status()), () -> route + ": " + reply);
    }

    @Test
    void theContractIsServedAsItIs() {
        assertEquals(ContractRoutes.contract(), server.browser().get("/api").json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org", "localhost.example.org", "localhost:1", "10.0.0.1", ""})
    @DisplayName("[T5] A host name that is not ours is not answered")
    void anotherHostIsRefused(String host) {
        Reply reply = server.browser().send(HttpMethod.GET, "/", null, Map.of("Host", host.isEmpty() ? "x" : host));

        assertEquals(421, reply.status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "deflate", "gzip, identity"})
    @DisplayName("[T21] A compressed body is refused")
    void aCompressedBodyIsRefused(String encoding) {
        Reply reply = ani.send(HttpMethod.PATCH, "/api/me", Buffer.buffer("x"), Map.of("Content-Encoding", encoding));

        assertEquals(400, reply.status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"language\":\"en\",\"operator\":true}",
                "{\"language\":\"en\",\"language\":\"id\"}",
                "{\"language\":7}",
                "{\"language\":\"en\"",
                "[]",
                "{\"display_name\":\"\"}",
                "{}"
            })
    @DisplayName("[T9] Unknown, doubled and wrong fields are refused, and quoted in no answer")
    void aBodyOffTheContractIsRefused(String body) {
        Reply reply = ani.send(HttpMethod.PATCH, "/api/me", Buffer.buffer(body), Map.of());

        assertEquals(400, reply.status(), reply::text);
        assertEquals("E_BAD", reply.code());
        assertFalse(reply.text().contains("true"));
    }

    @Test
    @DisplayName("[T19] A body nested deeper than 16 is refused")
    void aDeepBodyIsRefused() {
        String deep = "{\"a\":".repeat(100_000 / 5) + "1" + "}".repeat(100_000 / 5);

        Reply reply = ani.send(HttpMethod.PATCH, "/api/me", Buffer.buffer(deep), Map.of());

        assertEquals(400, reply.status());
    }

    @Test
    void aJsonBodyOver256KiBIsTooBig() {
        Reply reply = ani.send(HttpMethod.PATCH, "/api/me", Buffer.buffer(new byte[(256 << 10) + 1]), Map.of());

        assertEquals(413, reply.status());
        assertEquals("E_TOO_BIG", reply.code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/index.html.bak",
                "/../openapi.json",
                "/assets/../../openapi.json",
                "/%2e%2e/openapi.json",
                "/assets/.hidden.js",
                "//openapi.json"
            })
    @DisplayName("[T16] A path that leads out of the pages is absent")
    void aPathOutOfThePagesIsAbsent(String path) {
        assertEquals(404, server.browser().get(path).status());
    }

    @Test
    void pagesAreFetchedAnewAndHashedFilesKept() {
        Reply page = server.browser().get("/s/any/where");
        String script = page.text().replaceAll("(?s).*src=\"(/assets/[^\"]+)\".*", "$1");

        assertEquals("no-cache", page.headers().get("cache-control"));
        assertEquals(
                "public, max-age=31536000, immutable",
                server.browser().get(script).headers().get("cache-control"));
    }

    @Test
    void itSaysThatItLives() {
        assertEquals(204, server.browser().get("/livez").status());
        assertEquals(204, server.browser().get("/readyz").status());
    }

    @Test
    @DisplayName("[S1] [T1] A socket from anywhere but our own pages is refused with 403")
    void aForeignSocketIsRefused() {
        for (String origin : foreignOrigins()) {
            assertEquals(403, refusedSocket(ani, Map.of("Origin", origin)), origin);
        }
    }

    @Test
    @DisplayName("[S1] A socket without a session is refused with 401, without the subprotocol with 400")
    void aSocketNeedsSessionAndProtocol() {
        assertEquals(401, refusedSocket(server.browser(), Map.of()));
        assertEquals(400, refusedSocket(ani, Map.of("Sec-WebSocket-Protocol", "")));
    }

    private static int refusedSocket(TestBrowser browser, Map<String, String> headers) {
        return assertThrows(
                        UpgradeRejectedException.class,
                        () -> browser.socket(headers).await())
                .getStatus();
    }
}
