package org.sepakat.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sepakat.TestServer;

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
}
