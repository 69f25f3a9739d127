package org.sepakat.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sepakat.agreement.figures.CountedRound;
import org.sepakat.agreement.figures.RoundFigures;
import org.sepakat.consensus.Comparison;
import org.sepakat.consensus.Decision;
import org.sepakat.consensus.Difference;
import org.sepakat.consensus.Passage;
import org.sepakat.consensus.Settled;
import org.sepakat.store.RoundReader.Whole;
import org.sepakat.study.Phase;

/** Figures and the passages behind them, as the contract writes them. */
final class AgreementJson {

    /** Whether what coders differ on has been settled. */
    private enum State {
        OPEN,
        DECIDED,
        DEFERRED;

        static State of(@Nullable Decision decision) {
            return decision == null ? OPEN : decision.outcome().isSettled() ? DECIDED : DEFERRED;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private AgreementJson() {}

    /** @param differences of all coders in their own layers, base segment by base segment */
    static JsonObject figures(Whole whole, String layer, CountedRound counted, List<Comparison> differences) {
        Phase phase = whole.work().round().phase();
        return new JsonObject(RoundFigures.toJson(counted))
                .put("layer", layer)
                .put("phase", phase.word())
                .put("frozen", phase.isRevealed())
                .put(
                        "coders",
                        new JsonArray(whole.work().coders().stream()
                                .map(coder -> new JsonObject()
                                        .put("member", coder.id().toString())
                                        .put("name", coder.name()))
                                .toList()))
                .put("decisions", decisions(whole.settled(), differences));
    }

    private static JsonObject decisions(Settled settled, List<Comparison> differences) {
        Set<Passage> open = new HashSet<>();
        for (Comparison comparison : differences) {
            Passage passage = passage(comparison);
            if (!settled.decisions().containsKey(passage)) {
                open.add(passage);
            }
        }
        long deferred = settled.decisions().values().stream()
                .filter(decision -> !decision.outcome().isSettled())
                .count();
        return new JsonObject()
                .put("decided", settled.decisions().size() - deferred)
                .put("deferred", deferred)
                .put("open", open.size());
    }

    private static Passage passage(Comparison comparison) {
        return new Passage(
                UUID.fromString(comparison.transcript()), UUID.fromString(comparison.theme()), comparison.place());
    }

    /**
     * @param kind and {@code state}: of which alone to tell, or empty; counted are all
     */
    static JsonObject disagreements(List<Comparison> differences, Settled settled, String kind, String state) {
        var items = new JsonArray();
        var counts = new JsonObject();
        for (Difference difference : Difference.values()) {
            counts.put(
                    difference.word(),
                    differences.stream()
                            .filter(comparison -> comparison.difference() == difference)
                            .count());
        }
        for (Comparison comparison : differences) {
            JsonObject item = item(comparison, settled);
            if ((kind.isEmpty() || kind.equals(item.getString("kind")))
                    && (state.isEmpty() || state.equals(item.getString("state")))) {
                items.add(item);
            }
        }
        return new JsonObject().put("items", items).put("counts", counts);
    }

    static JsonObject passages(List<Comparison> comparisons, Settled settled) {
        return new JsonObject()
                .put(
                        "items",
                        new JsonArray(comparisons.stream()
                                .map(comparison -> item(comparison, settled))
                                .toList()));
    }

    private static JsonObject item(Comparison comparison, Settled settled) {
        Decision decision = settled.decisions().get(passage(comparison));
        Difference difference = comparison.difference();
        var json = new JsonObject()
                .put("theme", comparison.theme())
                .put("transcript", comparison.transcript())
                .put("start", comparison.unit().start())
                .put("end", comparison.unit().end())
                .put(
                        "segment",
                        new JsonObject()
                                .put("index", comparison.segment())
                                .put("start", comparison.place().start())
                                .put("end", comparison.place().end()))
                .put("kind", difference == null ? null : difference.word())
                .put(
                        "state",
                        difference == null && decision == null
                                ? null
                                : State.of(decision).word());
        if (decision != null) {
            json.put("rev", decision.rev());
        }
        return json.put(
                "coders",
                new JsonArray(
                        comparison.parts().stream().map(AgreementJson::part).toList()));
    }

    private static JsonObject part(Comparison.Part part) {
        return new JsonObject()
                .put("member", part.coder())
                .put("applied", part.applied())
                .put(
                        "spans",
                        new JsonArray(part.spans().stream()
                                .map(span -> new JsonArray(List.of(span.start(), span.end())))
                                .toList()))
                .put("instead", new JsonArray(part.instead()));
    }
}
