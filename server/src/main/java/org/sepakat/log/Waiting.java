package org.sepakat.log;

import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sepakat.study.Act;
import org.sepakat.study.ConsensusAct;
import org.sepakat.study.ErrorCode;
import org.sepakat.study.Refusal;
import org.sepakat.study.StudyAct;
import org.sepakat.study.Submission;
import org.sepakat.study.WorkAct;
import org.sepakat.text.TranscriptText;

/**
 * A submission in its queue.
 *
 * @param hash of what was submitted
 * @param text that comes with an import or a correction, stored in the same transaction
 * @param batch that the op stands for, which is recorded alone
 * @param since when it came, of {@link System#nanoTime}
 * @param answer told once
 */
record Waiting(
        UUID actor,
        Submission submission,
        Buffer hash,
        @Nullable TranscriptText text,
        Importing.@Nullable Batch batch,
        long since,
        Promise<Answer> answer) {

    static Waiting of(UUID actor, Submission submission, @Nullable TranscriptText text) {
        Buffer hash = PayloadHash.of(submission.act(), submission.ifRev());
        return new Waiting(actor, submission, hash, text, null, System.nanoTime(), Promise.promise());
    }

    static Waiting of(UUID actor, Importing.Batch batch) {
        var round = new StudyAct.ImportRound(
                batch.round(),
                batch.content().name(),
                batch.content().unit(),
                batch.content().rule(),
                0,
                List.of(),
                Set.of());
        Buffer hash = PayloadHash.ofImport(round, batch.digest());
        return new Waiting(
                actor,
                new Submission(batch.opId(), round, null),
                hash,
                null,
                batch,
                System.nanoTime(),
                Promise.promise());
    }

    /** One of the acts that this import is made of; its answer is this one's. */
    Waiting part(Act act, UUID opId, @Nullable TranscriptText itsText) {
        Buffer itsHash = opId.equals(submission.opId()) ? hash : PayloadHash.of(act, null);
        return new Waiting(actor, new Submission(opId, act, null), itsHash, itsText, null, since, answer);
    }

    Act act() {
        return submission.act();
    }

    /** Of something within a round, which plans nothing. */
    boolean isWork() {
        return submission.act() instanceof WorkAct || submission.act() instanceof ConsensusAct;
    }

    /**
     * Work is not mixed with planning: what a round needs for its work is known when its planning is recorded. What moves other people's work goes alone.
     */
    boolean goesWith(Waiting first) {
        return !goesAlone() && !first.goesAlone() && isWork() == first.isWork();
    }

    private boolean goesAlone() {
        return batch != null || act() instanceof StudyAct.CorrectTranscript;
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
