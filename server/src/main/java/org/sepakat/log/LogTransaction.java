package org.sepakat.log;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.sepakat.consensus.Settled;
import org.sepakat.log.Needs.RoundText;
import org.sepakat.store.CodebookTable;
import org.sepakat.store.Coder;
import org.sepakat.store.ConsensusTables;
import org.sepakat.store.ConsensusWriter;
import org.sepakat.store.Contents;
import org.sepakat.store.Looks;
import org.sepakat.store.StreamInfo;
import org.sepakat.store.Streams;
import org.sepakat.store.StudyScope;
import org.sepakat.store.StudyState;
import org.sepakat.store.StudyStates;
import org.sepakat.store.StudyWriter;
import org.sepakat.store.Texts;
import org.sepakat.store.WorkTables;
import org.sepakat.store.WorkWriter;
import org.sepakat.study.ConsensusAct;
import org.sepakat.study.DraftAct;
import org.sepakat.study.ErasableText;
import org.sepakat.study.StreamRef;
import org.sepakat.study.StudyAct;
import org.sepakat.study.Wording;
import org.sepakat.study.Work;
import org.sepakat.text.Correction;
import org.sepakat.text.TranscriptText;

/**
 * One transaction of ops of one study: locks their streams, reads under the locks what the rules look at, judges op by op, and writes rows and state together.
 * Nothing is told to anybody before it has returned. Any thread.
 */
final class LogTransaction {

    /** What the transaction has made durable: one answer per op, the state after it, and what each stream got. */
    record Written(List<Answer> answers, StudyState state, List<Commit> commits) {}

    /** Somebody else has changed the study since its state was read: read it and begin again. */
    static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1;

