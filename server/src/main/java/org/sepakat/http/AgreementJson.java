package org.sepakat.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sepakat.agreement.figures.CountedRound;
import org.sepakat.agreement.figures.RoundFigures;
import org.sepakat.agreement.figures.Wanted;
import org.sepakat.consensus.Comparison;
import org.sepakat.consensus.Passage;
import org.sepakat.consensus.Settled;
import org.sepakat.store.RoundReader.Whole;
import org.sepakat.study.Phase;

/** Figures, and how much is settled, as the contract writes them. */
final class AgreementJson {

    private AgreementJson() {}

    /** @param differences of all coders in their own layers, base segment by base segment */
    static JsonObject figures(
            Whole whole, String layer, CountedRound counted, Wanted wanted, List<Comparison> differences) {
        Phase phase = whole.work().round().phase();
        return new JsonObject(RoundFigures.toJson(counted, wanted))
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

    /** Passages decided, put off, and those that coders differ on and that are open. */
    static JsonObject decisions(Settled settled, List<Comparison> differences) {
        Set<Passage> open = new HashSet<>();
        for (Comparison comparison : differences) {
            Passage passage = Passage.of(comparison);
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
}
