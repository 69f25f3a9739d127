package org.sepakat.log;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.sepakat.Figures;
import org.sepakat.store.StudyScope;
import org.sepakat.study.Mode;
import org.sepakat.study.StreamRef;
import org.sepakat.study.Submission;

/**
 * How many acts one hot stream takes in a second, beside the bare inserts of the same rows in the same run on the same database, and how long an act waits
 * for its acknowledgement. Figures of one machine compare with each other only.
 */
public final class LogBench {

    private static final int SUBMITTERS = 50;
    private static final int SEGMENTS = 5_000;
    private static final long SECONDS = Long.getLong("seconds", 4);

    private final Stage stage;
    private final Team team;
    private final Figures figures;

    private LogBench(Stage stage, Figures figures) {
        this.stage = stage;
        this.figures = figures;
        team = new Team(stage, SUBMITTERS, Stage.text(SEGMENTS));
    }

    public static void main(String[] args) {
        try (var figures = Figures.of(args);
                var stage = new Stage()) {
            var bench = new LogBench(stage, figures);
            bench.hotStream(10, 2);
            for (int inFlight : new int[] {1, 10, 50}) {
                double logged = bench.hotStream(inFlight, SECONDS);
                double bare = bench.bareInserts(Math.min(StudyQueue.MOST_AT_ONCE, SUBMITTERS * inFlight), SECONDS);
                String how = SUBMITTERS + " submitters, " + inFlight + " in flight each";
                figures.add(how, logged, "acts/s");
                figures.add("bare inserts beside " + how, bare, "rows/s");
                figures.add("share of that, " + how, logged / bare, "");
            }
            bench.latency(20, 5);
            bench.latency(20, 20);
        }
    }

    /** Acts per second; every submitter keeps that many in flight. */
    private double hotStream(int inFlight, long seconds) {
        UUID round = team.startRound(Mode.OPEN);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        long start = System.nanoTime();
        var done = new AtomicLong();
        List<Future<Void>> all = team.coders.stream()
                .map(coder -> submitUntil(end, round, coder, inFlight, new AtomicInteger(), done))
                .toList();
        Stage.await(Future.all(all));
        return done.get() / ((System.nanoTime() - start) / 1e9);
    }

    private Future<Void> submitUntil(
            long end, UUID round, UUID coder, int inFlight, AtomicInteger made, AtomicLong done) {
        if (System.nanoTime() > end) {
            return Future.succeededFuture();
        }
        List<Submission> batch = IntStream.range(0, inFlight)
                .mapToObj(i -> act(round, made.getAndIncrement()))
                .toList();
        return stage.log.submit(team.study, coder, batch).compose(answers -> {
            answers.forEach(LogBench::requireOk);
            done.addAndGet(answers.size());
            return submitUntil(end, round, coder, inFlight, made, done);
        });
    }

    private Submission act(UUID round, int at) {
        int segment = at % SEGMENTS * 41;
        int start = segment + 3 + at / SEGMENTS % 20;
        return Stage.op(team.apply(round, team.trust, start, segment + 40), null);
    }

    private static void requireOk(Answer answer) {
        if (!(answer instanceof Answer.Ok)) {
            throw new IllegalStateException("refused: " + answer);
        }
    }

    /** The same rows of {@code op}, without rules, state and answers: what the database alone can take on one connection. */
    private double bareInserts(int rows, long seconds) {
        UUID stream = stage.stream(team.study, StreamRef.DRAFTS).id();
        JsonObject body = ActJson.encode(act(UUID.randomUUID(), 1).act());
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        long done = 0;
        while (System.nanoTime() < end) {
            long first = System.nanoTime();
            List<OpRows.New> ops = new ArrayList<>();
            for (int i = 0; i < rows; i++) {
                var op = new RecordedOp(first + i, UUID.randomUUID(), team.lead, "coding.apply", body, Instant.EPOCH);
                ops.add(new OpRows.New(stream, op, Buffer.buffer(new byte[32])));
            }
            Stage.await(stage.scope.within(
                    team.study,
                    StudyScope.Isolation.READ_COMMITTED,
                    connection -> OpRows.insert(connection, team.study, ops).mapEmpty()));
            done += rows;
        }
        return done / ((System.nanoTime() - start) / 1e9);
    }

    /** Each coder sends at a steady rate, whatever the answers do. */
    private void latency(int coders, int perSecond) {
        UUID round = team.startRound(Mode.OPEN);
        int each = (int) (SECONDS * perSecond);
        var nanos = new long[coders * each];
        List<Future<?>> all = new ArrayList<>();
        for (int c = 0; c < coders; c++) {
            for (int i = 0; i < each; i++) {
                int slot = c * each + i;
                UUID coder = team.coders.get(c);
                Submission act = act(round, i);
                long after = 1 + 1_000L * i / perSecond + 7L * c % (1_000 / perSecond);
                all.add(stage.vertx.timer(after, TimeUnit.MILLISECONDS).compose(v -> {
                    long sent = System.nanoTime();
                    return stage.log
                            .submit(team.study, coder, List.of(act))
                            .onSuccess(answers -> nanos[slot] = System.nanoTime() - sent);
                }));
            }
        }
        Stage.await(Future.all(all));
        figures.addTimes("acknowledged, " + coders + " coders, " + perSecond + " acts/s each", nanos);
    }
}
