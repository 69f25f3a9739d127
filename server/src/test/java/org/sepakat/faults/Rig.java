package org.sepakat.faults;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sepakat.cli.Node;
import org.sepakat.db.Database;
import org.sepakat.db.DatabaseAddress;
import org.sepakat.db.TestDatabase;
import org.sepakat.http.Account;
import org.sepakat.http.Accounts;
import org.sepakat.http.Links;
import org.sepakat.http.Site;
import org.sepakat.http.World;
import org.sepakat.live.LiveLimits;
import org.sepakat.log.Answer;
import org.sepakat.log.Founding;
import org.sepakat.log.PgOpLog;
import org.sepakat.store.PgStudyReader;
import org.sepakat.store.StudyScope;
import org.sepakat.store.StudyStates;
import org.sepakat.store.Texts;
import org.sepakat.study.Act;
import org.sepakat.study.Assignment;
import org.sepakat.study.Bilingual;
import org.sepakat.study.DraftAct;
import org.sepakat.study.Mode;
import org.sepakat.study.Phase;
import org.sepakat.study.Role;
import org.sepakat.study.RoundPlan;
import org.sepakat.study.Scope;
import org.sepakat.study.SpeakerRole;
import org.sepakat.study.StudyAct;
import org.sepakat.study.Submission;
import org.sepakat.study.Theme;
import org.sepakat.study.TranscriptKind;
import org.sepakat.text.BaseSegment;
import org.sepakat.text.Span;
import org.sepakat.text.TranscriptText;

/**
 * A study on a database of its own, the servers on it, and the people in it. The rig plans the study by the same log as the servers do, from outside of them; what
 * coders do goes through sockets alone.
 */
public final class Rig implements AutoCloseable {

    static final LiveLimits LIMITS = LiveLimits.DEFAULTS.allowing(5_000, 5_000, 20);
    static final Map<String, String> SETTINGS =
            Map.of("SEPAKAT_OPS_PER_SECOND", "5000", "SEPAKAT_OPS_BURST", "5000", "SEPAKAT_SOCKETS_PER_ACCOUNT", "20");

    private static final int SEGMENTS = 2_000;
    private static final int SEGMENT = 40;
    private static final long PATIENCE_SECONDS = 90;

    public final Vertx vertx;
    public final Database database;
    final History history = new History();
    final Random random;
    public final UUID study;
    final UUID lead;

    private final Pool pool;
    private final StudyScope scope;
    private final PgOpLog log;
    private final HttpClient http = HttpClient.newHttpClient();
    private final UUID transcript = UUID.randomUUID();
    private final List<UUID> themes = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    private final List<PatientCoder> coders = new ArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Map<UUID, Integer> made = new HashMap<>();

    public Rig(long seed) {
        this(seed, Vertx.vertx(), TestDatabase::fresh);
    }

    /** @param founding reaches a database that has all its tables */
    Rig(long seed, Vertx vertx, Function<Vertx, Future<Database>> founding) {
        this.vertx = vertx;
        random = new Random(seed);
        database = await(founding.apply(vertx));
        pool = database.appPool(4);
        scope = new StudyScope(pool);
        log = new PgOpLog(vertx, scope, new StudyStates(scope), new Texts(scope), Clock.systemUTC(), UUID::randomUUID);
        var founded = await(log.createStudy("Faults", "Lead", null));
        study = founded.study();
        lead = founded.member();
        for (UUID theme : themes) {
            plan(new DraftAct.PutTheme(theme(theme)), null);
        }
        plan(new StudyAct.PublishCodebook("first", 0, List.of()), null);
        require(await(log.importTranscript(
                study,
                lead,
                new Founding.Import(
                        UUID.randomUUID(),
                        transcript,
                        "T",
                        TranscriptKind.INTERVIEW,
                        text(),
                        Map.of("A", SpeakerRole.PARTICIPANT)))));
    }

    private static TranscriptText text() {
        var segments = new ArrayList<BaseSegment>();
        for (int i = 0; i < SEGMENTS; i++) {
            segments.add(new BaseSegment(new Span(i * (SEGMENT + 1), i * (SEGMENT + 1) + SEGMENT), "A", null));
        }
        return new TranscriptText(
                ("katanya begitu ".repeat(3).substring(0, SEGMENT) + "\n").repeat(SEGMENTS), segments);
    }

    private static Theme theme(UUID id) {
        return new Theme(
                id,
                null,
                new Bilingual("", "theme " + id),
                Bilingual.EMPTY,
                Bilingual.EMPTY,
                Bilingual.EMPTY,
                1,
                null,
                Scope.EVERYTHING,
                null,
                true,
                1,
                false);
    }

    /** A server in this process. */
    Door node(DatabaseAddress at) {
        Vertx own = Vertx.vertx();
        Database seen = await(Database.start(
                own, new org.sepakat.db.DatabaseSettings(java.nio.file.Path.of("unused"), at.owner(), at.app(), true)));
        Node node =
                await(Node.start(own, seen, Site.local(), World.real(), new Node.Place("127.0.0.1", 0, null, LIMITS)));
        open.add(() -> {
            await(node.stop());
            await(seen.stop());
            await(own.close());
        });
        return Door.of(node.port());
    }

    Door node() {
        return node(address());
    }

    public DatabaseAddress address() {
        return DatabaseAddress.of(database);
    }

    <T extends AutoCloseable> T closing(T thing) {
        open.add(thing);
        return thing;
    }

    /** The lead with an account and a session. */
    Person leadAt(Door door) {
        return enter("lead", lead, door);
    }

