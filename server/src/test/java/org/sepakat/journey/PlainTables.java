package org.sepakat.journey;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A revealed round's tables counted by plain loops over what a browser can read, sharing nothing with the server: speaker turns in a theme's scope that
 * both coders reviewed; present is any letter of the turn that is no blank.
 */
final class PlainTables {

    /** Both, only the first, only the second, neither. */
    record Table(int both, int first, int second, int neither) {

        Optional<Double> kappa() {
            double n = both + first + second + neither;
            double one = (both + first) / n;
            double other = (both + second) / n;
            double expected = one * other + (1 - one) * (1 - other);
            return n == 0 || expected == 1
                    ? Optional.empty()
                    : Optional.of(((both + neither) / n - expected) / (1 - expected));
        }
    }

    private final JsonObject study;
    private final List<JsonObject> works;
    private final Map<String, JsonObject> texts;

    /**
     * @param streams of the study, as {@code GET /api/studies/...} gives them
     * @param texts of the round's transcripts, by id
     */
    PlainTables(JsonArray streams, String round, Map<String, JsonObject> texts) {
        this.study = objects(streams)
                .filter(stream -> stream.getString("kind").equals("study"))
                .findFirst()
                .orElseThrow()
                .getJsonObject("data");
        this.works = objects(streams)
                .filter(stream -> round.equals(stream.getString("round")))
                .map(stream -> stream.getJsonObject("data"))
                .toList();
        this.texts = texts;
    }

    Table independent(JsonObject theme, String first, String second) {
        return count(theme, first, second, false);
    }

    /** Where a decision settled the theme, both coders have what it says. */
    Table afterDiscussion(JsonObject theme, String first, String second) {
        return count(theme, first, second, true);
    }

    private Table count(JsonObject theme, String first, String second, boolean isAfter) {
        int[] cells = new int[4];
        for (Map.Entry<String, JsonObject> text : texts.entrySet()) {
            for (JsonObject turn :
                    objects(text.getValue().getJsonArray("segments")).toList()) {
                if (isInScope(theme, text.getKey(), turn)
                        && isReviewed(first, text.getKey(), turn)
                        && isReviewed(second, text.getKey(), turn)) {
                    boolean one = isPresent(theme, first, text.getKey(), turn, isAfter);
                    boolean other = isPresent(theme, second, text.getKey(), turn, isAfter);
                    cells[(one ? 0 : 2) + (other ? 0 : 1)]++;
                }
            }
        }
        return new Table(cells[0], cells[1], cells[2], cells[3]);
    }

    private boolean isInScope(JsonObject theme, String transcript, JsonObject turn) {
        JsonArray roles = theme.getJsonObject("scope").getJsonArray("roles");
        JsonArray labels = theme.getJsonObject("scope").getJsonArray("speakers");
        String speaker = turn.getString("speaker");
        boolean hasRole = objects(study.getJsonArray("transcripts"))
                .filter(entry -> entry.getString("transcript").equals(transcript))
                .flatMap(entry -> objects(entry.getJsonArray("speakers")))
                .anyMatch(entry -> entry.getString("label").equals(speaker) && roles.contains(entry.getString("role")));
        return (roles.isEmpty() && labels.isEmpty()) || hasRole || labels.contains(speaker);
    }

    private boolean isReviewed(String coder, String transcript, JsonObject turn) {
        return entries("reviews")
                .anyMatch(review -> review.getString("coder").equals(coder)
                        && review.getString("transcript").equals(transcript)
                        && review.getInteger("start").equals(turn.getInteger("start")));
    }

    private boolean isPresent(JsonObject theme, String coder, String transcript, JsonObject turn, boolean isAfter) {
        Optional<JsonObject> decision = entries("decisions")
                .filter(entry -> isAfter && isAt(entry, theme, transcript))
                .filter(entry -> entry.getInteger("start").equals(turn.getInteger("start")))
                .filter(entry -> !entry.getString("outcome").equals("defer"))
                .findFirst();
        List<JsonObject> marks = new ArrayList<>();
        if (decision.isPresent()) {
            objects(decision.get().getJsonArray("codings"))
                    .filter(coding -> coding.getString("theme").equals(theme.getString("theme")))
                    .forEach(marks::add);
        } else {
            entries("codings")
                    .filter(coding -> coding.getString("coder").equals(coder) && isAt(coding, theme, transcript))
                    .forEach(marks::add);
        }
        String text = Objects.requireNonNull(texts.get(transcript)).getString("text");
        return marks.stream().anyMatch(mark -> {
            int from = Math.max(mark.getInteger("start"), turn.getInteger("start"));
            int to = Math.min(mark.getInteger("end"), turn.getInteger("end"));
            return from < to && !text.substring(from, to).isBlank();
        });
    }

    private static boolean isAt(JsonObject entry, JsonObject theme, String transcript) {
        return entry.getString("theme").equals(theme.getString("theme"))
                && entry.getString("transcript").equals(transcript);
    }

    private Stream<JsonObject> entries(String kind) {
        return works.stream().flatMap(work -> objects(work.getJsonArray(kind, new JsonArray())));
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast);
    }
}
