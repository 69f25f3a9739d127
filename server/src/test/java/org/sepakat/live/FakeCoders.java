package org.sepakat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sepakat.live.Ids.id;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.sepakat.store.Heads;
import org.sepakat.store.Nodes;
import org.sepakat.store.StreamInfo;
import org.sepakat.study.Assignment;
import org.sepakat.study.Bilingual;
import org.sepakat.study.Mode;
import org.sepakat.study.Phase;
import org.sepakat.study.Role;
import org.sepakat.study.RoundPlan;
import org.sepakat.study.Scope;
import org.sepakat.study.StreamRef;
import org.sepakat.study.StudyAct;
import org.sepakat.study.Theme;
import org.sepakat.study.TranscriptKind;
import org.sepakat.text.BaseSegment;
import org.sepakat.text.Span;
import org.sepakat.text.TranscriptText;

/**
 * A server with a study in memory, and coders on real sockets. Ani, Budi and Citra code the blind round on one transcript; Ani, Budi and Dewi the open one
 * on another. Time stands still until {@link #pass}.
 */
final class FakeCoders implements AutoCloseable {

    static final UUID STUDY = id("study");
    static final UUID LEAD = id("lead");
    static final UUID ANI = id("ani");
    static final UUID BUDI = id("budi");
    static final UUID CITRA = id("citra");
    static final UUID DEWI = id("dewi");
    static final UUID BLIND = id("blind round");
    static final UUID OPEN = id("open round");
    static final UUID T1 = id("transcript 1");
    static final UUID T2 = id("transcript 2");
    static final UUID TRUST = id("trust");
    static final UUID CARE = id("care");

    private static final String SENTENCE = "Saya percaya kepada beliau sejak hari pertama. ";
    private static final TranscriptText TEXT = new TranscriptText(
            SENTENCE.repeat(50), List.of(new BaseSegment(new Span(0, SENTENCE.length() * 50), null, null)));

    final TestClock clock = new TestClock();
    final MemoryStudy memory = new MemoryStudy(STUDY, clock, Map.of(T1, TEXT, T2, TEXT));
    final LiveSockets live;
    private final Nodes nodes = Nodes.alone();
    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final WebSocketClient client;
    private final Map<UUID, FakeCoder> coders = new HashMap<>();
    private final Map<UUID, Integer> sessions = new HashMap<>();
    private final Map<UUID, Integer> acts = new HashMap<>();

    FakeCoders() {
        this(LiveLimits.DEFAULTS, Reach::of);
    }

    FakeCoders(LiveLimits limits, Reach.Rule rule) {
        foundStudy();
        var sources = new LiveSources(memory, memory, memory, memory, memory, nodes);
        live = new LiveSockets(
                vertx,
                sources,
                new Batches(sources.log(), new OpRate(limits, clock)),
                clock,
                this::sessionId,
                limits,
                rule);
        live.listen();
        server = vertx.createHttpServer(new HttpServerOptions()
                        .setMaxWebSocketFrameSize(limits.frameBytes())
                        .setPerMessageWebSocketCompressionSupported(false)
                        .setPerFrameWebSocketCompressionSupported(false)
                        .setSendBufferSize(16 << 10)
                        .addWebSocketSubProtocol("sepakat.v1"))
                .requestHandler(this::upgrade)
                .listen(0, "127.0.0.1")
                .await();
        client = vertx.createWebSocketClient(
                new WebSocketClientOptions().setMaxFrameSize(1 << 20).setMaxMessageSize(1 << 24));
    }

    private synchronized UUID sessionId(Caller caller) {
        return id("session of " + caller.account() + " " + sessions.merge(caller.account(), 1, Integer::sum));
    }

    private void upgrade(HttpServerRequest request) {
        UUID account = UUID.fromString(request.getHeader("x-account"));
        request.toWebSocket()
                .onSuccess(socket ->
                        live.handle(socket, new Caller(account, "session of " + account, "token of " + account)));
    }

    private void foundStudy() {
        memory.found(LEAD, new StudyAct.CreateStudy(STUDY, "Trust", LEAD, "Lead", LEAD));
        for (UUID coder : List.of(ANI, BUDI, CITRA, DEWI)) {
            memory.found(LEAD, new StudyAct.AddMember(coder, "Coder " + coder, Role.CODER));
        }
        memory.found(LEAD, new StudyAct.PublishCodebook("first", 1, List.of(theme(TRUST, 1), theme(CARE, 2))));
        for (UUID transcript : List.of(T1, T2)) {
            memory.found(
                    LEAD,
                    new StudyAct.ImportTranscript(
                            transcript,
                            "T",
                            TranscriptKind.INTERVIEW,
                            1,
                            id("content of " + transcript),
                            TEXT.text().length(),
                            1,
                            "",
                            Map.of()));
        }
        start(BLIND, Mode.BLIND, T1, ANI, BUDI, CITRA);
        start(OPEN, Mode.OPEN, T2, ANI, BUDI, DEWI);
    }

    private void start(UUID round, Mode mode, UUID transcript, UUID... assigned) {
        var assignments = new HashSet<Assignment>();
        for (UUID coder : assigned) {
            assignments.add(new Assignment(coder, transcript));
        }
        memory.found(
                LEAD,
                new StudyAct.CreateRound(
                        new RoundPlan(round, "Round", mode, "turn", "any", List.of(transcript), assignments)));
        memory.found(LEAD, new StudyAct.MoveRound(round, Phase.CODING));
    }

