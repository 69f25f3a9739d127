package org.sepakat.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sepakat.store.StreamInfo;
import org.sepakat.store.StudyReader.Overview;
import org.sepakat.study.ErrorCode;
import org.sepakat.study.Mode;
import org.sepakat.study.Phase;
import org.sepakat.study.Role;
import org.sepakat.study.StreamKind;
import org.sepakat.study.StreamRef;
import org.sepakat.study.StudyAct;
import org.sepakat.study.Submission;
import org.sepakat.study.WorkAct;

/** Streams are born, frozen, unfrozen and opened as decision note 2 says. */
final class FreezeIT {

    private static Stage stage;

    @BeforeAll
    static void open() {
        stage = new Stage();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    private static Map<UUID, Long> heads(Team team, UUID round) {
        var heads = new HashMap<UUID, Long>();
        stage.streams(team.study).forEach((ref, stream) -> {
            if (round.equals(ref.round())) {
                heads.put(stream.id(), stream.head());
            }
        });
        return heads;
    }

    private static Future<Void> writeUntil(
            AtomicBoolean stop, PgOpLog node, Team team, UUID coder, UUID round, List<Answer> answers) {
        if (stop.get()) {
            return Future.succeededFuture();
        }
        List<Submission> batch = List.of(
                Stage.op(team.apply(round, team.trust, 3, 30), null),
                Stage.op(team.apply(round, team.warm, 3 + answers.size() % 30, 39), null));
        return node.submit(team.study, coder, batch).compose(got -> {
            answers.addAll(got);
            return writeUntil(stop, node, team, coder, round, answers);
        });
    }

    @Test
    @DisplayName(
            "Closing while eight coders write through two nodes: nothing lands behind the freeze, nothing acknowledged is lost")
    void closingUnderLoad() throws InterruptedException {
        var team = new Team(stage, 8);
        UUID round = team.startRound(Mode.BLIND);
        PgOpLog other = stage.node();
        var stop = new AtomicBoolean();
        Map<UUID, List<Answer>> answers = new HashMap<>();
        List<Future<Void>> writing = new ArrayList<>();
        for (UUID coder : team.coders) {
            List<Answer> of = new ArrayList<>();
            answers.put(coder, of);
            PgOpLog node = writing.size() % 2 == 0 ? stage.log : other;
            writing.add(writeUntil(stop, node, team, coder, round, of));
        }
        Thread.sleep(300);
        team.move(round, Phase.CLOSED);
        Map<UUID, Long> atClose = heads(team, round);
        Thread.sleep(200);
        stop.set(true);
        Stage.await(Future.all(writing));
        assertEquals(atClose, heads(team, round));
        answers.forEach((coder, got) -> {
            StreamInfo stream = stage.stream(team.study, StreamRef.ofCoder(round, coder));
            assertTrue(stream.frozen());
            List<UUID> logged =
                    stage.ops(team.study, stream).stream().map(RecordedOp::opId).toList();
            assertEquals(
                    got.stream()
                            .filter(Answer.Ok.class::isInstance)
                            .map(Answer::opId)
                            .toList(),
                    logged);
            assertFalse(logged.isEmpty());
            assertEquals(
                    ErrorCode.E_FROZEN,
                    ((Answer.No) got.get(got.size() - 1)).refusal().code());
        });
    }

    @Test
    @DisplayName("Revealing is one step: whoever looks sees all of it or nothing, and one op in the study's stream")
    void revealingIsOneStep() {
        var team = new Team(stage, 6);
        UUID round = team.startRound(Mode.BLIND);
        team.move(round, Phase.CLOSED);
        stage.accept(team.study, team.lead, new WorkAct.ReopenAssignments(round, team.coders.get(0)), null);
        long head = stage.stream(team.study, StreamRef.STUDY).head();
        int rev = team.rev(round);
        var looks = new ArrayList<Future<Overview>>();
        for (int i = 0; i < 20; i++) {
            looks.add(stage.reader().overview(team.study).map(found -> found.orElseThrow()));
        }
        Future<List<Answer>> move = stage.log.submit(
                team.study, team.lead, List.of(Stage.op(new StudyAct.MoveRound(round, Phase.REVEALED), rev)));
        for (int i = 0; i < 60; i++) {
            looks.add(stage.reader().overview(team.study).map(found -> found.orElseThrow()));
        }
        Stage.await(move);
        looks.add(stage.reader().overview(team.study).map(found -> found.orElseThrow()));
        for (Future<Overview> look : looks) {
            Overview seen = Stage.await(look);
            boolean revealed = Objects.requireNonNull(seen.study().rounds().get(round))
                    .phase()
                    .isRevealed();
            for (StreamInfo stream : seen.streams()) {
                if (stream.ref().kind() == StreamKind.ROUND) {
                    assertEquals(!revealed, stream.frozen());
                } else if (stream.ref().kind() == StreamKind.PRIVATE) {
                    boolean reopened = team.coders.get(0).equals(stream.ref().coder());
                    assertEquals(revealed || !reopened, stream.frozen());
                }
            }
        }
        assertEquals(head + 1, stage.stream(team.study, StreamRef.STUDY).head());
    }

    @Test
    @DisplayName("Reopening lets one coder write again and is told in that coder's stream alone")
    void reopening() {
        var team = new Team(stage, 2);
        UUID coder = team.coders.get(0);
        UUID other = team.coders.get(1);
        UUID round = team.startRound(Mode.BLIND);
        WorkAct reopen = new WorkAct.ReopenAssignments(round, coder);
        assertEquals(
                ErrorCode.E_READONLY,
                stage.refuse(team.study, team.lead, reopen, null).code());
        team.move(round, Phase.CLOSED);
        long head = stage.stream(team.study, StreamRef.STUDY).head();
        Answer.Ok reopened = stage.accept(team.study, team.lead, reopen, null);
        assertEquals(stage.stream(team.study, StreamRef.ofCoder(round, coder)).id(), reopened.stream());
        stage.accept(team.study, coder, team.apply(round, team.trust, 3, 9), null);
        assertEquals(
                ErrorCode.E_FROZEN,
                stage.refuse(team.study, other, team.apply(round, team.trust, 3, 9), null)
                        .code());
        stage.accept(team.study, team.lead, new WorkAct.CloseAssignments(round, coder), null);
        assertEquals(
                ErrorCode.E_FROZEN,
                stage.refuse(team.study, coder, team.apply(round, team.trust, 4, 9), null)
                        .code());
        stage.accept(team.study, team.lead, reopen, null);
        team.move(round, Phase.REVEALED);
        assertEquals(
                ErrorCode.E_FROZEN,
                stage.refuse(team.study, coder, team.apply(round, team.trust, 5, 9), null)
                        .code());
        assertEquals(head + 1, stage.stream(team.study, StreamRef.STUDY).head());
        assertEquals(
                0, stage.stream(team.study, StreamRef.ofCoder(round, other)).head());
    }

    @Test
    @DisplayName("An open round is closed, and opened again by moving it back")
    void movingBack() {
        var team = new Team(stage, 1);
        UUID coder = team.coders.get(0);
        UUID round = team.startRound(Mode.OPEN);
        assertNull(stage.streams(team.study).get(StreamRef.ofCoder(round, coder)));
        team.move(round, Phase.CLOSED);
        assertTrue(stage.stream(team.study, StreamRef.ofRound(round)).frozen());
        assertEquals(
                ErrorCode.E_FROZEN,
                stage.refuse(team.study, coder, team.apply(round, team.trust, 3, 9), null)
                        .code());
        team.move(round, Phase.CODING);
        stage.accept(team.study, coder, team.apply(round, team.trust, 3, 9), null);
    }

    @Test
    @DisplayName("A coder who comes while a blind round is coded gets a private stream")
    void comingLate() {
        var team = new Team(stage, 1);
        UUID round = team.startRound(Mode.BLIND);
        UUID late = UUID.randomUUID();
        team.lead(new StudyAct.AddMember(late, "Late", Role.CODER));
        team.lead(new StudyAct.AddAssignment(round, late, team.transcript));
        assertFalse(stage.stream(team.study, StreamRef.ofCoder(round, late)).frozen());
        stage.accept(team.study, late, team.apply(round, team.trust, 3, 9), null);
    }
}
