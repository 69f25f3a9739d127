package org.sepakat.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A study that was written before step 3 has its reasons in the log. */
@ExtendWith(VertxExtension.class)
class ErasableTextMigrationIT {
    private static final String STUDY = "11111111-1111-4111-8111-111111111111";
    private static final List<Migration> STEPS = Migration.in("migrations");

    private Database database;
    private Pool owner;

    @BeforeEach
    void anEmptyDatabase(Vertx vertx) {
        database = TestDatabase.empty(vertx).await();
        owner = database.ownerPool(2);
    }

    @AfterEach
    void dropIt() {
        database.stop().await();
    }

    private List<String> ask(String... statements) {
        return owner.withTransaction(tx -> {
                    Future<List<String>> last = run(tx, "select set_config('sepakat.studies', '" + STUDY + "', true)");
                    for (String sql : statements) {
                        last = last.compose(before -> run(tx, sql));
                    }
                    return last;
                })
                .await();
    }

    private static Future<List<String>> run(SqlConnection connection, String sql) {
        return connection.query(sql).execute().map(rows -> {
            var found = new ArrayList<String>();
            rows.forEach(row -> found.add(String.valueOf(row.getValue(0))));
            return found;
        });
    }

    private static String op(int seq, String kind, String body) {
        return "insert into op select '" + STUDY + "', stream_id, " + seq
                + ", gen_random_uuid(), gen_random_uuid(), '', '" + kind + "', '" + body + "', now() from stream";
    }

    private static String decision(int n, String reason) {
        return "{\"round\": \"" + STUDY + "\", \"decision\": \"22222222-2222-4222-8222-22222222222" + n
                + "\", \"reason\": \"" + reason + "\"}";
    }

    private static String standing(int n, String reason) {
        return "insert into decision select '" + STUDY + "', '" + STUDY
                + "', gen_random_uuid(), gen_random_uuid(), 0, 9, 1, '22222222-2222-4222-8222-22222222222" + n
                + "', 'none', '" + reason + "', gen_random_uuid(), now(), 2";
    }

    @Test
    @DisplayName("[R8] reasons move out of the log into rows of their own, and the decision that stands finds its own")
    void reasonsMoveOut() {
        new Migrations(STEPS.subList(0, 2)).applyTo(owner).await();
        ask(
                "insert into study values ('" + STUDY + "', 'S')",
                "insert into round (study_id, round_id, name, mode, phase, unit, rule) values ('" + STUDY + "', '"
                        + STUDY + "', 'R', 'open', 'revealed', 'turn', 'any')",
                "insert into stream (study_id, stream_id, kind, round_id) values ('" + STUDY
                        + "', gen_random_uuid(), 'round', '" + STUDY + "')",
                op(1, "decision.record", decision(1, "first")),
                op(2, "decision.record", decision(2, "second")),
                op(3, "decision.record", decision(3, "")),
                op(4, "coding.apply", "{}"),
                op(5, "decision.record", decision(1, "better")),
                standing(1, "better"),
                standing(2, "second"),
                standing(3, ""),
                "insert into reference_coding select study_id, round_id, gen_random_uuid(), transcript_id, version, theme_id,"
                        + " span_start, span_end, 'decided', decision_id, 0 from decision where reason = 'second'");

        assertEquals(STEPS.size(), database.migrate().await());

        assertEquals(List.of("better", "first", "second"), ask("select text from content order by text"));
        assertEquals(List.of("0"), ask("select count(*) from op where body::text like '%reason%'"));
        assertEquals(
                List.of("first", "second", "null", "null", "better"),
                ask("select text from op left join content on content_id = (body ->> 'content')::uuid order by seq"));
        assertEquals(
                List.of("better", "second", "null"),
                ask("select text from decision left join content using (study_id, content_id) order by decision_id"));
        assertEquals(
                List.of("second"),
                ask("select text from reference_coding join decision using (study_id, round_id, decision_id)"
                        + " join content using (study_id, content_id)"));
    }
}
