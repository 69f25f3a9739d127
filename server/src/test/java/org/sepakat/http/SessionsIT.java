package org.sepakat.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sepakat.TestBrowser;
import org.sepakat.TestServer;
import org.sepakat.TestSocket;

/** What keeps a session from running out. */
class SessionsIT {

    @Test
    @DisplayName("[S14] [T3] An open page alone does not keep its session; acts on its socket do")
    void actsKeepASession() {
        try (TestServer server = TestServer.start()) {
            var sessions = new Sessions(
                    server.pool(), server.clock(), server.node().world().tokens(), ended -> {});
            Account ani = server.account("Ani");
            String silent = sessions.start(ani, null).await().session().key();
            String acting = sessions.start(ani, null).await().session().key();
            Set<String> open = Set.of(silent, acting);

            server.clock().advance(Duration.ofMinutes(50));
            assertEquals(open, sessions.stillGood(open, Set.of(acting)).await());
            server.clock().advance(Duration.ofMinutes(50));

            assertEquals(
                    Set.of(acting), sessions.stillGood(open, Set.of(silent)).await());
        }
    }

    @Test
    @DisplayName("[S14] A page that only keeps itself up to date does not keep its session; a request by hand does")
    void onlyRequestsByHandKeepASession() {
        try (TestServer server = TestServer.start()) {
            TestBrowser attended = server.signedIn("Ani");
            TestBrowser left = server.signedIn("Budi");
            for (int i = 0; i < 6; i++) {
                server.clock().advance(Duration.ofMinutes(9));
                TestSocket.open(left).close();
                assertEquals(200, automatic(left).status());
                assertEquals(200, attended.get("/api/studies").status());
            }
            server.clock().advance(Duration.ofMinutes(9));
            assertEquals(401, automatic(left).status());
            assertEquals(200, automatic(attended).status());
        }
    }

    private static TestBrowser.Reply automatic(TestBrowser browser) {
        return browser.send(HttpMethod.GET, "/api/studies", null, Map.of("X-Sepakat-Automatic", "1"));
    }
}
