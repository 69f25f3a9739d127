package org.sepakat.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sepakat.db.Database;
import org.sepakat.db.TestDatabase;
import org.sepakat.demo.DemoStudy.Made;
import org.sepakat.demo.DemoStudy.Person;
import org.sepakat.log.PgOpLog;
import org.sepakat.store.PgStudyReader;
import org.sepakat.store.StreamInfo;
import org.sepakat.store.StudyReader.Overview;
import org.sepakat.store.StudyScope;
import org.sepakat.store.StudyStates;
import org.sepakat.store.Texts;
import org.sepakat.study.Member;
import org.sepakat.study.Role;
import org.sepakat.study.Round;
import org.sepakat.study.StreamKind;

/** The demo study on PostgreSQL, by the log that everybody writes to. */
final class DemoStudyIT {

    private final Vertx vertx = Vertx.vertx();
    private Database database;
    private Pool pool;
    private PgOpLog log;
    private PgStudyReader reader;
    private DemoStudy demo;

    @BeforeEach
    void start() {
        database = await(TestDatabase.fresh(vertx));
        pool = database.appPool(4);
        var scope = new StudyScope(pool);
        var states = new StudyStates(scope);
        var texts = new Texts(scope);
        log = new PgOpLog(vertx, scope, states, texts, Clock.systemUTC(), UUID::randomUUID);
        reader = new PgStudyReader(scope, states, texts);
        demo = new DemoStudy(log, log, (name, isLead) -> account(name), UUID::randomUUID);
    }

    @AfterEach
    void stop() {
        await(log.close());
        await(database.stop());
        await(vertx.close());
    }

    @Test
    void anEmptyServerGetsALeadThreeCodersAndThreeRounds() {
        Made made = await(demo.makeUnless(false)).orElseThrow();

        Overview overview = overview(made);
        assertEquals(
                "Studi contoh (data rekaan) / Demo study (fictional data)",
                overview.study().name());
        assertEquals(
                List.of("Lestari", "Ani", "Budi", "Citra"),
                made.people().stream().map(Person::name).toList());
        for (Person person : made.people()) {
            Member member = overview.study().findMember(person.member()).orElseThrow();
            assertEquals(person.account(), member.account());
            assertEquals(person.role(), member.role());
        }
        assertEquals(Role.LEAD, made.people().get(0).role());
        var rounds = new HashSet<String>();
        for (Round round : overview.study().rounds().values()) {
            rounds.add(round.mode() + " " + round.phase());
            assertEquals(1, round.codebookVersion());
        }
        assertEquals(Set.of("BLIND REVEALED", "OPEN CODING", "BLIND CODING"), rounds);
    }

    @Test
    void whatTheCodersDidStandsInTheirStreamsAndTheTextsCanBeRead() {
        Made made = await(demo.makeUnless(false)).orElseThrow();

        Overview overview = overview(made);
        Map<StreamKind, Long> heads = new TreeMap<>();
        overview.streams().forEach(stream -> heads.merge(stream.ref().kind(), stream.head(), Long::sum));
        DemoContent content = new DemoReader(UUID::randomUUID).read();
        DemoScript script = DemoScript.of(content, UUID.randomUUID(), UUID::randomUUID);
        long acts = script.work().values().stream().mapToLong(List::size).sum();
        assertEquals(content.codebook().size(), heads.get(StreamKind.DRAFTS));
        long adoptions = 1;
        assertEquals(acts + adoptions, sum(heads, StreamKind.ROUND) + sum(heads, StreamKind.PRIVATE));
        List<StreamInfo> lanes = overview.streams().stream()
                .filter(stream -> stream.ref().kind() == StreamKind.PRIVATE)
                .toList();
        assertEquals(5, lanes.size());
        assertEquals(3, lanes.stream().filter(StreamInfo::frozen).count(), "the revealed round's");
        overview.study().transcripts().keySet().forEach(transcript -> {
            var text = await(reader.text(made.study(), transcript, 1)).orElseThrow();
            assertFalse(text.segments().isEmpty());
        });
    }

    @Test
    void aServerWithAccountsIsLeftAlone() {
        await(account("Somebody"));

        assertEquals(Optional.empty(), await(demo.makeUnless(true)));

        assertEquals(1, count("account"));
        assertEquals(0, count("account_study"));
    }

    private static long sum(Map<StreamKind, Long> heads, StreamKind kind) {
        return heads.getOrDefault(kind, 0L);
    }

    private Overview overview(Made made) {
        return await(reader.overview(made.study())).orElseThrow();
    }

    private Future<UUID> account(String name) {
        UUID account = UUID.randomUUID();
        return pool.preparedQuery(
                        "insert into account (account_id, name, display_name, created_at) values ($1, $2, $2, now())")
                .execute(Tuple.of(account, name))
                .map(account);
    }

    private long count(String table) {
        return await(pool.query("select count(*) from " + table).execute())
                .iterator()
                .next()
                .getLong(0);
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.await(60, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("no answer for a minute", e);
        }
    }
}
