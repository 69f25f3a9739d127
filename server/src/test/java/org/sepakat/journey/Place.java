package org.sepakat.journey;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

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
