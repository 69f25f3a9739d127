package org.sepakat.log;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sepakat.consensus.Settled;
import org.sepakat.log.LogTransaction.Overtaken;
import org.sepakat.log.LogTransaction.Written;
import org.sepakat.store.Coder;
import org.sepakat.store.StreamInfo;
import org.sepakat.store.Streams;
import org.sepakat.store.StudyScope;
import org.sepakat.store.StudyState;
import org.sepakat.store.StudyStates;
import org.sepakat.store.Texts;
import org.sepakat.study.Act;
import org.sepakat.study.Codebook;
import org.sepakat.study.ErrorCode;
import org.sepakat.study.ForeignRound;
import org.sepakat.study.ImportPlan;
import org.sepakat.study.ImportPlanner;
import org.sepakat.study.ImportedWork;
import org.sepakat.study.Refusal;
import org.sepakat.study.Round;
import org.sepakat.study.StreamRef;
import org.sepakat.study.Study;
import org.sepakat.study.StudyAct;
import org.sepakat.study.Transcript;
import org.sepakat.study.Work;
import org.sepakat.study.WorkAct;
import org.sepakat.text.TranscriptText;

/**
 * The one transaction of an import: planned against the study under its locks, judged act by act and then coder by coder, and written whole or not at all.
 * Planning and judging run on a worker thread, since thousands of acts would hold up everybody else's.
 */
final class ImportTransaction {

    private static final Refusal STOPPED =
            Refusal.of(ErrorCode.E_BUSY, "The import was stopped before it was stored: nothing has changed.");

    /** Nobody wants the import any more. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stopped() {
            super("the import was stopped", null, false, false);
        }
    }

    private final Vertx vertx;
    private final StudyScope scope;
    private final StudyStates states;
    private final Texts texts;
    private final Clock clock;
    private final Supplier<UUID> ids;

    ImportTransaction(Vertx vertx, StudyScope scope, StudyStates states, Texts texts, Clock clock, Supplier<UUID> ids) {
        this.vertx = vertx;
        this.scope = scope;
        this.states = states;
        this.texts = texts;
        this.clock = clock;
        this.ids = ids;
    }

    /** What an import would do in the study as it is. */
    Future<ImportPlan> plan(StudyState state, ForeignRound content) {
        return alike(state.study(), content)
                .compose(stored -> vertx.executeBlocking(
                        () -> plan(state.study(), state.codebook(), ids.get(), content, stored), false));
    }

    private ImportPlan plan(
            Study study, Codebook codebook, UUID round, ForeignRound content, Map<UUID, TranscriptText> stored) {
        return ImportPlanner.plan(study, codebook, round, content, stored, ids);
    }

    /** @param state of the study, which must still be true when the locks are held */
    Future<Written> run(StudyState state, Waiting op, Importing.Batch batch) {
        return alike(state.study(), batch.content())
                .compose(stored -> scope.within(
                        state.study().id(),
                        StudyScope.Isolation.READ_COMMITTED,
                        connection -> within(connection, state, new Request(op, batch, stored))))
                .recover(failure -> failure instanceof Stopped
                        ? Future.succeededFuture(new Written(List.of(op.no(STOPPED)), state, List.of()))
                        : Future.failedFuture(failure))
                .onSuccess(written -> states.keep(written.state()));
    }

    private record Request(Waiting op, Importing.Batch batch, Map<UUID, TranscriptText> stored) {

        Future<Void> requireWanted() {
            return batch.stopped().getAsBoolean() ? Future.failedFuture(new Stopped()) : Future.succeededFuture();
        }
    }

    private Future<Map<UUID, TranscriptText>> alike(Study study, ForeignRound content) {
        var found = new HashMap<UUID, TranscriptText>();
        List<Future<Optional<TranscriptText>>> all = new ArrayList<>();
        List<Transcript> alike = ImportPlanner.alike(study, content);
        alike.forEach(transcript -> all.add(texts.find(study.id(), transcript.id(), transcript.version())));
        return Future.all(all).map(v -> {
            for (int i = 0; i < alike.size(); i++) {
                UUID transcript = alike.get(i).id();
                all.get(i).result().ifPresent(text -> found.put(transcript, text));
            }
            return found;
        });
    }

