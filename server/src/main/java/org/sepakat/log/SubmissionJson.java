package org.sepakat.log;

import io.vertx.core.json.JsonObject;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sepakat.store.Fields;
import org.sepakat.study.Act;
import org.sepakat.study.Refusal;
import org.sepakat.study.Submission;
import org.sepakat.study.Verdict;

/** Submissions and answers as socket and HTTP write them (SPEC.md §1). */
public final class SubmissionJson {

    private static final int KIND = 40;

    private SubmissionJson() {}

    /** What could be made of one submitted op. */
    public sealed interface Decoded {

        /** Null where not even that could be read. */
        @Nullable
        UUID opId();

        record Legible(Submission submission) implements Decoded {
            @Override
            public UUID opId() {
                return submission.opId();
            }
        }

        /** @param opId where at least that could be read */
        record Illegible(@Nullable UUID opId, Refusal refusal) implements Decoded {}
    }

    public static Decoded decode(@Nullable Object op) {
        if (!(op instanceof JsonObject object)) {
            return new Decoded.Illegible(null, Refusal.bad("", "An op must be an object."));
        }
        var fields = new Fields("", object);
        UUID opId = null;
        try {
            opId = fields.id("op_id");
            String kind = fields.text("kind", KIND);
            JsonObject body = fields.plain("body");
            Integer ifRev = fields.has("if_rev") ? (Integer) fields.number("if_rev", 0, Integer.MAX_VALUE) : null;
            fields.end();
            return decoded(opId, ActJson.fromClient(kind, body), ifRev);
        } catch (Fields.Malformed e) {
            return new Decoded.Illegible(opId, e.refusal());
        }
    }

    private static Decoded decoded(UUID opId, Verdict<Act> act, @Nullable Integer ifRev) {
        return act instanceof Verdict.Accepted<Act> fine
                ? new Decoded.Legible(new Submission(opId, fine.act(), ifRev))
                : new Decoded.Illegible(opId, ((Verdict.Refused<Act>) act).refusal());
    }

    public static JsonObject encode(Answer answer) {
        if (answer instanceof Answer.No no) {
            return encode(no.opId(), no.refusal());
        }
        Answer.Ok ok = (Answer.Ok) answer;
        JsonObject json = new JsonObject()
                .put("op_id", ok.opId().toString())
                .put("stream", ok.stream().toString())
                .put("seq", ok.seq());
        return ok.dup() ? json.put("dup", true) : json;
    }

    /** A refusal, of a whole message where there is no op id. */
    public static JsonObject encode(@Nullable UUID opId, Refusal refusal) {
        var json = new JsonObject();
        if (opId != null) {
            json.put("op_id", opId.toString());
        }
        json.put("code", refusal.code().name())
                .put("message", refusal.message())
                .put("retry", refusal.code().isRetryable());
        return refusal.detail().isEmpty() ? json : json.put("detail", new JsonObject(new TreeMap<>(refusal.detail())));
    }
}
