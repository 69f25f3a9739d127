package org.sepakat.log;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.sepakat.study.Submission;

/** The one write path. May be called from any context; answers come on the caller's. */
public interface OpLog {

    /**
     * Judges and records a batch by one member, each op alone and in order, and answers in the same order after COMMIT. A member who is unknown or was
     * removed gets {@code E_NOT_FOUND} for each. Never fails for a refusal; a database that is away answers {@code E_DB} or {@code E_BUSY}.
     */
    Future<List<Answer>> submit(UUID study, UUID actor, List<Submission> batch);

    /** Ops of a stream with seq &gt; after, in order, at most limit. Says nothing about who may read them. */
    Future<List<RecordedOp>> read(UUID study, UUID stream, long after, int limit);

    /** Is told of every commit of this process; must return at once. */
    void onCommit(Consumer<Commit> listener);

    /** Stops taking ops, finishes what waits. */
    Future<Void> close();
}