    private static Theme theme(UUID theme, int place) {
        var label = new Bilingual("tema " + place, "theme " + place);
        return new Theme(
                theme,
                null,
                label,
                Bilingual.EMPTY,
                Bilingual.EMPTY,
                Bilingual.EMPTY,
                place,
                null,
                Scope.EVERYTHING,
                null,
                true,
                place,
                false);
    }

    UUID stream(StreamRef ref) {
        return memory.info(ref).id();
    }

    /** A socket that has said nothing yet. */
    FakeCoder connect(UUID account) {
        var coder = new FakeCoder(account, STUDY, socket(account));
        coders.put(account, coder);
        return coder;
    }

    private WebSocket socket(UUID account) {
        return client.connect(new WebSocketConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(server.actualPort())
                        .setURI("/ws/v1")
                        .addSubProtocol("sepakat.v1")
                        .putHeader("x-account", account.toString()))
                .await();
    }

    /** At the study, caught up in every stream. */
    FakeCoder join(UUID account) {
        FakeCoder coder = connect(account);
        coder.hello();
        coder.subscribe(new JsonObject());
        quiet();
        return coder;
    }

    /** The page loses its socket and comes back with what it holds. */
    void reconnect(UUID account, boolean withCursors) {
        FakeCoder coder = coder(account);
        coder.socket().close().await();
        coder.isNowOn(socket(account));
        coder.hello();
        coder.subscribe(withCursors ? coder.cursors() : new JsonObject());
        quiet();
    }

    FakeCoder coder(UUID account) {
        return Objects.requireNonNull(coders.get(account), "nobody connected as " + account);
    }

    int port() {
        return server.actualPort();
    }

    JsonObject op(UUID account, String kind, JsonObject body) {
        int n = acts.merge(account, 1, Integer::sum);
        return new JsonObject()
                .put("op_id", id("op " + account + " " + n).toString())
                .put("kind", kind)
                .put("body", body);
    }

    JsonObject coding(UUID account, UUID round, UUID theme, int start, int end) {
        int n = acts.getOrDefault(account, 0);
        return op(
                account,
                "coding.apply",
                new JsonObject()
                        .put("round", round.toString())
                        .put("coding", codingId(account, n).toString())
                        .put("transcript", (round.equals(BLIND) ? T1 : T2).toString())
                        .put("theme", theme.toString())
                        .put("start", start)
                        .put("end", end));
    }

    static UUID codingId(UUID account, int n) {
        return id("coding " + account + " " + n);
    }

    void send(UUID account, JsonObject... ops) {
        coder(account).send(coder(account).about("ops").put("ops", new JsonArray(List.of(ops))));
    }

    /** One coding, and its answer awaited. */
    JsonObject code(UUID account, UUID round, UUID theme, int start, int end) {
        JsonObject op = coding(account, round, theme, start, end);
        send(account, op);
        return answer(account, op);
    }

    JsonObject answer(UUID account, JsonObject op) {
        String opId = op.getString("op_id");
        await(() -> findAnswer(account, opId).isPresent());
        return findAnswer(account, opId).orElseThrow();
    }

    private Optional<JsonObject> findAnswer(UUID account, String opId) {
        var answers = new ArrayList<>(coder(account).all("ok"));
        answers.addAll(coder(account).all("no"));
        return answers.stream()
                .filter(answer -> opId.equals(answer.getString("op_id")))
                .findFirst();
    }

    /** What happens in the meantime is handed over to that coder only afterwards. */
    void delay(UUID account, Runnable meantime) {
        coder(account).socket().pause();
        meantime.run();
        coder(account).socket().resume();
    }

    /** Everybody holds what the server holds, in every stream they follow. */
    void converge() {
        quiet();
        coders.values().stream()
                .filter(coder -> coder.closedWith() == null)
                .forEach(coder -> coder.codings()
                        .forEach((stream, codings) ->
                                assertEquals(memory.codings(UUID.fromString(stream)), codings, "stream " + stream)));
    }

    void pass(Duration time) {
        clock.advance(time);
        live.beat();
        quiet();
    }

    /** What another node says when it has committed to that stream. */
    void ringFromAnotherNode(StreamRef ref) {
        StreamInfo info = memory.info(ref);
        new Bell(nodes).ring(new Heads.Head(STUDY, info.id(), info.head()));
    }

    /** Nothing is on its way any more. */
    void quiet() {
        for (int still = 0, before = -1; still < 4; ) {
            int now = coders.values().stream()
                    .mapToInt(coder -> coder.frames().size())
                    .sum();
            still = now == before ? still + 1 : 0;
            before = now;
            sleep(10);
        }
    }

    static void await(BooleanSupplier condition) {
        for (int i = 0; i < 1_000 && !condition.getAsBoolean(); i++) {
            sleep(5);
        }
        assertTrue(condition.getAsBoolean(), "what was awaited did not come");
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static Set<String> streamsOf(JsonObject streamsFrame) {
        var ids = new HashSet<String>();
        streamsFrame.getJsonArray("streams").forEach(stream -> ids.add(((JsonObject) stream).getString("stream")));
        return ids;
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
