package org.sepakat.log;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sepakat.store.DatabaseFault;
import org.sepakat.store.StudyState;
import org.sepakat.store.StudyStates;
import org.sepakat.study.ErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits to be recorded in one study. One transaction at a time takes all that has gathered meanwhile (group commit), so that order is kept without
 * further ado. A transaction that fails as a whole is tried again, then op by op; while the database is away ops wait, each at most ten seconds. Any thread.
 */
final class StudyQueue {

    static final int MOST_WAITING = 5_000;
    static final int MOST_AT_ONCE = 500;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration WHILE_AWAY = Duration.ofMillis(200);
    private static final int CONFLICTS = 5;
    private static final int OVERTAKEN = 100;
    private static final Logger LOG = LoggerFactory.getLogger(StudyQueue.class);

    private final Vertx vertx;
    private final UUID study;
    private final StudyStates states;
    private final LogTransaction transaction;
    private final ImportTransaction imports;
    private final Consumer<Commit> listener;
    private final Runnable whenIdle;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private boolean running;
    private @Nullable Promise<Void> idle;

    StudyQueue(
            Vertx vertx,
            UUID study,
            StudyStates states,
            LogTransaction transaction,
            ImportTransaction imports,
            Consumer<Commit> listener,
            Runnable whenIdle) {
        this.vertx = vertx;
        this.study = study;
        this.states = states;
        this.transaction = transaction;
        this.imports = imports;
        this.listener = listener;
        this.whenIdle = whenIdle;
    }

    /** All of them or, if there is no room, none. */
    synchronized boolean offer(List<Waiting> ops) {
        return waiting.size() + ops.size() <= MOST_WAITING && (ops.isEmpty() || waiting.addAll(ops));
    }

    /** Begins to record what waits, unless that is under way. */
    void start() {
        synchronized (this) {
            if (running) {
                return;
            }
            running = true;
        }
        next();
    }

    synchronized boolean isIdle() {
        return !running && waiting.isEmpty();
    }

    /** Succeeds when nothing waits. */
    synchronized Future<Void> idle() {
        if (isIdle()) {
            return Future.succeededFuture();
        }
        if (idle == null) {
            idle = Promise.promise();
        }
        return idle.future();
    }

    private void next() {
        List<Waiting> batch = take();
        if (batch.isEmpty()) {
            whenIdle.run();
        } else {
            record(batch, new Tries(0, 0)).onComplete(done -> next());
        }
    }

    private synchronized List<Waiting> take() {
        var batch = new ArrayList<Waiting>();
        while (batch.size() < MOST_AT_ONCE
                && !waiting.isEmpty()
                && (batch.isEmpty() || waiting.getFirst().goesWith(batch.get(0)))) {
            batch.add(waiting.removeFirst());
        }
        if (batch.isEmpty()) {
            running = false;
            if (idle != null) {
                idle.complete();
                idle = null;
            }
        }
        return batch;
    }

    private record Tries(int conflicts, int overtaken) {}

    /** Succeeds when every op of the batch was answered or put back. */
    private Future<Void> record(List<Waiting> batch, Tries tries) {
        Future<StudyState> state = tries.overtaken() == 0 ? states.lately(study) : states.now(study);
        return state.compose(known -> run(known, batch))
                .transform(done -> done.succeeded() ? settle(batch, done.result()) : mend(batch, tries, done.cause()));
    }

    private Future<LogTransaction.Written> run(StudyState known, List<Waiting> batch) {
        Waiting first = batch.get(0);
        Importing.Batch whole = first.batch();
        return whole == null ? transaction.run(known, batch) : imports.run(known, first, whole);
    }

    private Future<Void> settle(List<Waiting> batch, LogTransaction.Written written) {
        written.commits().forEach(listener);
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).answer().complete(written.answers().get(i));
        }
        return Future.succeededFuture();
    }

    private Future<Void> mend(List<Waiting> batch, Tries tries, Throwable failure) {
        if (failure instanceof LogTransaction.Overtaken && tries.overtaken() < OVERTAKEN) {
            return record(batch, new Tries(tries.conflicts(), tries.overtaken() + 1));
        }
        DatabaseFault fault = DatabaseFault.of(failure);
        if (fault == DatabaseFault.CONFLICT && tries.conflicts() < CONFLICTS) {
            return pause(Duration.ofMillis(ThreadLocalRandom.current().nextLong(1, 20)))
                    .compose(v -> record(batch, new Tries(tries.conflicts() + 1, tries.overtaken() + 1)));
        }
        if (fault == DatabaseFault.OUTCOME_UNKNOWN) {
            LOG.warn("the database was lost while it recorded {} ops of study {}", batch.size(), study);
            batch.forEach(
                    op -> op.refuse(
                            ErrorCode.E_DB,
                            "The database was lost while it recorded this: send the same again, with the same op id, to learn whether it was."));
            return Future.succeededFuture();
        }
        if (fault == DatabaseFault.AWAY) {
            putBack(batch, failure);
            return pause(WHILE_AWAY);
        }
        return batch.size() > 1 ? oneByOne(batch) : giveUp(batch.get(0), failure);
    }

    private Future<Void> oneByOne(List<Waiting> batch) {
        Future<Void> all = Future.succeededFuture();
        for (Waiting op : batch) {
            all = all.compose(v -> record(List.of(op), new Tries(0, 1)));
        }
        return all;
    }

    private Future<Void> giveUp(Waiting op, Throwable failure) {
        LOG.error("op {} of study {} could not be recorded", op.submission().opId(), study, failure);
        op.refuse(
                ErrorCode.E_INTERNAL,
                "This could not be recorded, through a fault of ours. The server's log says more.");
        return Future.succeededFuture();
    }

    /** To the front of the queue, in order; what has waited too long is told so. */
    private void putBack(List<Waiting> batch, Throwable failure) {
        LOG.warn("no database for study {}: {}", study, failure.getMessage());
        var tired = new ArrayList<Waiting>();
        synchronized (this) {
            for (int i = batch.size() - 1; i >= 0; i--) {
                waiting.addFirst(batch.get(i));
            }
            long longAgo = System.nanoTime() - PATIENCE.toNanos();
            waiting.removeIf(op -> op.since() - longAgo < 0 && tired.add(op));
        }
        tired.forEach(op -> op.refuse(
                ErrorCode.E_BUSY, "The database is away, and this was not recorded. Send it again in a moment."));
    }

    private Future<Void> pause(Duration time) {
        return vertx.timer(time.toMillis(), TimeUnit.MILLISECONDS).mapEmpty();
    }
}
