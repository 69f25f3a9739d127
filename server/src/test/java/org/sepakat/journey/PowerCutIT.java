package org.sepakat.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** [F1] [F3] [F4] kill -9 of the server and, separately, of PostgreSQL while three coders tag: nothing acknowledged is lost, nothing is doubled. */
final class PowerCutIT {

    private static final Duration BACK = Duration.ofSeconds(60);
    private static final List<String> CODERS = List.of("Ani", "Budi", "Citra");
    private static final int ENOUGH = 60;

    /** What a coder sent in order, and what was answered: op id to seq. */
    private record Diary(List<JsonObject> sent, Map<String, Long> acknowledged) {
        static Diary empty() {
            return new Diary(new ArrayList<>(), new ConcurrentHashMap<>());
        }
    }

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
                note(diary, coder.submit(study, List.of(op)));
            } catch (IOException cutOff) {
                return;
            }
        }
    }

    private static void note(Diary diary, List<JsonObject> answers) {
        for (JsonObject answer : answers) {
            if (answer.containsKey("seq")) {
                diary.acknowledged().put(answer.getString("op_id"), answer.getLong("seq"));
            }
        }
    }

    private static boolean isAnswering(HttpCoder coder) {
        try {
            return coder.get("/api/me").containsKey("account");
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
            UUID study = coder.onlyStudy();
            acknowledged += diary.acknowledged().size();
            resendAll(coder, study, diary);
            holdsAllOnce(coder, study, diary);
        }
        System.out.printf("power cut: %d acts had been acknowledged, 0 lost, 0 doubled%n", acknowledged);
    }

    /** Every act again, with the same ids: what was acknowledged before keeps its place. */
    private static void resendAll(HttpCoder coder, UUID study, Diary diary) throws IOException {
        var before = Map.copyOf(diary.acknowledged());
        for (int from = 0; from < diary.sent().size(); from += 20) {
            List<JsonObject> batch =
                    diary.sent().subList(from, Math.min(from + 20, diary.sent().size()));
            note(diary, submitPatiently(coder, study, batch));
        }
        before.forEach((op, seq) -> assertEquals(seq, diary.acknowledged().get(op), "the first answer again"));
        assertEquals(diary.sent().size(), diary.acknowledged().size(), "every act sent is in the log now");
    }

    /** Waits out E_RATE and E_DB, as a browser does. */
    private static List<JsonObject> submitPatiently(HttpCoder coder, UUID study, List<JsonObject> batch)
            throws IOException {
        var done = new HashMap<String, JsonObject>();
        Await.until(BACK, "all acts to be answered", () -> {
            List<JsonObject> open = batch.stream()
                    .filter(op -> !done.containsKey(op.getString("op_id")))
                    .toList();
            try {
                for (JsonObject answer : coder.submit(study, open)) {
                    if (!answer.getBoolean("retry", false)) {
                        done.put(answer.getString("op_id"), answer);
                    }
                }
            } catch (IOException notYet) {
                return false;
            }
            return done.size() == batch.size();
        });
        return List.copyOf(done.values());
    }

    private static void holdsAllOnce(HttpCoder coder, UUID study, Diary diary) throws IOException {
        var codings = new HashMap<String, Integer>();
        coder.streams(study, "round").stream()
                .flatMap(stream -> stream.getJsonObject("data").getJsonArray("codings").stream())
                .map(coding -> ((JsonObject) coding).getString("coding"))
                .forEach(coding -> codings.merge(coding, 1, Integer::sum));
        for (JsonObject op : diary.sent()) {
            assertEquals(1, codings.get(op.getJsonObject("body").getString("coding")), () -> "coding of " + op);
        }
    }

    /** Where a coder of the demo's open round may code: every span of one character more. */
    record Place(UUID round, UUID transcript, List<UUID> themes, List<Integer> starts) {

        static Place inOpenRound(HttpCoder coder, UUID study) throws IOException {
            JsonObject data = coder.streams(study, "study").get(0).getJsonObject("data");
            JsonObject round = objects(data.getJsonArray("rounds"))
                    .filter(r -> r.getString("mode").equals("open")
                            && r.getString("phase").equals("coding"))
                    .findFirst()
                    .orElseThrow();
            UUID transcript = UUID.fromString(
                    round.getJsonArray("transcripts").getJsonObject(0).getString("transcript"));
            List<UUID> themes = objects(objects(data.getJsonArray("codebooks"))
                            .reduce((first, last) -> last)
                            .orElseThrow()
                            .getJsonArray("themes"))
                    .filter(theme -> theme.getBoolean("codable"))
                    .map(theme -> UUID.fromString(theme.getString("theme")))
                    .toList();
            JsonObject text = coder.get("/api/studies/" + study + "/transcripts/" + transcript + "/versions/1");
            List<Integer> starts = objects(text.getJsonArray("segments"))
                    .map(segment -> segment.getInteger("start"))
                    .toList();
            return new Place(UUID.fromString(round.getString("round")), transcript, themes, starts);
        }

        JsonObject act(int n) {
            int start = starts.get(n % starts.size());
            int length = 1 + n / (starts.size() * themes.size());
            UUID theme = themes.get(n / starts.size() % themes.size());
            return new JsonObject()
                    .put("op_id", UUID.randomUUID().toString())
                    .put("kind", "coding.apply")
                    .put(
                            "body",
                            new JsonObject()
                                    .put("round", round.toString())
                                    .put("coding", UUID.randomUUID().toString())
                                    .put("transcript", transcript.toString())
                                    .put("theme", theme.toString())
                                    .put("start", start)
                                    .put("end", start + length));
        }

        private static Stream<JsonObject> objects(JsonArray array) {
            return array.stream().map(JsonObject.class::cast);
        }
    }
}
