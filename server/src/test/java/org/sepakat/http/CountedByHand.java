package org.sepakat.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A round's tables counted anew from the ops that can be read over HTTP, by code that shares nothing with the server's: turns as units, any character
 * that is no white space as the rule, every turn in scope.
 */
final class CountedByHand {
    private record Turn(String transcript, int start, int end, String text) {}

    private record Mark(String coder, String transcript, String theme, int start, int end) {}

    private record Decided(JsonObject body) {
        boolean isOf(String theme, Turn turn) {
            return body.getString("theme").equals(theme)
                    && body.getString("transcript").equals(turn.transcript())
                    && body.getInteger("start") == turn.start();
        }
    }

    /** Both, only the first, only the second, neither. */
    record Table(int a, int b, int c, int d) {
        double kappa() {
            double n = a + b + c + d;
            double expected = ((a + b) * (double) (a + c) + (c + d) * (double) (b + d)) / (n * n);
            return ((a + d) / n - expected) / (1 - expected);
        }
    }

    private final List<Turn> turns = new ArrayList<>();
    private final Map<String, Mark> marks = new HashMap<>();
    private final Set<List<Object>> reviews = new HashSet<>();
    private final Map<List<Object>, Decided> decisions = new HashMap<>();

    void text(String transcript, JsonObject read) {
        String text = read.getString("text");
        for (Object segment : read.getJsonArray("segments")) {
            int start = ((JsonObject) segment).getInteger("start");
            int end = ((JsonObject) segment).getInteger("end");
            turns.add(new Turn(transcript, start, end, text.substring(start, end)));
        }
    }

    void ops(JsonArray ops) {
        ops.forEach(op -> read((JsonObject) op));
    }

    private void read(JsonObject op) {
        JsonObject body = op.getJsonObject("body");
        String actor = op.getString("actor");
        switch (op.getString("kind")) {
            case "coding.apply" ->
                marks.put(
                        body.getString("coding"),
                        new Mark(
                                actor,
                                body.getString("transcript"),
                                body.getString("theme"),
                                body.getInteger("start"),
                                body.getInteger("end")));
            case "coding.remove" -> marks.remove(body.getString("coding"));
            case "review.mark" -> reviews.add(review(actor, body));
            case "review.clear" -> reviews.remove(review(actor, body));
            case "decision.record" -> decisions.put(passage(body), new Decided(body));
            case "decision.withdraw" -> decisions.remove(passage(body));
            default -> {}
        }
    }

    private static List<Object> review(String coder, JsonObject body) {
        return List.of(coder, body.getString("transcript"), body.getInteger("start"));
    }

    private static List<Object> passage(JsonObject body) {
        return List.of(body.getString("transcript"), body.getString("theme"), body.getInteger("start"));
    }

    Table table(String theme, String first, String second, boolean afterDiscussion) {
        int[] cells = new int[4];
        for (Turn turn : turns) {
            boolean both = reviews.contains(List.of(first, turn.transcript(), turn.start()))
                    && reviews.contains(List.of(second, turn.transcript(), turn.start()));
            if (both) {
                boolean x = applied(theme, first, turn, afterDiscussion);
                boolean y = applied(theme, second, turn, afterDiscussion);
                cells[x ? y ? 0 : 1 : y ? 2 : 3]++;
            }
        }
        return new Table(cells[0], cells[1], cells[2], cells[3]);
    }

    private boolean applied(String theme, String coder, Turn turn, boolean afterDiscussion) {
        if (afterDiscussion) {
            for (Decided decided : decisions.values()) {
                String outcome = decided.body().getString("outcome");
                if (decided.isOf(theme, turn) && !outcome.equals("defer")) {
                    return outcome.equals("adopt") || outcome.equals("edges");
                }
            }
        }
        return marks.values().stream()
                .anyMatch(mark -> mark.coder().equals(coder)
                        && mark.theme().equals(theme)
                        && mark.transcript().equals(turn.transcript())
                        && hasInk(turn, mark));
    }

    private static boolean hasInk(Turn turn, Mark mark) {
        int from = Math.max(turn.start(), mark.start());
        int to = Math.min(turn.end(), mark.end());
        return from < to
                && !turn.text()
                        .substring(from - turn.start(), to - turn.start())
                        .isBlank();
    }
}
