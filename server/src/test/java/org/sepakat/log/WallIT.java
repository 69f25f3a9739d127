package org.sepakat.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sepakat.store.Heads;
import org.sepakat.store.PgHeads;
import org.sepakat.store.StudyScope;
import org.sepakat.study.ConsensusAct;
import org.sepakat.study.ErasableText;
import org.sepakat.study.Mode;
import org.sepakat.study.Outcome;
import org.sepakat.study.Phase;
import org.sepakat.study.WorkAct;
import org.sepakat.text.Span;

/** The second wall: row-level security on the study's id, and what the application's role may not do. */
final class WallIT {

    private static Stage stage;
    private static Team ours;
    private static Team theirs;

    @BeforeAll
    static void open() {
        stage = new Stage();
        ours = furnished();
        theirs = furnished();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    private static Team furnished() {
        var team = new Team(stage, 1);
        UUID round = team.startRound(Mode.OPEN);
        UUID coder = team.coders.get(0);
        stage.accept(team.study, coder, team.apply(round, team.trust, 3, 9), null);
        stage.accept(team.study, coder, new WorkAct.MarkReviewed(round, team.transcript, new Span(0, 40)), null);
        team.move(round, Phase.CLOSED);
        team.move(round, Phase.REVEALED);
        stage.accept(
                team.study,
                team.lead,
                new ConsensusAct.RecordDecision(
                        round,
                        UUID.randomUUID(),
                        team.transcript,
                        team.warm,
                        new Span(0, 40),
                        Outcome.NONE,
                        List.of(),
                        ErasableText.written("not here")),
                null);
        return team;
    }

    private static long count(SqlClient client, String table) {
        return Stage.await(client.query("select count(*) from " + table)
                .execute()
                .map(rows -> rows.iterator().next().getLong(0)));
    }

    private static Throwable failure(UUID reach, String sql, Tuple values) {
        return assertThrows(
                Throwable.class,
                () -> Stage.await(stage.scope.within(
                        reach,
                        StudyScope.Isolation.READ_COMMITTED,
                        c -> c.preparedQuery(sql).execute(values))));
    }

    private static String stateOf(Throwable failure) {
        return assertInstanceOf(PgException.class, failure).getSqlState();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "study",
                "member",
                "theme",
                "codebook_version",
                "transcript",
                "transcript_version",
                "transcript_text",
                "round",
                "round_transcript",
                "assignment",
                "coding",
                "review",
                "decision",
                "reference_coding",
                "content",
                "stream",
                "op"
            })
    @DisplayName("Without a study in reach there are no rows, and with one there are only its own")
    void rowsInReach(String table) {
        assertEquals(0, count(stage.pool, table));
        Set<UUID> seen = Stage.await(stage.scope.within(
                ours.study,
                StudyScope.Isolation.SNAPSHOT,
                c -> c.query("select distinct study_id from " + table).execute().map(rows -> {
                    var ids = new HashSet<UUID>();
                    rows.forEach(row -> ids.add(row.getUUID(0)));
                    return ids;
                })));
        assertEquals(Set.of(ours.study), seen);
    }

    @Test
    @DisplayName("Nothing can be written into a study out of reach")
    void writingOutOfReach() {
        assertEquals(
                "42501",
                stateOf(failure(
                        ours.study,
                        "insert into member (study_id, member_id, name, role) values ($1, $2, 'x', 'lead')",
                        Tuple.of(theirs.study, UUID.randomUUID()))));
    }

    @Test
    @DisplayName(
            "A connection carries no reach over into its next use, whether the transaction before succeeded or failed")
    void nothingIsCarriedOver() {
        Pool single = stage.database.appPool(1);
        var scope = new StudyScope(single);
        long inReach = Stage.await(scope.within(
                ours.study,
                StudyScope.Isolation.SNAPSHOT,
                c -> c.query("select count(*) from op")
                        .execute()
                        .map(rows -> rows.iterator().next().getLong(0))));
        assertTrue(inReach > 0);
        assertEquals(0, count(single, "op"));
        assertThrows(
                PgException.class,
                () -> Stage.await(scope.within(
                        ours.study,
                        StudyScope.Isolation.READ_COMMITTED,
                        c -> c.query("select 1/0").execute())));
        assertEquals(0, count(single, "op"));
        assertEquals(0, count(single, "study"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update op set kind = 'x'",
                "delete from op",
                "update content set text = 'other words', erased_at = null",
                "update content set author = study_id",
                "delete from content",
                "truncate op",
                "delete from codebook_version",
                "update transcript_version set sha256 = ''",
                "drop table op",
                "alter table op disable row level security",
                "create table mine (x int)"
            })
    @DisplayName("The application's role rewrites no history and has no say over tables")
    void theRoleIsHarmless(String sql) {
        assertEquals("42501", stateOf(failure(ours.study, sql, Tuple.tuple())));
    }

    @Test
    @DisplayName("Heads of several studies come in one answer, of those asked for only")
    void headsOfSeveral() {
        var heads = new PgHeads(stage.scope);
        List<Heads.Head> both = Stage.await(heads.heads(Set.of(ours.study, theirs.study)));
        List<Heads.Head> one = Stage.await(heads.heads(Set.of(ours.study)));
        assertEquals(6, both.size());
        assertEquals(3, one.size());
        stage.streams(ours.study)
                .values()
                .forEach(s -> assertTrue(one.contains(new Heads.Head(ours.study, s.id(), s.head()))));
        assertEquals(List.of(), Stage.await(heads.heads(Set.of())));
    }
}
