package org.sepakat.log;

import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sepakat.study.Act;
import org.sepakat.study.ErrorCode;
import org.sepakat.study.Refusal;
import org.sepakat.study.Submission;
import org.sepakat.study.WorkAct;
import org.sepakat.text.TranscriptText;

/**
 * A submission in its queue.
 *
 * @param hash of what was submitted
 * @param text that comes with an import, stored in the same transaction
 * @param since when it came, of {@link System#nanoTime}
 * @param answer told once
 */
record Waiting(
        UUID actor,
        Submission submission,
        Buffer hash,
        @Nullable TranscriptText text,
        long since,
        Promise<Answer> answer) {

    static Waiting of(UUID actor, Submission submission, @Nullable TranscriptText text) {
        Buffer hash = PayloadHash.of(submission.act(), submission.ifRev());
        return new Waiting(actor, submission, hash, text, System.nanoTime(), Promise.promise());
    }

    Act act() {
        return submission.act();
    }

    boolean isWork() {
        return submission.act() instanceof WorkAct;
    }

    OpRows.Key key() {
        return new OpRows.Key(actor, submission.opId());
    }

    void refuse(ErrorCode code, String message) {
        answer.tryComplete(no(Refusal.of(code, message)));
    }

    Answer no(Refusal refusal) {
        return new Answer.No(submission.opId(), refusal);
    }

    Answer ok(UUID stream, long seq, boolean dup) {
        return new Answer.Ok(submission.opId(), stream, seq, dup);
    }
}
