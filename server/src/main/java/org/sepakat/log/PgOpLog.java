package org.sepakat.log;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sepakat.store.StudyScope;
import org.sepakat.store.StudyStates;
import org.sepakat.store.Texts;
import org.sepakat.study.ErrorCode;
import org.sepakat.study.ForeignRound;
import org.sepakat.study.ImportPlan;
import org.sepakat.study.Refusal;
import org.sepakat.study.StudyAct;
import org.sepakat.study.Submission;
import org.sepakat.text.TranscriptText;

/** The op log in PostgreSQL. Any number of these, in any number of processes, may write to one database. */
public final class PgOpLog implements OpLog, Founding, Importing {

    private final Vertx vertx;
    private final StudyScope scope;
    private final StudyStates states;
    private final LogTransaction transaction;
    private final ImportTransaction imports;
    private final Supplier<UUID> ids;
    private final Map<UUID, StudyQueue> queues = new ConcurrentHashMap<>();
    private final List<Consumer<Commit>> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    /** @param ids random UUIDs of version 4 */
    public PgOpLog(Vertx vertx, StudyScope scope, StudyStates states, Texts texts, Clock clock, Supplier<UUID> ids) {
        this.vertx = vertx;
        this.scope = scope;
        this.states = states;
        this.transaction = new LogTransaction(vertx, scope, states, texts, clock, ids);
        this.imports = new ImportTransaction(vertx, scope, states, texts, clock, ids);
        this.ids = ids;
    }

    @Override
    public Future<List<Answer>> submit(UUID study, UUID actor, List<Submission> batch) {
        return enqueue(
                study, batch.stream().map(op -> Waiting.of(actor, op, null)).toList());
    }

    @Override
    public Future<Founded> createStudy(String name, String founderName, @Nullable UUID account) {
        var founded = new Founded(ids.get(), ids.get());
        var act = new StudyAct.CreateStudy(founded.study(), name, founded.member(), founderName, account);
        return make(founded.study(), founded.member(), ids.get(), act, null)
                .compose(answer -> answer instanceof Answer.Ok
                        ? Future.succeededFuture(founded)
                        : Future.failedFuture(((Answer.No) answer).refusal().message()));
    }

    @Override
    public Future<Answer> importTranscript(UUID study, UUID actor, Import in) {
        var act = StudyAct.ImportTranscript.first(in.transcript(), in.name(), in.kind(), in.text(), in.speakers());
        return make(study, actor, in.opId(), act, in.text());
    }

    @Override
    public Future<Answer> correctTranscript(UUID study, UUID actor, Corrected in) {
        var act = new StudyAct.CorrectTranscript(
                in.transcript(),
                in.version(),
                in.opId(),
                in.text().text().length(),
                in.text().segments().size(),
                in.text().sha256(),
                in.speakers(),
                in.rounds());
        return make(study, actor, in.opId(), act, in.text());
    }

    @Override
    public Future<Answer> joinMember(UUID study, UUID member, UUID account) {
        return make(study, member, ids.get(), new StudyAct.JoinMember(member, account), null);
    }

    private Future<Answer> make(UUID study, UUID actor, UUID opId, StudyAct act, @Nullable TranscriptText text) {
        return enqueue(study, Waiting.of(actor, new Submission(opId, act, null), text));
    }

    private Future<Answer> enqueue(UUID study, Waiting op) {
        return enqueue(study, List.of(op)).map(answers -> answers.get(0));
    }

    @Override
    public Future<ImportPlan> planImport(UUID study, ForeignRound content) {
        return onTheCallersContext(states.now(study).compose(state -> imports.plan(state, content)));
    }

    @Override
    public Future<Answer> importRound(UUID study, UUID actor, Batch batch) {
        int acts = batch.content().acts();
        Waiting op = Waiting.of(actor, batch);
        return acts > MOST_ACTS
                ? Future.succeededFuture(op.no(Refusal.of(
                        ErrorCode.E_TOO_BIG,
                        "An import holds at most " + MOST_ACTS + " codings and reviews, not " + acts + ".")))
                : enqueue(study, op);
    }

    private Future<List<Answer>> enqueue(UUID study, List<Waiting> ops) {
        if (closed || !offer(study, ops)) {
            ops.forEach(
                    op -> op.refuse(ErrorCode.E_BUSY, "Too much waits to be recorded: send this again in a moment."));
        }
        List<Future<Answer>> answers =
                ops.stream().map(op -> op.answer().future()).toList();
        return onTheCallersContext(Future.join(answers)
                .map(v -> answers.stream().map(Future::result).toList()));
    }

    /** A queue lives while something waits in it. */
    private boolean offer(UUID study, List<Waiting> ops) {
        var taken = new boolean[1];
        StudyQueue queue = queues.compute(study, (id, known) -> {
            StudyQueue offered = known == null ? newQueue(id) : known;
            taken[0] = offered.offer(ops);
            return offered;
        });
        queue.start();
        return taken[0];
    }

    private StudyQueue newQueue(UUID study) {
        return new StudyQueue(vertx, study, states, transaction, imports, this::tell, () -> forget(study));
    }

    private void forget(UUID study) {
        queues.computeIfPresent(study, (id, queue) -> queue.isIdle() ? null : queue);
    }

    private void tell(Commit commit) {
        listeners.forEach(listener -> listener.accept(commit));
    }

    private static <T> Future<T> onTheCallersContext(Future<T> future) {
        Context context = Vertx.currentContext();
        if (context == null) {
            return future;
        }
        Promise<T> promise = Promise.promise();
        future.onComplete(done -> context.runOnContext(v -> promise.handle(done)));
        return promise.future();
    }

    @Override
    public Future<List<RecordedOp>> read(UUID study, UUID stream, long after, int limit) {
        return scope.within(
                study,
                StudyScope.Isolation.SNAPSHOT,
                connection -> OpRows.since(connection, study, stream, after, limit));
    }

    @Override
    public void onCommit(Consumer<Commit> listener) {
        listeners.add(listener);
    }

    @Override
    public Future<Void> close() {
        closed = true;
        return Future.join(queues.values().stream().map(StudyQueue::idle).toList())
                .mapEmpty();
    }
}
