package org.sepakat.log;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.sepakat.store.Fields;
import org.sepakat.study.WorkAct;
import org.sepakat.text.Span;

/** Acts within a round as JSON. */
final class WorkActJson {

    private static final int REPLACED = 10_000;

    static final List<ActCodec<?>> CODECS = List.of(
            ActCodec.completed(
                    "coding.apply",
                    WorkAct.ApplyTheme.class,
                    body -> apply(body, List.of()),
                    body -> apply(body, body.ids("replaces", REPLACED)),
                    act -> inRound(act)
                            .put("coding", act.coding().toString())
                            .put("transcript", act.transcript().toString())
                            .put("theme", act.theme().toString())
                            .put("start", act.span().start())
                            .put("end", act.span().end())
                            .put(
                                    "replaces",
                                    new JsonArray(act.replaces().stream()
                                            .map(UUID::toString)
                                            .toList()))),
            ActCodec.plain(
                    "coding.remove",
                    WorkAct.RemoveCoding.class,
                    body -> new WorkAct.RemoveCoding(body.id("round"), body.id("coding")),
                    act -> inRound(act).put("coding", act.coding().toString())),
            ActCodec.plain(
                    "review.mark",
                    WorkAct.MarkReviewed.class,
                    body -> new WorkAct.MarkReviewed(body.id("round"), body.id("transcript"), span(body)),
                    act -> review(act, act.transcript(), act.span())),
            ActCodec.plain(
                    "review.clear",
                    WorkAct.ClearReview.class,
                    body -> new WorkAct.ClearReview(body.id("round"), body.id("transcript"), span(body)),
                    act -> review(act, act.transcript(), act.span())),
            ActCodec.plain(
                    "assignment.reopen",
                    WorkAct.ReopenAssignments.class,
                    body -> new WorkAct.ReopenAssignments(body.id("round"), body.id("member")),
                    act -> inRound(act).put("member", act.member().toString())),
            ActCodec.plain(
                    "assignment.close",
                    WorkAct.CloseAssignments.class,
                    body -> new WorkAct.CloseAssignments(body.id("round"), body.id("member")),
                    act -> inRound(act).put("member", act.member().toString())));

    private WorkActJson() {}

    private static WorkAct.ApplyTheme apply(Fields body, List<UUID> replaces) {
        return new WorkAct.ApplyTheme(
                body.id("round"), body.id("coding"), body.id("transcript"), body.id("theme"), span(body), replaces);
    }

    private static JsonObject inRound(WorkAct act) {
        return new JsonObject().put("round", act.round().toString());
    }

    private static JsonObject review(WorkAct act, UUID transcript, Span span) {
        return inRound(act)
                .put("transcript", transcript.toString())
                .put("start", span.start())
                .put("end", span.end());
    }

    private static Span span(Fields body) {
        int start = body.number("start", 0, Integer.MAX_VALUE - 1);
        return new Span(start, body.number("end", start + 1, Integer.MAX_VALUE));
    }
}
