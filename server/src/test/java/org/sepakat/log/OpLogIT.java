package org.sepakat.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sepakat.store.StudyScope;
import org.sepakat.study.DraftAct;
import org.sepakat.study.ErrorCode;
import org.sepakat.study.Mode;
import org.sepakat.study.Phase;
import org.sepakat.study.Refusal;
import org.sepakat.study.Role;
import org.sepakat.study.RoundPlan;
import org.sepakat.study.StreamRef;
import org.sepakat.study.StudyAct;
import org.sepakat.study.Submission;
import org.sepakat.study.TranscriptKind;
import org.sepakat.study.WorkAct;
import org.sepakat.text.Span;

final class OpLogIT {

    private static Stage stage;
    private static Team team;

    @BeforeAll
    static void open() {
        stage = new Stage();
        team = new Team(stage, 3);
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    private static Refusal refusal(Answer answer) {
        return assertInstanceOf(Answer.No.class, answer).refusal();
    }

    private static long rows(UUID opId) {
        return Stage.await(stage.scope.within(
                team.study,
                StudyScope.Isolation.SNAPSHOT,
                c -> c.preparedQuery("select count(*) from op where op_id = $1")
                        .execute(Tuple.of(opId))
                        .map(rows -> rows.iterator().next().getLong(0))));
    }

    @Test
    @DisplayName("[O1] What was answered ok is in the database, at that place in that stream")
    void okIsDurable() {
        Answer.Ok ok = team.lead(new StudyAct.RenameStudy("Trust, again"));
        RecordedOp op = Stage.await(stage.log.read(team.study, ok.stream(), ok.seq() - 1, 1))
                .get(0);
        assertEquals(ok.opId(), op.opId());
        assertEquals(ok.seq(), op.seq());
        assertEquals("{\"name\":\"Trust, again\"}", op.body().encode());
        assertEquals("Trust, again", stage.overview(team.study).study().name());
    }

    @Test
    @DisplayName("[O2] Under eight submitters at once seqs are 1..head without gaps, and every ok names its own")
    void seqsAreGapless() {
        Team crowd = new Team(stage, 8);
        UUID open = crowd.startRound(Mode.OPEN);
        List<Future<List<Answer>>> all = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            int at = i;
            UUID coder = crowd.coders.get(i % 8);
            all.add(stage.log.submit(
                    crowd.study,
                    coder,
                    IntStream.range(0, 1 + i % 3)
                            .mapToObj(k -> Stage.op(crowd.apply(open, crowd.trust, 3 + at % 300, 330 + k), null))
                            .toList()));
        }
        List<Answer> answers = Stage.await(Future.all(all)).<List<Answer>>list().stream()
                .flatMap(List::stream)
                .toList();
        var ops = stage.ops(crowd.study, stage.stream(crowd.study, StreamRef.ofRound(open)));
        assertEquals(
                LongStream.rangeClosed(1, ops.size()).boxed().toList(),
                ops.stream().map(RecordedOp::seq).toList());
        assertEquals(
                ops.size(), stage.stream(crowd.study, StreamRef.ofRound(open)).head());
        long oks = answers.stream().filter(Answer.Ok.class::isInstance).count();
        assertEquals(ops.size(), oks);
        for (Answer answer : answers) {
            if (answer instanceof Answer.Ok ok) {
                assertEquals(ok.opId(), ops.get((int) ok.seq() - 1).opId());
            }
        }
    }

    @Test
    @DisplayName("[O3] A resend gets the first answer, marked dup")
    void resendsGetTheFirstAnswer() {
        Submission op = Stage.op(new StudyAct.RenameStudy("Twice"), null);
        var first = (Answer.Ok) stage.submit(team.study, team.lead, List.of(op)).get(0);
        var again = (Answer.Ok) stage.submit(team.study, team.lead, List.of(op)).get(0);
        assertEquals(new Answer.Ok(op.opId(), first.stream(), first.seq(), true), again);
        assertFalse(first.dup());
        assertEquals(1, rows(op.opId()));
    }