        Overtaken() {
            super("the study has changed since it was read", null, false, false);
        }
    }

    private final Vertx vertx;
    private final StudyScope scope;
    private final StudyStates states;
    private final Texts texts;
    private final Clock clock;
    private final Supplier<UUID> ids;

    LogTransaction(Vertx vertx, StudyScope scope, StudyStates states, Texts texts, Clock clock, Supplier<UUID> ids) {
        this.vertx = vertx;
        this.scope = scope;
        this.states = states;
        this.texts = texts;
        this.clock = clock;
        this.ids = ids;
    }

    /** @param state of the study, which must still be true when the locks are held */
    Future<Written> run(StudyState state, List<Waiting> batch) {
        Needs needs = Needs.of(state.study(), batch);
        return find(state.study().id(), needs)
                .compose(found -> compare(batch.get(0), found)
                        .compose(corrections -> scope.within(
                                state.study().id(),
                                StudyScope.Isolation.READ_COMMITTED,
                                connection -> within(connection, state, needs, found, corrections, batch))))
                .onSuccess(written -> states.keep(written.state()));
    }

    /** What a corrected text keeps of each version that a round has of it; on a worker thread, since texts may be long. A correction is alone in its batch. */
    private Future<Map<Integer, Correction>> compare(Waiting op, Map<RoundText, TranscriptText> found) {
        TranscriptText corrected = op.text();
        return op.act() instanceof StudyAct.CorrectTranscript && corrected != null
                ? vertx.executeBlocking(
                        () -> {
                            var corrections = new HashMap<Integer, Correction>();
                            found.forEach((text, before) -> corrections.computeIfAbsent(
                                    text.version(), version -> Correction.of(before, corrected)));
                            return corrections;
                        },
                        false)
                : Future.succeededFuture(Map.of());
    }

    private Future<Map<RoundText, TranscriptText>> find(UUID study, Needs needs) {
        var found = new HashMap<RoundText, TranscriptText>();
        List<Future<?>> all = new ArrayList<>();
        for (RoundText wanted : needs.texts()) {
            all.add(texts.find(study, wanted.transcript(), wanted.version())
                    .onSuccess(text -> text.ifPresent(t -> put(found, wanted, t))));
        }
        return Future.all(all).map(found);
    }

    private static void put(Map<RoundText, TranscriptText> found, RoundText wanted, TranscriptText text) {
        synchronized (found) {
            found.put(wanted, text);
        }
    }

    private Future<Written> within(
            SqlConnection connection,
            StudyState state,
            Needs needs,
            Map<RoundText, TranscriptText> found,
            Map<Integer, Correction> corrections,
            List<Waiting> batch) {
        UUID study = state.study().id();
        Future<Map<StreamRef, StreamInfo>> locked = Streams.lock(connection, study, needs.streams(), needs.rounds());
        var heads = Streams.heads(connection, study);
        var recorded =
                OpRows.find(connection, study, batch.stream().map(Waiting::key).toList());
        var looked = batch.get(0).isWork()
                ? Future.succeededFuture(Map.<UUID, Set<UUID>>of())
                : Looks.read(connection, study);
        Future<Map<Coder, Work>> work = needs.whole().isEmpty()
                ? WorkTables.read(connection, study, needs.work(batch, found))
                : WorkTables.readRounds(connection, study, needs.whole());
        Future<Map<UUID, Settled>> settled = ConsensusTables.read(connection, study, needs.settled());
        var contents = Contents.find(connection, study, needs.contents());
        return Future.join(List.of(locked, heads, recorded, looked, work, settled, contents))
                .compose(v -> {
                    if (!heads.result().equals(new Streams.StudyHeads(state.head(), state.draftsHead()))) {
                        return Future.failedFuture(new Overtaken());
                    }
                    var streams = new StreamLife(locked.result(), ids);
                    var read = new Ledger.Read(
                            recorded.result(),
                            looked.result(),
                            found,
                            work.result(),
                            settled.result(),
                            contents.result(),
                            corrections);
                    var ledger = new Ledger(
                            state, read, streams, ids, clock.instant().truncatedTo(ChronoUnit.MILLIS));
                    return judge(ledger, batch, needs)
                            .compose(answers -> write(connection, ledger, read, locked.result(), streams)
                                    .map(w -> new Written(answers, after(state, ledger), commits(study, ledger))));
                });
    }

    /** What goes through all that was done in a round would hold up everybody else's acts: it is judged on a worker thread. */
    private Future<List<Answer>> judge(Ledger ledger, List<Waiting> batch, Needs needs) {
        return needs.whole().isEmpty()
                ? Future.succeededFuture(judge(ledger, batch))
                : vertx.executeBlocking(() -> judge(ledger, batch), false);
    }

    private static List<Answer> judge(Ledger ledger, List<Waiting> batch) {
        return batch.stream().map(ledger::judge).toList();
    }

    /** A study's own rows go before its streams, and streams before their ops: they refer to each other in this order. */
    static Future<Void> write(
            SqlConnection connection,
            Ledger ledger,
            Ledger.Read read,
            Map<StreamRef, StreamInfo> before,
            StreamLife streams) {
        UUID study = ledger.study().id();
        List<Future<?>> sent = new ArrayList<>();
        for (Ledger.Accepted accepted : ledger.accepted()) {
            if (accepted.act() instanceof StudyAct act) {
                sent.add(StudyWriter.write(
                        connection, accepted.study(), act, accepted.op().text()));
            } else if (accepted.act() instanceof DraftAct act) {
                sent.add(CodebookTable.write(connection, study, accepted.codebook(), act));
            }
        }
        sent.add(Streams.write(connection, study, before, streams.streams()));
        sent.add(OpRows.insert(
                connection,
                study,
                ledger.accepted().stream().map(Ledger.Accepted::row).toList()));
        sent.add(writeContents(connection, study, ledger.accepted()));
        sent.add(WorkWriter.write(connection, ledger.study(), read.work(), ledger.work()));
        sent.add(ConsensusWriter.write(connection, ledger.study(), read.settled(), ledger.settled()));
        return Future.join(sent).mapEmpty();
    }

    /** Before what names them. */
    private static Future<?> writeContents(SqlConnection connection, UUID study, List<Ledger.Accepted> accepted) {
        var said = new ArrayList<Contents.New>();
        var erased = new ArrayList<UUID>();
        for (Ledger.Accepted one : accepted) {
            if (one.act() instanceof Wording wording) {
                ErasableText words = wording.words();
                if (words.content() != null && words.text() != null) {
                    said.add(new Contents.New(
                            words.content(), one.row().stream(), one.row().op().actor(), words.text()));
                }
            } else if (one.act() instanceof ConsensusAct.EraseContent erase) {
                erased.add(erase.content());
            }
        }
        if (said.isEmpty() && erased.isEmpty()) {
            return Future.succeededFuture();
        }
        Instant at = accepted.get(0).row().op().at();
        return Future.join(Contents.insert(connection, study, said, at), Contents.erase(connection, study, erased, at));
    }

    static StudyState after(StudyState before, Ledger ledger) {
        long head = before.head();
        long draftsHead = before.draftsHead();
        for (Ledger.Accepted accepted : ledger.accepted()) {
            head += accepted.ref().equals(StreamRef.STUDY) ? 1 : 0;
            draftsHead += accepted.ref().equals(StreamRef.DRAFTS) ? 1 : 0;
        }
        return new StudyState(ledger.study(), head, ledger.codebook(), draftsHead);
    }

    static List<Commit> commits(UUID study, Ledger ledger) {
        var byStream = new LinkedHashMap<StreamRef, List<OpRows.New>>();
        for (Ledger.Accepted accepted : ledger.accepted()) {
            byStream.computeIfAbsent(accepted.ref(), ref -> new ArrayList<>()).add(accepted.row());
        }
        return byStream.entrySet().stream()
                .map(e -> new Commit(
                        study,
                        e.getValue().get(0).stream(),
                        e.getKey(),
                        e.getValue().stream().map(OpRows.New::op).toList()))
                .toList();
    }
}
