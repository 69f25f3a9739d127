package org.sepakat.log;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.sepakat.db.Database;
import org.sepakat.db.TestDatabase;
import org.sepakat.store.PgStudyReader;
import org.sepakat.store.StreamInfo;
import org.sepakat.store.StudyReader.Overview;
import org.sepakat.store.StudyScope;
import org.sepakat.store.StudyStates;
import org.sepakat.store.Texts;
import org.sepakat.study.Act;
import org.sepakat.study.Refusal;
import org.sepakat.study.StreamRef;
import org.sepakat.study.Submission;
import org.sepakat.text.BaseSegment;
import org.sepakat.text.Span;
import org.sepakat.text.TranscriptText;

/** An op log on a database of its own, to be driven from a test's thread, which waits for every answer. */
final class Stage implements AutoCloseable {

    /** Twelve base segments of 40 code units, one apart; each begins with an emoji. */
    static final TranscriptText TEXT = text(12);

    final Vertx vertx = Vertx.vertx();
    final Database database;
    final Pool pool;
    final StudyScope scope;
    final PgOpLog log;
    final PgStudyReader reader;

    Stage() {
        database = await(TestDatabase.fresh(vertx));
        pool = database.appPool(8);
        scope = new StudyScope(pool);
        log = node();
        reader = reader();
    }

    /** Another process, as far as the database can tell: nothing is shared in memory. */
    PgOpLog node() {
        return new PgOpLog(vertx, scope, new StudyStates(scope), new Texts(scope), Clock.systemUTC(), UUID::randomUUID);
    }

    /** A reader with nothing in its memory. */
    PgStudyReader reader() {
        return new PgStudyReader(scope, new StudyStates(scope), new Texts(scope));
    }

    static TranscriptText text(int segments) {
        var text = new StringBuilder();
        var spans = new ArrayList<BaseSegment>();
        for (int i = 0; i < segments; i++) {
            int start = text.length();
            text.append("\uD83D\uDE42 ")
                    .append("katanya begitu ".repeat(3), 0, 37)
                    .append('\n');
            spans.add(new BaseSegment(new Span(start, start + 40), i % 2 == 0 ? "A" : "B", null));
        }
        return new TranscriptText(text.toString(), spans);
    }

    UUID account(String name) {
        UUID account = UUID.randomUUID();
        await(pool.preparedQuery(
                        "insert into account (account_id, name, display_name, created_at) values ($1, $2, $2, now())")
                .execute(Tuple.of(account, name)));
        return account;
    }

    Answer submit(UUID study, UUID actor, Act act, @Nullable Integer ifRev) {
        return submit(study, actor, List.of(op(act, ifRev))).get(0);
    }

    List<Answer> submit(UUID study, UUID actor, List<Submission> batch) {
        return await(log.submit(study, actor, batch));
    }

    Answer.Ok accept(UUID study, UUID actor, Act act, @Nullable Integer ifRev) {
        return assertInstanceOf(Answer.Ok.class, submit(study, actor, act, ifRev));
    }

    Refusal refuse(UUID study, UUID actor, Act act, @Nullable Integer ifRev) {
        return assertInstanceOf(Answer.No.class, submit(study, actor, act, ifRev))
                .refusal();
    }

    static Submission op(Act act, @Nullable Integer ifRev) {
        return new Submission(UUID.randomUUID(), act, ifRev);
    }

    Overview overview(UUID study) {
        return await(reader().overview(study)).orElseThrow();
    }

    Map<StreamRef, StreamInfo> streams(UUID study) {
        var streams = new HashMap<StreamRef, StreamInfo>();
        overview(study).streams().forEach(stream -> streams.put(stream.ref(), stream));
        return streams;
    }

    StreamInfo stream(UUID study, StreamRef ref) {
        return Objects.requireNonNull(streams(study).get(ref));
    }

    List<RecordedOp> ops(UUID study, StreamInfo stream) {
        return await(log.read(study, stream.id(), 0, Integer.MAX_VALUE));
    }

    static <T> T await(Future<T> future) {
        try {
            return future.await(60, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("no answer for a minute", e);
        }
    }

    @Override
    public void close() {
        await(log.close());
        await(database.stop());
        await(vertx.close());
    }
}
