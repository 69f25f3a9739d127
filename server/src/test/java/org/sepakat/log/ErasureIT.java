package org.sepakat.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sepakat.study.ConsensusAct;
import org.sepakat.study.ErasableText;
import org.sepakat.study.ErrorCode;
import org.sepakat.study.Mode;
import org.sepakat.study.Outcome;
import org.sepakat.study.Phase;
import org.sepakat.study.StreamRef;
import org.sepakat.study.Submission;
import org.sepakat.text.Span;

/** [R8] [I18] Words of people's own stand in one place only, and can be taken away from there for good. */
final class ErasureIT {
    private static final String FIRST = "Ibu Sari dari Muara Bungo mengatakannya";
    private static final String SECOND = "sesuai definisi";
    private static Stage stage;
    private static Pool owner;

    @BeforeAll
    static void open() {
        stage = new Stage();
        owner = stage.database.ownerPool(1);
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    /** A revealed round whose lead decides twice of one passage: the first reason stands in the history alone. */
    private static final class Decided {
        final Team team = new Team(stage, 1);
        final UUID round = team.startRound(Mode.OPEN);
        final Submission first = Stage.op(decision(FIRST), null);

        Decided() {
            team.move(round, Phase.CLOSED);
            team.move(round, Phase.REVEALED);
            assertInstanceOf(Answer.Ok.class, submitFirst());
            stage.accept(team.study, team.lead, decision(SECOND), 1);
        }

        Answer submitFirst() {
            return stage.submit(team.study, team.lead, List.of(first)).get(0);
        }

        private ConsensusAct decision(String reason) {
            return new ConsensusAct.RecordDecision(
                    round,
                    UUID.randomUUID(),
                    team.transcript,
                    team.warm,
                    new Span(0, 40),
                    Outcome.NONE,
                    List.of(),
                    ErasableText.written(reason));
        }

        List<RecordedOp> ops() {
            return stage.ops(team.study, stage.stream(team.study, StreamRef.ofRound(round)));
        }

        JsonObject body(int fromTheEnd) {
            List<RecordedOp> ops = ops();
            return ops.get(ops.size() - fromTheEnd).body();
        }

        ConsensusAct.EraseContent erasing(JsonObject body) {
            return new ConsensusAct.EraseContent(round, UUID.fromString(body.getString("content")));
        }
    }

    /** Every table that has a row with that text in any column, as a dump would show it. */
    private static List<String> tablesWith(UUID study, String text) {
        return Stage.await(owner.withTransaction(tx -> tx.preparedQuery(
                                "select set_config('sepakat.studies', $1, true)")
                        .execute(Tuple.of(study.toString()))
                        .compose(set -> tx.query(
                                        "select table_name from information_schema.tables where table_schema = 'public'"
                                                + " and table_type = 'BASE TABLE' order by table_name")
                                .execute())
                        .map(rows -> {
                            var found = new ArrayList<String>();
                            rows.forEach(row -> found.add(row.getString(0)));
                            assertTrue(found.contains("op") && found.size() > 15, "all tables: " + found);
                            return found;
                        })))
                .stream()
                .filter(table -> holds(study, table, text))
                .toList();
    }

    private static boolean holds(UUID study, String table, String text) {
        return Stage.await(owner.withTransaction(
                                tx -> tx.preparedQuery("select set_config('sepakat.studies', $1, true)")
                                        .execute(Tuple.of(study.toString()))
                                        .compose(set -> tx.preparedQuery("select count(*) from \"" + table
                                                        + "\" as one where strpos(one::text, $1) > 0")
                                                .execute(Tuple.of(text)))))
                        .iterator()
                        .next()
                        .getLong(0)
                > 0;
    }

    @Test
    @DisplayName(
            "[I18] before it is erased a reason stands in one table, afterwards in none, and its neighbour is unharmed")
    void nothingIsLeft() {
        var decided = new Decided();
        UUID study = decided.team.study;
        assertEquals(FIRST, decided.body(2).getString("reason"));
        assertEquals(List.of("content"), tablesWith(study, FIRST));

        stage.accept(study, decided.team.lead, decided.erasing(decided.body(2)), null);

        assertEquals(List.of(), tablesWith(study, FIRST));
        assertEquals(List.of("content"), tablesWith(study, SECOND));
        assertNull(decided.body(3).getValue("reason"));
        assertEquals(true, decided.body(3).getBoolean("erased"));
        assertEquals(SECOND, decided.body(2).getString("reason"));
        assertFalse(decided.body(2).containsKey("erased"));
        FoldIT.checkStreams(stage, study);
    }

    @Test
    @DisplayName("[R8] the fold of the log equals the tables when the reason that stands is erased, too")
    void theStandingReasonIsErased() {
        var decided = new Decided();
        stage.accept(decided.team.study, decided.team.lead, decided.erasing(decided.body(1)), null);
        assertEquals(List.of(), tablesWith(decided.team.study, SECOND));
        UUID stream = stage.stream(decided.team.study, StreamRef.ofRound(decided.round))
                .id();
        JsonObject standing = Stage.await(stage.reader.snapshot(decided.team.study, stream))
                .data()
                .getJsonArray("decisions")
                .getJsonObject(0);
        assertTrue(standing.containsKey("reason") && standing.getValue("reason") == null, standing::encode);
        assertTrue(standing.getBoolean("erased"));
        FoldIT.checkStreams(stage, decided.team.study);
    }

    @Test
    @DisplayName("[O3] what was said counts for the resend, also once it is erased")
    void aResendIsTold() {
        var decided = new Decided();
        stage.accept(decided.team.study, decided.team.lead, decided.erasing(decided.body(2)), null);
        Answer.Ok again = assertInstanceOf(Answer.Ok.class, decided.submitFirst());
        assertTrue(again.dup());
        assertEquals(List.of(), tablesWith(decided.team.study, FIRST), "a resend does not bring it back");

        var other = new Submission(decided.first.opId(), decided.decision("other words"), null);
        Answer no = stage.submit(decided.team.study, decided.team.lead, List.of(other))
                .get(0);
        assertEquals(
                ErrorCode.E_OPID_REUSED,
                assertInstanceOf(Answer.No.class, no).refusal().code());
    }

    @Test
    @DisplayName("nobody but a lead or the author erases, nothing twice, and nothing of another round")
    void whoMay() {
        var decided = new Decided();
        UUID study = decided.team.study;
        ConsensusAct.EraseContent act = decided.erasing(decided.body(1));
        assertEquals(
                ErrorCode.E_READONLY,
                stage.refuse(study, decided.team.coders.get(0), act, null).code());
        UUID elsewhere = decided.team.startRound(Mode.OPEN);
        assertEquals(
                ErrorCode.E_NOT_FOUND,
                stage.refuse(study, decided.team.lead, new ConsensusAct.EraseContent(elsewhere, act.content()), null)
                        .code());
        stage.accept(study, decided.team.lead, act, null);
        assertEquals(
                ErrorCode.E_BAD,
                stage.refuse(study, decided.team.lead, act, null).code());
    }
}