    /** A coder with an account and a session, of one name per rig. */
    public Person coder(String name, Door door) {
        UUID member = UUID.randomUUID();
        plan(new StudyAct.AddMember(member, name, Role.CODER), null);
        return enter(name, member, door);
    }

    private Person enter(String name, UUID member, Door door) {
        var accounts = new Accounts(pool, Clock.systemUTC(), UUID::randomUUID);
        Account account = await(accounts.add(pool, name + " " + UUID.randomUUID(), null, false, "id"));
        require(await(log.joinMember(study, member, account.id())));
        return session(new Person(name, study, member, account.id(), "", "", UUID.randomUUID()), door);
    }

    /** A further page of the same person, with a session of its own. */
    public Person session(Person person, Door door) {
        World world = World.real();
        String token = await(new Links(world.clock(), world.tokens()).signIn(pool, person.account()))
                .token();
        HttpResponse<String> answer = post(door, "/api/sign-in/link", new JsonObject().put("token", token), null);
        String cookie = answer.headers().firstValue("set-cookie").orElseThrow().split(";", 2)[0];
        return new Person(
                person.name(),
                study,
                person.member(),
                person.account(),
                cookie,
                new JsonObject(answer.body()).getString("csrf"),
                UUID.randomUUID());
    }

    HttpResponse<String> post(Door door, String path, JsonObject body, @Nullable Person as) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + door.port() + path))
                .header("Content-Type", "application/json")
                .header("Origin", door.origin())
                .POST(HttpRequest.BodyPublishers.ofString(body.encode()));
        if (as != null) {
            request.header("Cookie", as.cookie()).header("X-Sepakat-Csrf", as.csrf());
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw new AssertionError(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A page of a person that enters by these doors in turn. */
    PatientCoder page(Person person, List<Door> doors, PatientCoder.Manners manners) {
        var coder = new PatientCoder(vertx, person, doors, history, new Random(random.nextLong()), manners);
        coders.add(coder);
        return coder.open();
    }

    public UUID startRound(Mode mode, List<Person> people) {
        UUID round = UUID.randomUUID();
        Set<Assignment> all = new HashSet<>();
        people.forEach(person -> all.add(new Assignment(person.member(), transcript)));
        plan(new StudyAct.CreateRound(new RoundPlan(round, "R", mode, "turn", "any", List.of(transcript), all)), null);
        move(round, Phase.CODING);
        return round;
    }

    /** The history learns of it before it is done: from then on what was private may be seen. */
    void move(UUID round, Phase to) {
        var body = new JsonObject().put("round", round.toString()).put("to", to.word());
        int rev = rev(round);
        history.add(new History.Sent("rig", 1, lead, UUID.randomUUID(), "round.move", body, System.nanoTime()));
        plan(new StudyAct.MoveRound(round, to), rev);
    }

    /** Takes every right from a member. */
    void remove(Person person) {
        plan(new StudyAct.RemoveMember(person.member()), null);
        history.add(new History.Revoked(person.name(), person.member(), System.nanoTime()));
    }

    int rev(UUID round) {
        return Objects.requireNonNull(await(reader().overview(study))
                        .orElseThrow()
                        .study()
                        .rounds()
                        .get(round))
                .rev();
    }

    void plan(Act act, @Nullable Integer ifRev) {
        require(await(log.submit(study, lead, List.of(new Submission(UUID.randomUUID(), act, ifRev))))
                .get(0));
    }

    private static void require(Answer answer) {
        if (!(answer instanceof Answer.Ok)) {
            throw new AssertionError("the rig's own act was refused: " + answer);
        }
    }

    /** A coding that nobody of this rig has made before. */
    JsonObject coding(UUID round) {
        int n;
        synchronized (made) {
            n = made.merge(round, 1, Integer::sum);
        }
        return coding(round, n);
    }

    /** Of different numbers no two are the same coding. */
    public JsonObject coding(UUID round, int n) {
        int places = SEGMENTS * (SEGMENT + 1) - 200;
        int start = n % places;
        return new JsonObject()
                .put("op_id", UUID.randomUUID().toString())
                .put("kind", "coding.apply")
                .put(
                        "body",
                        new JsonObject()
                                .put("round", round.toString())
                                .put("coding", UUID.randomUUID().toString())
                                .put("transcript", transcript.toString())
                                .put("theme", themes.get(n % themes.size()).toString())
                                .put("start", start)
                                .put("end", start + 5 + n / places));
    }

    private PgStudyReader reader() {
        return new PgStudyReader(scope, new StudyStates(scope), new Texts(scope));
    }

    /** All streams as they stand. */
    FinalLog finalLog() {
        var streams = new HashMap<UUID, FinalLog.Stream>();
        for (var stream : await(reader().overview(study)).orElseThrow().streams()) {
            var ops = await(log.read(study, stream.id(), 0, Integer.MAX_VALUE));
            streams.put(stream.id(), new FinalLog.Stream(stream.ref(), stream.head(), ops));
        }
        return new FinalLog(streams);
    }

    List<PatientCoder> coders() {
        return List.copyOf(coders);
    }

    public static <T> T await(Future<T> future) {
        try {
            return future.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("no answer in " + PATIENCE_SECONDS + " s", e);
        }
    }

    @Override
    public void close() {
        coders.forEach(PatientCoder::close);
        for (int i = open.size() - 1; i >= 0; i--) {
            try {
                open.get(i).close();
            } catch (Exception e) {
                throw new IllegalStateException("the rig does not close", e);
            }
        }
        await(log.close());
        await(database.stop());
        await(vertx.close());
    }
}
