package org.sepakat.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sepakat.store.Snapshot;
import org.sepakat.store.StreamInfo;
import org.sepakat.store.StudyStates;
import org.sepakat.study.StreamRef;
import org.sepakat.study.Study;
import org.sepakat.study.Submission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** [R8] The log is the history, the tables are the state. */
final class FoldIT {

    private static final int ROUNDS_OF_SUBMITTING = 150;
    private static final Logger LOG = LoggerFactory.getLogger(FoldIT.class);
    private static Stage stage;

    @BeforeAll
    static void open() {
        stage = new Stage();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    static LongStream seeds() {
        return LongStream.concat(LongStream.rangeClosed(1, 5), LongStream.of(System.nanoTime()));
    }

    private record Sent(UUID actor, Submission op, Answer answer) {}

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName(
            "[N1] After a random history the fold of every stream equals the tables, then and at each snapshot on the way")
    void foldEqualsTables(long seed) {
        var team = new Team(stage, 4);
        var history = new RandomHistory(seed, team);
        List<PgOpLog> nodes = List.of(stage.log, stage.node());
        List<Sent> sent = new ArrayList<>();
        List<Future<Snapshot>> snapshots = new ArrayList<>();
        Future<Answer> imported = Future.failedFuture("not begun");
        List<Future<Answer>> corrected = new ArrayList<>();
        for (int i = 0; i < ROUNDS_OF_SUBMITTING; i++) {
            var now = stage.overview(team.study);
            List<Future<List<Sent>>> batches = new ArrayList<>();
            for (int b = 1 + history.below(3); b > 0; b--) {
                batches.add(submit(nodes.get(history.below(2)), team, history, now.study()));
            }
            StreamInfo any = now.streams().get(history.below(now.streams().size()));
            snapshots.add(stage.reader.snapshot(team.study, any.id()));
            if (history.below(5) == 0) {
                corrected.add(nodes.get(history.below(2))
                        .correctTranscript(team.study, history.actor(now.study()), history.corrected(now.study())));
            }
            if (i == ROUNDS_OF_SUBMITTING / 2) {
                imported = stage.log.importRound(
                        team.study, team.lead, ImportIT.batch(ImportIT.round(List.of()), () -> false));
            }
            Stage.await(Future.all(batches)).<List<Sent>>list().forEach(batch -> {
                sent.addAll(batch);
                batch.stream()
                        .filter(s -> s.answer() instanceof Answer.Ok)
                        .forEach(s -> history.accepted(s.op().act()));
            });
        }
        LOG.info("seed {}: the import in the midst of it was answered {}", seed, Stage.await(imported));
        assertTrue(
                corrected.stream().map(Stage::await).anyMatch(Answer.Ok.class::isInstance),
                "the text was never corrected");
        check(team, sent, snapshots.stream().map(Stage::await).toList());
    }

    private static Future<List<Sent>> submit(PgOpLog node, Team team, RandomHistory history, Study study) {
        List<Submission> batch = new ArrayList<>();
        Submission first = history.next(study);
        UUID actor = history.actorOf(study, first.act());
        batch.add(first);
        for (int k = history.below(6); k > 0; k--) {
            batch.add(history.next(study));
        }
        return node.submit(team.study, actor, batch).map(answers -> {
            var sent = new ArrayList<Sent>();
            for (int k = 0; k < batch.size(); k++) {
                sent.add(new Sent(actor, batch.get(k), answers.get(k)));
            }
            return sent;
        });
    }

    private static void check(Team team, List<Sent> sent, List<Snapshot> snapshots) {
        Map<UUID, List<RecordedOp>> log = checkStreams(stage, team.study);
        for (Snapshot snapshot : snapshots) {
            List<RecordedOp> until = Objects.requireNonNull(
                            log.get(snapshot.stream().id()))
                    .subList(0, (int) snapshot.stream().head());
            assertEquals(
                    Fold.snapshot(team.study, snapshot.stream().ref(), until).encode(),
                    snapshot.data().encode());
        }
        checkAnswers(sent, log);
    }

    /** Every stream of a study folds to what the tables say; answers the ops by stream. */
    static Map<UUID, List<RecordedOp>> checkStreams(Stage stage, UUID study) {
        var overview = stage.overview(study);
        Map<UUID, List<RecordedOp>> log = new HashMap<>();
        for (StreamInfo stream : overview.streams()) {
            List<RecordedOp> ops = stage.ops(study, stream);
            log.put(stream.id(), ops);
            assertEquals(
                    LongStream.rangeClosed(1, stream.head()).boxed().toList(),
                    ops.stream().map(RecordedOp::seq).toList());
            assertEquals(
                    Fold.snapshot(study, stream.ref(), ops).encode(),
                    Stage.await(stage.reader.snapshot(study, stream.id()))
                            .data()
                            .encode());
            if (stream.ref().equals(StreamRef.STUDY)) {
                assertEquals(Fold.study(study, ops), overview.study());
            } else if (stream.ref().equals(StreamRef.DRAFTS)) {
                assertEquals(
                        Fold.codebook(ops),
                        Stage.await(new StudyStates(stage.scope).now(study)).codebook());
            }
        }
        return log;
    }

    private static void checkAnswers(List<Sent> sent, Map<UUID, List<RecordedOp>> log) {
        var recorded = new TreeSet<UUID>();
        log.values().forEach(ops -> ops.forEach(op -> recorded.add(op.opId())));
        var kinds = new TreeSet<String>();
        for (Sent s : sent) {
            if (s.answer() instanceof Answer.Ok ok) {
                RecordedOp op = Objects.requireNonNull(log.get(ok.stream())).get((int) ok.seq() - 1);
                assertEquals(s.op().opId(), op.opId());
                assertEquals(s.actor(), op.actor());
                kinds.add(op.kind());
            } else {
                assertFalse(recorded.contains(s.op().opId()), "a refused op is in the log");
            }
        }
        assertTrue(kinds.size() >= 13, () -> "the history is too tame: " + kinds);
    }
}
