package org.sepakat.log;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sepakat.store.Fields;
import org.sepakat.study.Anchor;
import org.sepakat.study.WorkAct;
import org.sepakat.text.Span;

/** Acts within a round as JSON. */
final class WorkActJson {

    private static final int REPLACED = 10_000;
    private static final int ANCHORED = 1_000;

    static final List<ActCodec<?>> CODECS = List.of(
            ActCodec.completed(
                    "coding.apply",
                    WorkAct.ApplyTheme.class,
                    body -> apply(body, List.of(), version(body)),
                    body -> apply(body, body.ids("replaces", REPLACED), null),
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
                    "coding.confirm",
                    WorkAct.ConfirmCoding.class,
                    body -> new WorkAct.ConfirmCoding(body.id("round"), body.id("coding")),
                    act -> inRound(act).put("coding", act.coding().toString())),
            ActCodec.serverMade("work.anchor", WorkAct.AnchorWork.class, WorkActJson::anchor, WorkActJson::encode),
            ActCodec.completed(
                    "review.mark",
                    WorkAct.MarkReviewed.class,
                    body -> new WorkAct.MarkReviewed(
                            body.id("round"), body.id("transcript"), span(body), version(body)),
                    body -> new WorkAct.MarkReviewed(body.id("round"), body.id("transcript"), span(body)),
                    act -> review(act, act.transcript(), act.span())),
            ActCodec.completed(
                    "review.clear",
                    WorkAct.ClearReview.class,
                    body -> new WorkAct.ClearReview(body.id("round"), body.id("transcript"), span(body), version(body)),
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

    private static WorkAct.ApplyTheme apply(Fields body, List<UUID> replaces, @Nullable Integer version) {
        return new WorkAct.ApplyTheme(
                body.id("round"),
                body.id("coding"),
                body.id("transcript"),
                body.id("theme"),
                span(body),
                replaces,
                version);
    }

    /** Of the text that a client counted in, which may tell it. */
    private static @Nullable Integer version(Fields body) {
        return body.has("version") ? Integer.valueOf(body.number("version", 1, Integer.MAX_VALUE)) : null;
    }

    private static WorkAct.AnchorWork anchor(Fields body) {
        return new WorkAct.AnchorWork(
                body.id("round"),
                body.id("coder"),
                body.id("transcript"),
                body.number("from", 1, Integer.MAX_VALUE),
                body.number("version", 1, Integer.MAX_VALUE),
                body.objects(
                        "codings",
                        ANCHORED,
                        place -> new WorkAct.Anchored(
                                place.id("coding"), span(place), place.word("anchor", Anchor.class))),
                body.ids("orphans", ANCHORED),
                body.objects("reviews_cleared", ANCHORED, WorkActJson::span),
                body.objects("reviews", ANCHORED, WorkActJson::span));
    }

    private static JsonObject encode(WorkAct.AnchorWork act) {
        return inRound(act)
                .put("coder", act.coder().toString())
                .put("transcript", act.transcript().toString())
                .put("from", act.from())
                .put("version", act.to())
                .put(
                        "codings",
                        new JsonArray(act.codings().stream()
                                .map(place -> new JsonObject()
                                        .put("coding", place.coding().toString())
                                        .put("start", place.span().start())
                                        .put("end", place.span().end())
                                        .put("anchor", place.anchor().word()))
                                .toList()))
                .put(
                        "orphans",
                        new JsonArray(act.orphans().stream().map(UUID::toString).toList()))
                .put("reviews_cleared", spans(act.cleared()))
                .put("reviews", spans(act.reviewed()));
    }

    private static JsonArray spans(List<Span> spans) {
        return new JsonArray(spans.stream()
                .map(span -> new JsonObject().put("start", span.start()).put("end", span.end()))
                .toList());
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
