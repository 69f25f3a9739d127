package org.sepakat.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sepakat.store.StreamInfo;
import org.sepakat.study.Mode;
import org.sepakat.study.StudyAct;
import org.sepakat.study.Submission;

/** Two processes' worth of log on one database: a checker reads the history afterwards. */
final class NodesIT {

    private static final int BATCHES = 60;

    /** One submission from its call to its answer, by a common clock. */
    private record Call(UUID actor, Submission op, long called, long answered, Answer answer) {}

    private final AtomicLong clock = new AtomicLong();
    private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());

    private Future<Void> code(PgOpLog node, Team team, UUID round, UUID coder, Random random, int left) {
        if (left == 0) {
            return Future.succeededFuture();
        }
        List<Submission> batch = new ArrayList<>();
        for (int k = 0; k <= random.nextInt(4); k++) {
            int start = 3 + random.nextInt(300);
            batch.add(
                    !calls.isEmpty() && random.nextInt(5) == 0
                            ? anOldOne(coder, random)
                            : Stage.op(
                                    team.apply(round, random.nextBoolean() ? team.warm : team.cold, start, start + 5),
                                    null));
        }
        long called = clock.incrementAndGet();
        return node.submit(team.study, coder, batch).compose(answers -> {
            long answered = clock.incrementAndGet();
            for (int k = 0; k < answers.size(); k++) {
                calls.add(new Call(coder, batch.get(k), called, answered, answers.get(k)));
            }
            return code(node, team, round, coder, random, left - 1);
        });
    }

    private Submission anOldOne(UUID coder, Random random) {
        List<Submission> old;
        synchronized (calls) {
            old = calls.stream()
                    .filter(call -> call.actor().equals(coder))
                    .map(Call::op)
                    .toList();
        }
        return old.isEmpty()
                ? Stage.op(new StudyAct.RenameStudy("not a coder's"), null)
                : old.get(random.nextInt(old.size()));
    }

    @Test
    @DisplayName(
            "[I1-I7] Through two nodes: nothing acknowledged is lost, nothing is doubled, seqs have no gaps, order is kept")
    void twoNodes() {
        long seed = System.nanoTime();
        try (var stage = new Stage()) {
            var team = new Team(stage, 8);
            UUID open = team.startRound(Mode.OPEN);
            List<PgOpLog> nodes = List.of(stage.log, stage.node());
            List<Future<Void>> coders = new ArrayList<>();
            for (UUID coder : team.coders) {
                int i = coders.size();
                coders.add(code(nodes.get(i % 2), team, open, coder, new Random(seed + i), BATCHES));
            }
            Stage.await(Future.all(coders));
            Map<UUID, List<RecordedOp>> log = new HashMap<>();
            for (StreamInfo stream : stage.overview(team.study).streams()) {
                List<RecordedOp> ops = stage.ops(team.study, stream);
                log.put(stream.id(), ops);
                assertEquals(
                        LongStream.rangeClosed(1, stream.head()).boxed().toList(),
                        ops.stream().map(RecordedOp::seq).toList(),
                        () -> "[I4] seed " + seed);
            }
            check(log, "seed " + seed);
        }
    }

    private void check(Map<UUID, List<RecordedOp>> log, String seed) {
        Map<UUID, Long> places = new HashMap<>();
        log.values()
                .forEach(ops -> ops.forEach(op ->
                        assertEquals(null, places.put(op.opId(), op.seq()), () -> "[I3] recorded twice, " + seed)));
        long dups = 0;
        for (Call call : calls) {
            if (call.answer() instanceof Answer.Ok ok) {
                RecordedOp op = Objects.requireNonNull(log.get(ok.stream())).get((int) ok.seq() - 1);
                assertEquals(call.op().opId(), op.opId(), () -> "[I1] " + seed);
                assertEquals(call.actor(), op.actor(), () -> "[I1] " + seed);
                dups += ok.dup() ? 1 : 0;
            } else {
                assertFalse(
                        places.containsKey(call.op().opId()) && isTheOnlyCall(call),
                        () -> "[I2] refused and recorded, " + seed);
            }
        }
        assertTrue(dups > 0, "no resend was tried");
        checkOrder(seed);
    }

    private boolean isTheOnlyCall(Call call) {
        return calls.stream()
                        .filter(other -> other.op().opId().equals(call.op().opId()))
                        .count()
                == 1;
    }

    /** [I6] What was called after an answer comes behind it; [I7] each coder's ops stand in the order they were sent. */
    private void checkOrder(String seed) {
        List<Call> firsts = calls.stream()
                .filter(call -> call.answer() instanceof Answer.Ok ok && !ok.dup())
                .toList();
        for (Call a : firsts) {
            for (Call b : firsts) {
                if (a.answered() < b.called()) {
                    assertTrue(((Answer.Ok) a.answer()).seq() < ((Answer.Ok) b.answer()).seq(), () -> "[I6] " + seed);
                }
            }
        }
        Map<UUID, Long> last = new HashMap<>();
        for (Call call : firsts) {
            long seq = ((Answer.Ok) call.answer()).seq();
            Long before = last.put(call.actor(), seq);
            assertTrue(before == null || before < seq, () -> "[I7] " + seed);
        }
    }
}
