package org.sepakat.log;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.sepakat.store.ConsensusJson;
import org.sepakat.store.ErasableJson;
import org.sepakat.store.Fields;
import org.sepakat.study.ConsensusAct;
import org.sepakat.study.ConsensusAct.AdoptReference;
import org.sepakat.study.ConsensusAct.Decided;
import org.sepakat.study.ConsensusAct.EraseContent;
import org.sepakat.study.ConsensusAct.RecordDecision;
import org.sepakat.study.ConsensusAct.WithdrawDecision;
import org.sepakat.study.ErasableText;
import org.sepakat.study.Outcome;
import org.sepakat.study.ReferenceCoding;
import org.sepakat.study.ReferenceCoding.Basis;
import org.sepakat.text.Span;

/** What a team settles as JSON. */
final class ConsensusActJson {

    private static final String REASON = "reason";
    private static final int LONGEST_REASON = 2_000;
    private static final int CODINGS = 100;
    private static final int ADOPTED = 1_000_000;

    static final List<ActCodec<?>> CODECS = List.of(
            ActCodec.completed(
                            "decision.record",
                            RecordDecision.class,
                            body -> recorded(body, ErasableText.written(body.text(REASON, LONGEST_REASON))),
                            body -> recorded(body, ErasableJson.read(body, REASON, LONGEST_REASON)),
                            act -> ErasableJson.put(
                                    inRound(act)
                                            .put("decision", act.decision().toString())
                                            .mergeIn(passage(act.transcript(), act.theme(), act.segment()))
                                            .put("outcome", act.outcome().word())
                                            .put("codings", ConsensusJson.encode(act.codings())),
                                    REASON,
                                    act.reason()))
                    .wording(REASON),
            ActCodec.plain(
                    EraseContent.KIND,
                    EraseContent.class,
                    body -> new EraseContent(body.id("round"), body.id("content")),
                    act -> inRound(act).put("content", act.content().toString())),
            ActCodec.plain(
                    "decision.withdraw",
                    WithdrawDecision.class,
                    body -> new WithdrawDecision(body.id("round"), body.id("transcript"), body.id("theme"), span(body)),
                    act -> inRound(act).mergeIn(passage(act.transcript(), act.theme(), act.segment()))),
            ActCodec.serverMade(
                    "reference.adopt",
                    AdoptReference.class,
                    body -> new AdoptReference(
                            body.id("round"), body.objects("codings", ADOPTED, ConsensusActJson::adopted)),
                    act -> inRound(act)
                            .put(
                                    "codings",
                                    new JsonArray(act.codings().stream()
                                            .map(ConsensusJson::encode)
                                            .toList()))));

    private ConsensusActJson() {}

    private static RecordDecision recorded(Fields body, ErasableText reason) {
        return new RecordDecision(
                body.id("round"),
                body.id("decision"),
                body.id("transcript"),
                body.id("theme"),
                span(body),
                body.word("outcome", Outcome.class),
                body.objects("codings", CODINGS, ConsensusActJson::decided),
                reason);
    }

    private static JsonObject inRound(ConsensusAct act) {
        return new JsonObject().put("round", act.round().toString());
    }

    private static JsonObject passage(UUID transcript, UUID theme, Span segment) {
        return new JsonObject()
                .put("transcript", transcript.toString())
                .put("theme", theme.toString())
                .put("start", segment.start())
                .put("end", segment.end());
    }

    private static Decided decided(Fields item) {
        return new Decided(item.id("coding"), item.id("theme"), span(item));
    }

    private static ReferenceCoding adopted(Fields item) {
        return new ReferenceCoding(
                item.id("coding"),
                item.id("transcript"),
                item.id("theme"),
                span(item),
                item.word("basis", Basis.class));
    }

    private static Span span(Fields body) {
        int start = body.number("start", 0, Integer.MAX_VALUE - 1);
        return new Span(start, body.number("end", start + 1, Integer.MAX_VALUE));
    }
}
