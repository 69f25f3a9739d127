package org.sepakat.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sepakat.TestServer;

/** Behind a proxy: where a request came from is believed of the proxies that were named, and of nobody else. */
class ProxyIT {
    private static final String PUBLIC = "https://sepakat.example.org";

    @Test
    @DisplayName("[T4] A named proxy says who asked, and what a client put before that is not believed")
    void aNamedProxyIsBelieved() {
        try (TestServer server = TestServer.start(new Site(PUBLIC, true, false, Set.of("127.0.0.1", "192.0.2.2")))) {
            assertEquals("203.0.113.7", addressSeen(server, "203.0.113.7"));
            assertEquals("203.0.113.7", addressSeen(server, "198.51.100.1, 203.0.113.7, 192.0.2.2"));
            assertEquals("127.0.0.1", addressSeen(server, ""));
        }
    }

    @Test
    @DisplayName("[T4] A proxy that was not named is a client like any other")
    void anyOtherIsNotBelieved() {
        try (TestServer server = TestServer.start(new Site(PUBLIC, true, false, Set.of("192.0.2.2")))) {
            assertEquals("127.0.0.1", addressSeen(server, "203.0.113.7"));
        }
    }

    @Test
    @DisplayName("[T2] Host, origin and cookie follow SEPAKAT_PUBLIC_URL, whatever a proxy forwards of them")
    void thePublicUrlAloneSaysWhoWeAre() {
        try (TestServer server = TestServer.start(new Site(PUBLIC, true, false, Set.of("127.0.0.1")))) {
            Map<String, String> headers = Map.of(
                    "Host",
                    "sepakat.example.org",
                    "Origin",
                    PUBLIC,
                    "X-Forwarded-Host",
                    "evil.example.org",
                    "X-Forwarded-Proto",
                    "http");
            var signedIn = server.browser()
                    .send(
                            HttpMethod.POST,
                            "/api/sign-in/link",
                            new JsonObject()
                                    .put("token", server.link(server.account("Ani")))
                                    .toBuffer(),
                            headers);

            assertEquals(200, signedIn.status(), signedIn::text);
            String cookie = signedIn.headers().get("Set-Cookie");
            assertTrue(cookie.startsWith("__Host-sid="), cookie);
            assertEquals(421, server.browser().get("/api/me").status());
        }
    }

    /** The address that the audit trail keeps of a sign-in that failed. */
    private static String addressSeen(TestServer server, String forwarded) {
        server.browser()
                .send(
                        HttpMethod.POST,
                        "/api/sign-in",
                        new JsonObject()
                                .put("name", "nobody")
                                .put("password", "a long password")
                                .toBuffer(),
                        Map.of("Host", "sepakat.example.org", "Origin", PUBLIC, "X-Forwarded-For", forwarded));
        return server.pool()
                .query("select detail ->> 'address' as address from audit order by at desc, ctid desc limit 1")
                .execute()
                .map(rows -> rows.iterator().next().getString("address"))
                .await();
    }
}
