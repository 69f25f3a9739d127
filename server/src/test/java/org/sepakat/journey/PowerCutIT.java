package org.sepakat.journey;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** [F1] [F3] [F4] kill -9 of the server and, separately, of PostgreSQL while three coders tag: nothing acknowledged is lost, nothing is doubled. */
final class PowerCutIT {

    private static final Duration BACK = Duration.ofSeconds(60);
    private static final List<String> CODERS = List.of("Ani", "Budi", "Citra");
    private static final int ENOUGH = 60;

    @Test
    @DisplayName("[I1] [I3] acts that were acknowledged survive kill -9 of the server, and a resend doubles nothing")
    void survivesTheDeathOfTheServer(@TempDir Path data) throws Exception {
        Map<String, Diary> diaries = diaries();
        int port;
        try (SepakatProcess server = SepakatProcess.start(data)) {
            port = server.port();
            codeUntil(server, diaries, server::kill);
        }
        try (SepakatProcess server = SepakatProcess.start(data, port)) {
            check(server, diaries);
        }
    }

    @Test
    @DisplayName(
            "[I1] [I3] acts that were acknowledged survive kill -9 of PostgreSQL, and the server goes on by itself")
    void survivesTheDeathOfPostgres(@TempDir Path data) throws Exception {
        Map<String, Diary> diaries = diaries();
        try (SepakatProcess server = SepakatProcess.start(data)) {
            Map<String, HttpCoder> coders = codeUntil(server, diaries, server::killPostgres);
            assertTrue(server.isAlive(), "the server outlives its database");
            HttpCoder ani = get(coders, "Ani");
            Await.until(BACK, "the database to come back", () -> isAnswering(ani));
            check(diaries, coders);
        }
    }

    private static <T> T get(Map<String, T> of, String name) {
        return Objects.requireNonNull(of.get(name), name);
    }

    private static Map<String, Diary> diaries() {
        var diaries = new HashMap<String, Diary>();
        CODERS.forEach(coder -> diaries.put(coder, Diary.empty()));
        return diaries;
    }

    private interface Cut {
        void happen() throws IOException;
    }

    /** All coders code at once, as fast as they are answered, until the cut. */
    private static Map<String, HttpCoder> codeUntil(SepakatProcess server, Map<String, Diary> diaries, Cut cut)
            throws Exception {
        var over = new AtomicBoolean();
        var coders = signIn(server);
        var working = new ArrayList<CompletableFuture<Void>>();
        for (String name : CODERS) {
            HttpCoder coder = get(coders, name);
            UUID study = coder.onlyStudy();
            Place place = Place.inOpenRound(coder, study);
            working.add(CompletableFuture.runAsync(() -> codeOn(coder, study, place, get(diaries, name), over)));
        }
        Await.until(
                BACK,
                "some acts to be acknowledged",
                () -> diaries.values().stream()
                        .allMatch(diary -> diary.acknowledged().size() >= ENOUGH));
        cut.happen();
        over.set(true);
        CompletableFuture.allOf(working.toArray(CompletableFuture[]::new)).join();
        return coders;
    }

    private static Map<String, HttpCoder> signIn(SepakatProcess server) throws IOException {
        var coders = new HashMap<String, HttpCoder>();
        for (String name : CODERS) {
            coders.put(name, new HttpCoder(server.url(), server.link(name)));
        }
        return coders;
    }

    private static void codeOn(HttpCoder coder, UUID study, Place place, Diary diary, AtomicBoolean over) {
        for (int n = 0; !over.get(); n++) {
            JsonObject op = place.act(n);
            diary.sent().add(op);
            try {
                coder.submit(study, List.of(op)).forEach(diary::note);
            } catch (IOException cutOff) {
                return;
            }
        }
    }

    private static boolean isAnswering(HttpCoder coder) {
        try {
            return coder.get("/api/sessions").containsKey("sessions");
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void check(SepakatProcess server, Map<String, Diary> diaries) throws IOException {
        check(diaries, signIn(server));
    }

    private static void check(Map<String, Diary> diaries, Map<String, HttpCoder> coders) throws IOException {
        int acknowledged = 0;
        for (String name : CODERS) {
            Diary diary = get(diaries, name);
            HttpCoder coder = get(coders, name);
            acknowledged += diary.acknowledged().size();
            diary.check(coder, coder.onlyStudy());
        }
        System.out.printf("power cut: %d acts had been acknowledged, 0 lost, 0 doubled%n", acknowledged);
    }
}
