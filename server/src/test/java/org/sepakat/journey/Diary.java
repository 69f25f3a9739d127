package org.sepakat.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What one coder sent, and what was answered.
 *
 * @param sent in order; written by one thread at a time
 * @param acknowledged op id to seq
 */
record Diary(List<JsonObject> sent, Map<String, Long> acknowledged) {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    static Diary empty() {
        return new Diary(new ArrayList<>(), new ConcurrentHashMap<>());
    }

    void note(JsonObject answer) {
        if (answer.containsKey("seq")) {
            acknowledged.put(answer.getString("op_id"), answer.getLong("seq"));
        }
    }

    /** [I1] [I3] Sends every act again, with the same ids: what was acknowledged keeps its place, and each is there once. */
    void check(HttpCoder coder, UUID study) throws IOException {
        var before = Map.copyOf(acknowledged);
        for (int from = 0; from < sent.size(); from += 20) {
            submitPatiently(coder, study, sent.subList(from, Math.min(from + 20, sent.size())))
                    .forEach(this::note);
        }
        before.forEach((op, seq) -> assertEquals(seq, acknowledged.get(op), "the first answer again"));
        assertEquals(sent.size(), acknowledged.size(), "every act sent is in the log now");
        requireEachOnce(coder, study);
    }

    /** Waits out E_RATE and E_DB, as a browser does. */
    private static List<JsonObject> submitPatiently(HttpCoder coder, UUID study, List<JsonObject> batch) {
        var done = new HashMap<String, JsonObject>();
        Await.until(PATIENCE, "all acts to be answered", () -> {
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

    private void requireEachOnce(HttpCoder coder, UUID study) throws IOException {
        var codings = new HashMap<String, Integer>();
        coder.streams(study, "round").stream()
                .flatMap(stream -> stream.getJsonObject("data").getJsonArray("codings").stream())
                .map(coding -> ((JsonObject) coding).getString("coding"))
                .forEach(coding -> codings.merge(coding, 1, Integer::sum));
        for (JsonObject op : sent) {
            assertEquals(1, codings.get(op.getJsonObject("body").getString("coding")), () -> "coding of " + op);
        }
    }
}
