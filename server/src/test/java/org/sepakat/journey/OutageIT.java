package org.sepakat.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database is away for ten seconds while three coders go on coding on their sockets. */
final class OutageIT {
    private static final Duration AWAY = Duration.ofSeconds(11);
    private static final Duration BACK = Duration.ofSeconds(60);
    private static final int SOME = 20;

    @Test
    @DisplayName(
            "[I1] [I3] through an outage acts are refused for now, none acknowledged is lost, and all goes on by itself")
    void goesOnAfterAnOutage(@TempDir Path data) throws Exception {
        try (SepakatProcess server = SepakatProcess.start(data)) {
            List<SteadyCoder> coders = coders(server);
            awaitMore(coders, "some acts");

            takeTheDatabaseAway(server);
            assertTrue(server.isAlive());
            awaitMore(coders, "acts after the outage");

            coders.forEach(SteadyCoder::stop);
            Set<String> refusals = new TreeSet<>();
            coders.forEach(coder -> refusals.addAll(coder.refusals()));
            assertFalse(refusals.isEmpty(), "the outage was noticed");
            refusals.removeAll(Set.of("E_BUSY", "E_DB", "E_RATE"));
            assertEquals(Set.of(), refusals);
            for (SteadyCoder coder : coders) {
                coder.check();
            }
        }
    }

    private static List<SteadyCoder> coders(SepakatProcess server) throws IOException {
        var coders = new ArrayList<SteadyCoder>();
        for (String name : List.of("Ani", "Budi", "Citra")) {
            coders.add(new SteadyCoder(new HttpCoder(server.url(), server.link(name))));
        }
        return coders;
    }

    private static void awaitMore(List<SteadyCoder> coders, String what) {
        List<Integer> before = coders.stream().map(SteadyCoder::acknowledged).toList();
        Await.until(BACK, what, () -> {
            for (int i = 0; i < coders.size(); i++) {
                if (coders.get(i).acknowledged() < before.get(i) + SOME) {
                    return false;
                }
            }
            return true;
        });
    }

    /** Kills PostgreSQL as often as the server has started it again. */
    private static void takeTheDatabaseAway(SepakatProcess server) throws Exception {
        Instant end = Instant.now().plus(AWAY);
        boolean unready = false;
        while (Instant.now().isBefore(end)) {
            server.killPostgres();
            unready |= isUnready(server);
            Thread.sleep(50);
        }
        assertTrue(unready, "the server says that it is not ready");
    }

    private static boolean isUnready(SepakatProcess server) throws Exception {
        var readyz =
                HttpRequest.newBuilder(URI.create(server.url() + "/readyz")).build();
        return HttpClient.newHttpClient()
                        .send(readyz, HttpResponse.BodyHandlers.discarding())
                        .statusCode()
                == 503;
    }
}
