package org.sepakat.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sepakat.study.ErrorCode;
import org.sepakat.study.Mode;
import org.sepakat.study.StreamRef;
import org.sepakat.study.StudyAct;
import org.sepakat.study.Submission;
import org.sepakat.study.TranscriptKind;
import org.sepakat.text.BaseSegment;
import org.sepakat.text.Span;
import org.sepakat.text.TranscriptText;

/** [R5] The database dies while coders write, and nothing that was acknowledged is lost. */
final class CrashIT {

    private static final int CODERS = 6;

    private Stage stage;
    private Team team;
    private UUID round;
    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicInteger interrupted = new AtomicInteger();
    private final List<Answer.Ok> acknowledged = Collections.synchronizedList(new ArrayList<>());
    private final List<Submission> sent = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void open() {
        stage = new Stage();
        team = new Team(stage, CODERS, Stage.text(2_000));
        round = team.startRound(Mode.OPEN);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    /** As a client does: one op after the other, each sent again with its own id until it is answered for good. */
    private Future<Void> write(UUID coder, int at) {
        if (stop.get()) {
            return Future.succeededFuture();
        }
        Submission op = Stage.op(team.apply(round, team.trust, 3 + at * 41, 30 + at * 41), null);
        sent.add(op);
        return send(coder, op).compose(v -> write(coder, at + 1));
    }

    private Future<Void> send(UUID coder, Submission op) {
        return stage.log.submit(team.study, coder, List.of(op)).compose(answers -> {
            if (answers.get(0) instanceof Answer.Ok ok) {
                acknowledged.add(ok);
                return Future.succeededFuture();
            }
            Answer.No no = (Answer.No) answers.get(0);
            assertTrue(no.refusal().code().isRetryable(), () -> no.refusal().toString());
            interrupted.incrementAndGet();
            return stage.vertx.timer(50, TimeUnit.MILLISECONDS).compose(v -> send(coder, op));
        });
    }

    private List<Future<Void>> startWriting() {
        return team.coders.stream().map(coder -> write(coder, 0)).toList();
    }

    private void checkNothingIsLostOrDoubled() {
        List<RecordedOp> ops = stage.ops(team.study, stage.stream(team.study, StreamRef.ofRound(round)));
        assertEquals(
                LongStream.rangeClosed(1, ops.size()).boxed().toList(),
                ops.stream().map(RecordedOp::seq).toList());
        Map<UUID, Long> places = new HashMap<>();
        ops.forEach(op -> assertEquals(null, places.put(op.opId(), op.seq())));
        assertEquals(sent.size(), ops.size());
        for (Answer.Ok ok : acknowledged) {
            assertEquals(ok.seq(), Objects.requireNonNull(places.get(ok.opId())));
        }
        assertEquals(
                Fold.snapshot(team.study, StreamRef.ofRound(round), ops).encode(),
                Stage.await(stage.reader.snapshot(
                                team.study,
                                stage.stream(team.study, StreamRef.ofRound(round))
                                        .id()))
                        .data()
                        .encode());
    }

    @Test
    @DisplayName(
            "Connections that are cut in the middle cost no acknowledged op, and a resend tells which were recorded")
    void connectionsAreCut() throws InterruptedException {
        Pool knife = stage.database.appPool(1);
        List<Future<Void>> writing = startWriting();
        for (int i = 0; i < 25; i++) {
            Thread.sleep(40);
            Stage.await(knife.query("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where usename = current_user and datname = current_database() and pid <> pg_backend_pid()""").execute());
        }
        stop.set(true);
        Stage.await(Future.all(writing));
        checkNothingIsLostOrDoubled();
    }

    @Test
    @DisplayName("A database killed outright comes back, writing goes on by itself, and nothing acknowledged is lost")
    void theDatabaseIsKilled() throws InterruptedException {
        List<Future<Void>> writing = startWriting();
        for (int i = 0; i < 2; i++) {
            Thread.sleep(500);
            postmaster().orElseThrow().destroyForcibly();
            awaitAnswerAfter(acknowledged.size());
        }
        stop.set(true);
        Stage.await(Future.all(writing));
        checkNothingIsLostOrDoubled();
    }

    private Optional<ProcessHandle> postmaster() {
        int backend = Stage.await(stage.pool
                .query("select pg_backend_pid()")
                .execute()
                .map(rows -> rows.iterator().next().getInteger(0)));
        return ProcessHandle.of(backend).flatMap(ProcessHandle::parent);
    }

    /** Those that were under way when it died are a handful; many more means that it is back. */
    private void awaitAnswerAfter(int before) throws InterruptedException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
        while (acknowledged.size() < before + 10 * CODERS) {
            assertTrue(System.nanoTime() < patience, "the database did not come back");
            Thread.sleep(50);
        }
    }

    @Test
    @DisplayName("One op that cannot be recorded poisons nobody else's")
    void oneBadOp() {
        Submission good = Stage.op(team.apply(round, team.trust, 3, 30), null);
        var text = new Founding.Import(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "T",
                TranscriptKind.INTERVIEW,
                new TranscriptText("a\0b", List.of(new BaseSegment(new Span(0, 3), null, null))),
                Map.of());
        Future<Answer> bad = stage.log.importTranscript(team.study, team.lead, text);
        Future<List<Answer>> rename =
                stage.log.submit(team.study, team.lead, List.of(Stage.op(new StudyAct.RenameStudy("Unharmed"), null)));
        Future<Answer> worse = stage.log.importTranscript(team.study, team.lead, text);
        assertEquals(
                ErrorCode.E_INTERNAL,
                assertInstanceOf(Answer.No.class, Stage.await(bad)).refusal().code());
        assertInstanceOf(Answer.Ok.class, Stage.await(rename).get(0));
        assertEquals(
                ErrorCode.E_INTERNAL,
                assertInstanceOf(Answer.No.class, Stage.await(worse)).refusal().code());
        assertInstanceOf(
                Answer.Ok.class,
                stage.submit(team.study, team.coders.get(0), List.of(good)).get(0));
    }
}
