package org.sepakat.load;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * One figure of the table, with the limit that was measured beside it in the same run and what it is hoped to be.
 *
 * @param limit what the ratio is to
 * @param goal in words, and whether it was reached
 */
record Figure(
        String of,
        double value,
        String unit,
        @Nullable Limit limit,
        @Nullable Goal goal) {

    static final String HEADING = "%-66s %12s %-8s %12s  %-44s %6s  %s"
            .formatted("figure", "value", "", "limit", "which is", "ratio", "goal");

    /** What was measured beside it. */
    record Limit(String what, double value) {}

    /** What the figure should be. */
    record Goal(String words, boolean isReached) {}

    static Figure of(String what, double value, String unit) {
        return new Figure(what, value, unit, null, null);
    }

    Figure beside(String what, double measured) {
        return new Figure(of, value, unit, new Limit(what, measured), goal);
    }

    private Figure with(String words, boolean isReached) {
        boolean before = goal == null || goal.isReached();
        String all = goal == null ? words : goal.words() + ", " + words;
        return new Figure(of, value, unit, limit, new Goal(all, before && isReached));
    }

    Figure atLeast(double least) {
        return with("at least %,.0f".formatted(least), value >= least);
    }

    Figure atMost(double most) {
        return with("at most %,.0f".formatted(most), value <= most);
    }

    Figure ratioAtLeast(double least) {
        return with("ratio at least %.1f".formatted(least), ratio() >= least);
    }

    Figure ratioAtMost(double most) {
        return with("ratio at most %.1f".formatted(most), ratio() <= most);
    }

    private double ratio() {
        return limit == null ? Double.NaN : value / limit.value();
    }

    String row() {
        return "%-66s %,12.1f %-8s %12s  %-44s %6s  %s"
                .formatted(
                        of,
                        value,
                        unit,
                        limit == null ? "" : "%,.1f".formatted(limit.value()),
                        limit == null ? "" : limit.what(),
                        limit == null ? "" : "%.2f".formatted(ratio()),
                        goal == null ? "" : goal.words() + (goal.isReached() ? ": yes" : ": NO"));
    }

    JsonObject json() {
        var json = new JsonObject().put("figure", of).put("value", value).put("unit", unit);
        if (limit != null) {
            json.put("limit", limit.value()).put("limit_is", limit.what()).put("ratio", ratio());
        }
        return goal == null ? json : json.put("goal", goal.words()).put("goal_reached", goal.isReached());
    }
}
