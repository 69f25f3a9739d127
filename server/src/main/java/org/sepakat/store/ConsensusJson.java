package org.sepakat.store;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.sepakat.consensus.Decision;
import org.sepakat.consensus.Settled;
import org.sepakat.study.ConsensusAct.Decided;
import org.sepakat.study.ReferenceCoding;

/** What a team settled, as ops and snapshots write it (SPEC.md §1 and §3). */
public final class ConsensusJson {

    private ConsensusJson() {}

    public static JsonObject encode(ReferenceCoding coding) {
        return new JsonObject()
                .put("coding", coding.id().toString())
                .put("transcript", coding.transcript().toString())
                .put("theme", coding.theme().toString())
                .put("start", coding.span().start())
                .put("end", coding.span().end())
                .put("basis", coding.basis().word());
    }

    public static JsonArray encode(List<Decided> codings) {
        return new JsonArray(codings.stream().map(ConsensusJson::encode).toList());
    }

    private static JsonObject encode(Decided coding) {
        return new JsonObject()
                .put("coding", coding.coding().toString())
                .put("theme", coding.theme().toString())
                .put("start", coding.span().start())
                .put("end", coding.span().end());
    }

    /** The reference by coding, the decisions by passage. */
    static JsonObject encode(Settled settled) {
        return new JsonObject()
                .put(
                        "reference",
                        new JsonArray(settled.reference().stream()
                                .map(ConsensusJson::encode)
                                .toList()))
                .put(
                        "decisions",
                        new JsonArray(settled.decisions().values().stream()
                                .map(ConsensusJson::encode)
                                .toList()));
    }

    private static JsonObject encode(Settled.Standing standing) {
        JsonObject json = encode(standing.coding());
        return standing.decision() == null
                ? json
                : json.put("decision", standing.decision().toString());
    }

    private static JsonObject encode(Decision decision) {
        JsonObject json = new JsonObject()
                .put("decision", decision.id().toString())
                .put("transcript", decision.passage().transcript().toString())
                .put("theme", decision.passage().theme().toString())
                .put("start", decision.passage().segment().start())
                .put("end", decision.passage().segment().end())
                .put("outcome", decision.outcome().word())
                .put("codings", encode(decision.codings()));
        return ErasableJson.put(json, "reason", decision.reason())
                .put("by", decision.by().toString())
                .put("at", decision.at().toString())
                .put("rev", decision.rev());
    }
}