    @Test
    @DisplayName("[O3] A resend within one batch is a resend")
    void resendsWithinOneBatch() {
        Submission op = Stage.op(new StudyAct.RenameStudy("In one batch"), null);
        List<Answer> answers = stage.submit(team.study, team.lead, List.of(op, op));
        assertFalse(((Answer.Ok) answers.get(0)).dup());
        assertTrue(((Answer.Ok) answers.get(1)).dup());
        assertEquals(1, rows(op.opId()));
    }

    @Test
    @DisplayName("[O3] An op id with another payload or another if_rev is refused as reused, even in another stream")
    void reuseIsRefused() {
        Submission op = Stage.op(new StudyAct.RenameStudy("Mine"), null);
        stage.submit(team.study, team.lead, List.of(op));
        var others = List.of(
                new Submission(op.opId(), new StudyAct.RenameStudy("Other"), null),
                new Submission(op.opId(), op.act(), 1),
                new Submission(op.opId(), new DraftAct.PutTheme(Team.theme(UUID.randomUUID(), null)), null));
        for (Submission other : others) {
            assertEquals(
                    ErrorCode.E_OPID_REUSED,
                    refusal(stage.submit(team.study, team.lead, List.of(other)).get(0))
                            .code());
        }
    }

    @Test
    @DisplayName("[O3] Of many resends at once through two nodes one is recorded, and all are told the same place")
    void concurrentResends() {
        Submission op = Stage.op(new StudyAct.RenameStudy("At once"), null);
        PgOpLog other = stage.node();
        List<Future<List<Answer>>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add((i % 2 == 0 ? stage.log : other).submit(team.study, team.lead, List.of(op)));
        }
        List<Answer.Ok> oks = Stage.await(Future.all(all)).<List<Answer>>list().stream()
                .map(answers -> (Answer.Ok) answers.get(0))
                .toList();
        assertEquals(1, oks.stream().map(Answer.Ok::seq).distinct().count());
        assertEquals(1, oks.stream().filter(ok -> !ok.dup()).count());
        assertEquals(1, rows(op.opId()));
    }

    @Test
    @DisplayName("[O4] A refused op leaves no trace and harms no neighbour")
    void refusedOpsLeaveNoTrace() {
        var before = stage.overview(team.study);
        long head = stage.stream(team.study, StreamRef.STUDY).head();
        Submission good = Stage.op(new StudyAct.AddMember(UUID.randomUUID(), "Dewi", Role.CODER), null);
        Submission blank = Stage.op(new StudyAct.AddMember(UUID.randomUUID(), " ", Role.CODER), null);
        Submission taken = Stage.op(new StudyAct.AddMember(team.lead, "Eka", Role.CODER), null);
        Submission after = Stage.op(new StudyAct.RenameStudy("After"), null);
        List<Answer> answers = stage.submit(team.study, team.lead, List.of(good, blank, taken, after));
        assertEquals(ErrorCode.E_BAD, refusal(answers.get(1)).code());
        assertEquals(ErrorCode.E_BAD, refusal(answers.get(2)).code());
        assertEquals(head + 1, ((Answer.Ok) answers.get(0)).seq());
        assertEquals(head + 2, ((Answer.Ok) answers.get(3)).seq());
        assertEquals(0, rows(blank.opId()) + rows(taken.opId()));
        assertEquals(
                before.study().members().size() + 1,
                stage.overview(team.study).study().members().size());
        var retried = new Submission(blank.opId(), new StudyAct.RenameStudy("Fine now"), null);
        assertInstanceOf(
                Answer.Ok.class,
                stage.submit(team.study, team.lead, List.of(retried)).get(0));
    }

    @Test
    @DisplayName("[O5] A right that another node has taken away is gone at once, whatever is in memory here")
    void rightsAreReadInTheTransaction() {
        UUID round = team.startRound(Mode.OPEN);
        UUID coder = team.coders.get(0);
        stage.accept(team.study, coder, team.apply(round, team.trust, 3, 9), null);
        PgOpLog other = stage.node();
        Stage.await(other.submit(
                team.study,
                team.lead,
                List.of(Stage.op(new StudyAct.MoveRound(round, Phase.CLOSED), team.rev(round)))));
        assertEquals(
                ErrorCode.E_FROZEN,
                stage.refuse(team.study, coder, team.apply(round, team.trust, 4, 9), null)
                        .code());
        UUID leaving = UUID.randomUUID();
        team.lead(new StudyAct.AddMember(leaving, "Leaving", Role.LEAD));
        stage.accept(team.study, leaving, new StudyAct.RenameStudy("By one who leaves"), null);
        Stage.await(other.submit(team.study, team.lead, List.of(Stage.op(new StudyAct.RemoveMember(leaving), null))));
        assertEquals(Refusal.notFound(), stage.refuse(team.study, leaving, new StudyAct.RenameStudy("Too late"), null));
    }

    @Test
    @DisplayName("[O5] A change decided on an old revision is stale, and is told the present one")
    void staleRevisions() {
        UUID round = team.planRound(Mode.OPEN);
        var plan = new RoundPlan(round, "Renamed", Mode.OPEN, "turn", "any", List.of(team.transcript), Set.of());
        stage.accept(team.study, team.lead, new StudyAct.PlanRound(plan), 1);
        Refusal stale = stage.refuse(team.study, team.lead, new StudyAct.PlanRound(plan), 1);
        assertEquals(ErrorCode.E_STALE, stale.code());
        assertEquals(2, stale.detail().get("rev"));
    }

    @Test
    @DisplayName("[O6] Ops of one member to one stream are numbered in the order they were sent, in one batch or many")
    void sendingOrderIsKept() {
        UUID round = team.startRound(Mode.OPEN);
        UUID coder = team.coders.get(1);
        List<Submission> ops = IntStream.range(0, 300)
                .mapToObj(i -> Stage.op(team.apply(round, team.trust, 3, 10 + i), null))
                .toList();
        List<Future<List<Answer>>> sent = new ArrayList<>();
        for (int from = 0; from < 300; ) {
            int to = Math.min(300, from + 1 + from % 7);
            sent.add(stage.log.submit(team.study, coder, ops.subList(from, to)));
            from = to;
        }
        List<UUID> accepted = Stage.await(Future.all(sent)).<List<Answer>>list().stream()
                .flatMap(List::stream)
                .filter(Answer.Ok.class::isInstance)
                .map(Answer::opId)
                .toList();
        assertTrue(accepted.size() > 280, "only what splits an emoji is refused");
        assertEquals(
                accepted,
                stage.ops(team.study, stage.stream(team.study, StreamRef.ofRound(round))).stream()
                        .map(RecordedOp::opId)
                        .toList());
    }

    @Test
    @DisplayName(
            "[O7] Work goes to the stream of its round: the coder's private one in a blind round, the round's own in an open one")
    void streamsAreDerived() {
        UUID blind = team.startRound(Mode.BLIND);
        UUID coder = team.coders.get(2);
        Answer.Ok hidden = stage.accept(team.study, coder, team.apply(blind, team.trust, 3, 9), null);
        assertEquals(stage.stream(team.study, StreamRef.ofCoder(blind, coder)).id(), hidden.stream());
        team.move(blind, Phase.CLOSED);
        team.move(blind, Phase.REVEALED);
        UUID open = team.startRound(Mode.OPEN);
        Answer.Ok shown = stage.accept(team.study, coder, team.apply(open, team.trust, 3, 9), null);
        assertEquals(stage.stream(team.study, StreamRef.ofRound(open)).id(), shown.stream());
    }

    @Test
    @DisplayName("[O9] Strangers, unknown studies and unknown rounds get the same answer")
    void absentAndHiddenAreOne() {
        var rename = new StudyAct.RenameStudy("Nobody's");
        assertEquals(Refusal.notFound(), stage.refuse(team.study, UUID.randomUUID(), rename, null));
        assertEquals(Refusal.notFound(), stage.refuse(UUID.randomUUID(), team.lead, rename, null));
        var work = new WorkAct.MarkReviewed(UUID.randomUUID(), team.transcript, new Span(0, 40));
        assertEquals(Refusal.notFound(), stage.refuse(team.study, team.coders.get(0), work, null));
        assertEquals(Optional.empty(), Stage.await(stage.reader.overview(UUID.randomUUID())));
    }

    @Test
    @DisplayName("Every commit is told once, in order, after it can be read")
    void commitsAreTold() {
        var told = new CopyOnWriteArrayList<Commit>();
        stage.log.onCommit(commit -> {
            if (commit.study().equals(team.study) && commit.ref().equals(StreamRef.DRAFTS)) {
                told.add(commit);
            }
        });
        long before = stage.stream(team.study, StreamRef.DRAFTS).head();
        List<Future<List<Answer>>> sent = IntStream.range(0, 50)
                .mapToObj(i -> stage.log.submit(
                        team.study,
                        team.lead,
                        List.of(Stage.op(new DraftAct.PutTheme(Team.theme(UUID.randomUUID(), null)), null))))
                .toList();
        Stage.await(Future.all(sent));
        List<RecordedOp> ops =
                told.stream().flatMap(commit -> commit.ops().stream()).toList();
        var stream = stage.stream(team.study, StreamRef.DRAFTS);
        assertEquals(Stage.await(stage.log.read(team.study, stream.id(), before, 100)), ops);
        assertEquals(stream.head(), told.get(told.size() - 1).head());
    }

    @Test
    @DisplayName("A study is founded, joined and left with its account; a text is imported once")
    void foundingAndJoining() {
        UUID founder = stage.account("founder " + UUID.randomUUID());
        UUID guest = stage.account("guest " + UUID.randomUUID());
        var founded = Stage.await(stage.log.createStudy("Own", "Founder", founder));
        UUID member = UUID.randomUUID();
        stage.accept(founded.study(), founded.member(), new StudyAct.AddMember(member, "Guest", Role.CODER), null);
        assertInstanceOf(Answer.Ok.class, Stage.await(stage.log.joinMember(founded.study(), member, guest)));
        assertEquals(
                guest,
                stage.overview(founded.study())
                        .study()
                        .findMember(member)
                        .orElseThrow()
                        .account());
        assertEquals(2, doors(founded.study()));
        assertEquals(
                ErrorCode.E_NOT_FOUND,
                refusal(Stage.await(stage.log.joinMember(founded.study(), member, guest)))
                        .code());
        stage.accept(founded.study(), founded.member(), new StudyAct.RemoveMember(member), null);
        assertEquals(1, doors(founded.study()));
        var text = new Founding.Import(
                UUID.randomUUID(), UUID.randomUUID(), "T", TranscriptKind.OBSERVATION, Stage.TEXT, Map.of());
        var first = (Answer.Ok) Stage.await(stage.log.importTranscript(founded.study(), founded.member(), text));
        var again = (Answer.Ok) Stage.await(stage.log.importTranscript(founded.study(), founded.member(), text));
        assertEquals(first.seq(), again.seq());
        assertTrue(again.dup());
        assertEquals(Optional.of(Stage.TEXT), Stage.await(stage.reader().text(founded.study(), text.transcript(), 1)));
        assertEquals(Optional.empty(), Stage.await(stage.reader().text(founded.study(), text.transcript(), 2)));
    }

    private static long doors(UUID study) {
        return Stage.await(stage.pool
                .preparedQuery("select count(*) from account_study where study_id = $1")
                .execute(Tuple.of(study))
                .map(rows -> rows.iterator().next().getLong(0)));
    }

    @Test
    @DisplayName("A queue with no room for a batch refuses all of it, and goes on")
    void aFullQueue() {
        List<Submission> flood = IntStream.rangeClosed(0, StudyQueue.MOST_WAITING)
                .mapToObj(i -> Stage.op(new StudyAct.RenameStudy("Flood"), null))
                .toList();
        List<Answer> answers = stage.submit(team.study, team.lead, flood);
        assertEquals(flood.size(), answers.size());
        answers.forEach(answer -> assertEquals(ErrorCode.E_BUSY, refusal(answer).code()));
        team.lead(new StudyAct.RenameStudy("After the flood"));
    }

    @Test
    @DisplayName("A log that is closed finishes what waits and takes no more")
    void closing() {
        PgOpLog node = stage.node();
        Future<List<Answer>> last =
                node.submit(team.study, team.lead, List.of(Stage.op(new StudyAct.RenameStudy("The last one"), null)));
        Stage.await(node.close());
        assertInstanceOf(Answer.Ok.class, Stage.await(last).get(0));
        Answer late = Stage.await(
                        node.submit(team.study, team.lead, List.of(Stage.op(new StudyAct.RenameStudy("Late"), null))))
                .get(0);
        assertEquals(ErrorCode.E_BUSY, refusal(late).code());
    }
}
