package org.sepakat.faults;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.sepakat.cli.Node;
import org.sepakat.db.Database;
import org.sepakat.db.DatabaseSettings;
import org.sepakat.http.Site;
import org.sepakat.http.World;
import org.sepakat.log.Answer;
import org.sepakat.log.Commit;
import org.sepakat.log.OpLog;
import org.sepakat.log.RecordedOp;
import org.sepakat.study.Submission;

/** A server whose power goes at the worst moment: after a number of commits, before anybody is told of the last. For tests alone. */
final class HaltingNode {

    /** Which telling never happens. */
    enum Moment {
        BEFORE_ANSWER,
        BEFORE_BELL
    }

    private HaltingNode() {}

    public static void main(String[] args) {
        Moment moment = Moment.valueOf(args[0]);
        int commits = Integer.parseInt(args[1]);
        Vertx vertx = Vertx.vertx();
        var settings = new DatabaseSettings(
                Path.of("unused"),
                Objects.requireNonNull(System.getenv("SEPAKAT_DATABASE_URL")),
                Objects.requireNonNull(System.getenv("SEPAKAT_DATABASE_APP_URL")),
                true);
        Database database = Database.start(vertx, settings).await();
        Node node = Node.start(
                        vertx,
                        database,
                        Site.local(),
                        World.real(),
                        new Node.Place("127.0.0.1", 0, null, Rig.LIMITS),
                        log -> new Halting(log, moment, new AtomicInteger(commits)))
                .await();
        System.out.println("Sepakat listens on " + node.url());
    }

    /** Halts where it would have told of the last commit. */
    private record Halting(OpLog log, Moment moment, AtomicInteger left) implements OpLog {

        @Override
        public Future<List<Answer>> submit(UUID study, UUID actor, List<Submission> batch) {
            return log.submit(study, actor, batch).onSuccess(answers -> count(Moment.BEFORE_ANSWER));
        }

        @Override
        public void onCommit(Consumer<Commit> listener) {
            log.onCommit(commit -> {
                count(Moment.BEFORE_BELL);
                listener.accept(commit);
            });
        }

        private void count(Moment now) {
            if (now == moment && left.decrementAndGet() <= 0) {
                Runtime.getRuntime().halt(1);
            }
        }

        @Override
        public Future<List<RecordedOp>> read(UUID study, UUID stream, long after, int limit) {
            return log.read(study, stream, after, limit);
        }

        @Override
        public Future<Void> close() {
            return log.close();
        }
    }
}
