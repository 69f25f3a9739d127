package org.sepakat.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sepakat.store.Looks;
import org.sepakat.store.StudyScope;
import org.sepakat.study.ErrorCode;
import org.sepakat.study.Mode;
import org.sepakat.study.Role;
import org.sepakat.study.StudyAct;

/** Who has looked at a blind round never codes in it, and who codes in it has no look. */
final class LooksIT {

    private static Stage stage;
    private static Team team;
    private static UUID round;

    @BeforeAll
    static void open() {
        stage = new Stage();
        team = new Team(stage, 2);
        round = team.startRound(Mode.BLIND);
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    private static Future<Boolean> look(UUID member) {
        return stage.scope.within(
                team.study,
                StudyScope.Isolation.READ_COMMITTED,
                connection -> Looks.record(connection, team.study, round, member, "progress", Instant.now()));
    }

    private static UUID newLead() {
        UUID lead = UUID.randomUUID();
        team.lead(new StudyAct.AddMember(lead, "Another lead", Role.LEAD));
        return lead;
    }

    @Test
    @DisplayName("A coder of the round has no look")
    void codersDoNotLook() {
        assertEquals(false, Stage.await(look(team.coders.get(0))));
    }

    @Test
    @DisplayName("Who has looked can no longer be assigned")
    void lookingBars() {
        UUID lead = newLead();
        assertEquals(true, Stage.await(look(lead)));
        assertEquals(
                ErrorCode.E_READONLY,
                stage.refuse(team.study, team.lead, new StudyAct.AddAssignment(round, lead, team.transcript), null)
                        .code());
    }

    @Test
    @DisplayName("Of looking and being assigned at the same moment exactly one happens")
    void oneOfTheTwo() {
        for (int i = 0; i < 25; i++) {
            UUID lead = newLead();
            Future<Boolean> looked = look(lead);
            Future<List<Answer>> assigned = stage.log.submit(
                    team.study,
                    team.lead,
                    List.of(Stage.op(new StudyAct.AddAssignment(round, lead, team.transcript), null)));
            Stage.await(Future.all(looked, assigned));
            assertEquals(looked.result(), assigned.result().get(0) instanceof Answer.No);
        }
    }
}
