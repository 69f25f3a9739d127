package org.sepakat.log;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sepakat.log.SubmissionJson.Decoded;
import org.sepakat.study.Refusal;
import org.sepakat.study.Submission;

/** A batch as socket and HTTP take it: what can be read of it is submitted, and every op, readable or not, gets its answer, in order. */
public record WireBatch(List<Decoded> ops) {

    public static final int MOST = 50;

    public WireBatch {
        ops = List.copyOf(ops);
    }

    public static WireBatch decode(JsonArray ops) {
        return new WireBatch(ops.stream().map(SubmissionJson::decode).toList());
    }

    /** Whether the batch as a whole is refused, for its size. */
    public Optional<Refusal> refusal() {
        return ops.isEmpty() || ops.size() > MOST
                ? Optional.of(Refusal.bad("ops", "A batch holds 1 to " + MOST + " ops, not " + ops.size() + "."))
                : Optional.empty();
    }

    /** The answers, each as {@link SubmissionJson} writes it. */
    public Future<List<JsonObject>> submit(OpLog log, UUID study, UUID actor) {
        List<Submission> readable = ops.stream()
                .filter(Decoded.Legible.class::isInstance)
                .map(op -> ((Decoded.Legible) op).submission())
                .toList();
        return log.submit(study, actor, readable).map(answers -> merge(answers.iterator()));
    }

    /** The same answer to every op. */
    public List<JsonObject> refuse(Refusal refusal) {
        return ops.stream().map(op -> SubmissionJson.encode(op.opId(), refusal)).toList();
    }

    private List<JsonObject> merge(Iterator<Answer> answers) {
        return ops.stream()
                .map(op -> op instanceof Decoded.Illegible no
                        ? SubmissionJson.encode(no.opId(), no.refusal())
                        : SubmissionJson.encode(answers.next()))
                .toList();
    }
}
