package org.sepakat.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sepakat.study.Mode;
import org.sepakat.study.Submission;

/** What an act costs does not grow with the acts before it, also in a young table, of which PostgreSQL has not counted anything yet. */
class PlansIT {

    private static final int BATCHES = 40;
    private static final int BATCH = 25;
    private static final Duration FLUSHED = Duration.ofSeconds(2);

    @Test
    void recordingAnActReadsNoneOfTheActsBeforeIt() throws InterruptedException {
        try (var stage = new Stage()) {
            var team = new Team(stage, 1, Stage.text(BATCHES * BATCH));
            UUID round = team.startRound(Mode.OPEN);
            long before = read(stage);

            for (int batch = 0; batch < BATCHES; batch++) {
                List<Submission> acts = new ArrayList<>();
                for (int i = 0; i < BATCH; i++) {
                    int start = (batch * BATCH + i) * 41;
                    acts.add(Stage.op(team.apply(round, team.trust, start, start + 5), null));
                }
                stage.submit(team.study, team.coders.get(0), acts);
            }

            assertEquals(before, read(stage));
        }
    }

    /** Rows of ops and codings that were found by any index. */
    private static long read(Stage stage) throws InterruptedException {
        Thread.sleep(FLUSHED.toMillis());
        Stage.await(stage.pool.query("select 1").execute());
        return Stage.await(stage.pool
                        .query("select coalesce(sum(idx_tup_read), 0)::bigint from pg_stat_user_indexes"
                                + " where relname in ('op', 'coding')")
                        .execute())
                .iterator()
                .next()
                .getLong(0);
    }
}