    private Future<Written> within(SqlConnection connection, StudyState state, Request request) {
        UUID study = state.study().id();
        var locked = Streams.lock(connection, study, Set.of(StreamRef.STUDY, StreamRef.DRAFTS), Set.of());
        var heads = Streams.heads(connection, study);
        var recorded = OpRows.find(connection, study, List.of(request.op().key()));
        return Future.join(locked, heads, recorded).compose(v -> {
            if (!heads.result().equals(new Streams.StudyHeads(state.head(), state.draftsHead()))) {
                return Future.failedFuture(new Overtaken());
            }
            var read = new Ledger.Read(recorded.result(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
            return vertx.executeBlocking(() -> new Judging(state, request, locked.result(), read).judge(), false)
                    .compose(judged -> request.requireWanted()
                            .compose(wanted -> judged.write(connection, locked.result()))
                            .compose(written -> request.requireWanted())
                            .map(wanted -> judged.written(state)));
        });
    }

    /** @param ledger null if nothing is to be written */
    private record Judged(Answer answer, @Nullable Ledger ledger, Ledger.Read read, StreamLife streams) {

        Future<Void> write(SqlConnection connection, Map<StreamRef, StreamInfo> before) {
            return ledger == null
                    ? Future.succeededFuture()
                    : LogTransaction.write(connection, ledger, read, before, streams);
        }

        Written written(StudyState before) {
            return ledger == null
                    ? new Written(List.of(answer), before, List.of())
                    : new Written(
                            List.of(answer),
                            LogTransaction.after(before, ledger),
                            LogTransaction.commits(before.study().id(), ledger));
        }
    }

    /** On a worker thread. */
    private final class Judging {
        private final StudyState state;
        private final Request request;
        private final Ledger.Read read;
        private final StreamLife streams;

        Judging(StudyState state, Request request, Map<StreamRef, StreamInfo> locked, Ledger.Read read) {
            this.state = state;
            this.request = request;
            this.read = read;
            this.streams = new StreamLife(locked, ids);
        }

        Judged judge() {
            Waiting op = request.op();
            Optional<Answer> before = ledger(read).findRecorded(op);
            if (before.isPresent()) {
                return nothing(before.get());
            }
            StudyAct.CreateStudy founding = request.batch().founding();
            Study study = founding == null ? state.study() : state.study().apply(founding);
            ForeignRound content = request.batch().content();
            ImportPlan plan = plan(study, state.codebook(), request.batch().round(), content, request.stored());
            var works = new TreeMap<Coder, Work>();
            plan.work()
                    .keySet()
                    .forEach(coder -> works.put(new Coder(plan.round().round(), coder), Work.NONE));
            var whole = new Ledger.Read(
                    read.recorded(),
                    read.looked(),
                    read.texts(),
                    works,
                    Map.of(plan.round().round(), Settled.NOTHING),
                    read.contents(),
                    Map.of());
            Ledger ledger = ledger(whole);
            Answer answer = judge(ledger, founding, plan);
            return answer instanceof Answer.Ok ? new Judged(answer, ledger, whole, streams) : nothing(answer);
        }

        private Ledger ledger(Ledger.Read of) {
            return new Ledger(state, of, streams, ids, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        }

        private Judged nothing(Answer answer) {
            return new Judged(answer, null, read, streams);
        }

        private Answer judge(Ledger ledger, StudyAct.@Nullable CreateStudy founding, ImportPlan plan) {
            if (plan.refusal() != null) {
                return request.op().no(plan.refusal());
            }
            var acts = new ArrayList<Act>(plan.leads());
            if (founding != null) {
                acts.add(0, founding);
            }
            Answer answer = request.op().no(Refusal.notFound());
            for (Act act : acts) {
                answer = ledger.judge(part(act, plan));
                if (answer instanceof Answer.No no) {
                    return request.op().no(no.refusal());
                }
            }
            Optional<Refusal> refused = takeIn(ledger, plan);
            return refused.isPresent() ? request.op().no(refused.get()) : answer;
        }

        private Waiting part(Act act, ImportPlan plan) {
            UUID opId = act instanceof StudyAct.ImportRound ? request.batch().opId() : ids.get();
            TranscriptText text =
                    act instanceof StudyAct.ImportTranscript in ? plan.texts().get(in.transcript()) : null;
            return request.op().part(act, opId, text);
        }

        private Optional<Refusal> takeIn(Ledger ledger, ImportPlan plan) {
            Round round = Objects.requireNonNull(
                    ledger.study().rounds().get(plan.round().round()));
            var codebook = Objects.requireNonNull(Needs.codebook(ledger.study(), round));
            var rules = new ImportedWork(round, codebook, plan.texts());
            for (Map.Entry<UUID, List<WorkAct>> coder : plan.work().entrySet()) {
                Optional<Refusal> no =
                        rules.refuse(coder.getKey(), coder.getValue()).map(plan::placed);
                if (no.isPresent()) {
                    return no;
                }
                ledger.takeIn(request.op(), new Coder(round.id(), coder.getKey()), coder.getValue());
            }
            ledger.adopt(request.op(), round, plan.texts());
            return Optional.empty();
        }
    }
}
