package org.sepakat.live;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sepakat.log.Commit;
import org.sepakat.store.Heads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sockets of this node. All that is done for them is done on one context; whatever depends on time is driven by one beat, so that a test with its own
 * clock sees every byte that production would send.
 */
public final class LiveSockets {

    private static final Logger LOGGER = LoggerFactory.getLogger(LiveSockets.class);
    private static final long BEAT = 100;
    private static final long POLL = 1_000;
    private static final long DRAIN_SECONDS = 10;

    private final Vertx vertx;
    private final Context context;
    private final LiveSources sources;
    private final Clock clock;
    private final Function<Caller, UUID> sessionIds;
    private final LiveLimits limits;
    private final Bell bell;
    private final Studies studies;
    private final Requests requests;
    private final Map<UUID, Deque<Session>> accounts = new HashMap<>();
    private long polledAt;
    private boolean polling;
    private boolean draining;

    /**
     * @param sessionIds makes the id that {@code welcome} tells; each call a fresh one
     */
    public LiveSockets(
            Vertx vertx,
            LiveSources sources,
            Batches batches,
            Clock clock,
            Function<Caller, UUID> sessionIds,
            LiveLimits limits) {
        this(vertx, sources, batches, clock, sessionIds, limits, Reach::of);
    }

    LiveSockets(
            Vertx vertx,
            LiveSources sources,
            Batches batches,
            Clock clock,
            Function<Caller, UUID> sessionIds,
            LiveLimits limits,
            Reach.Rule rule) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.sources = sources;
        this.clock = clock;
        this.sessionIds = sessionIds;
        this.limits = limits;
        this.bell = new Bell(sources.nodes());
        this.studies = new Studies(sources, rule);
        this.requests = new Requests(sources, studies, batches, bell, clock, limits);
        this.polledAt = clock.millis();
    }

    /** Listens for commits, bells and time. Call once, before the first socket. */
    public void start() {
        listen();
        vertx.setPeriodic(BEAT, timer -> beat());
    }

    void listen() {
        sources.log().onCommit(commit -> context.runOnContext(here -> committed(commit)));
        bell.listen(
                head -> context.runOnContext(here -> studies.heard(head)),
                place -> context.runOnContext(here -> requests.placed(place)));
    }

    private void committed(Commit commit) {
        studies.committed(commit);
        bell.ring(new Heads.Head(commit.study(), commit.stream(), commit.head()));
    }

    /** Takes over a socket whose origin, session and subprotocol have been checked. Call where it was upgraded, at once. */
    public void handle(ServerWebSocket socket, Caller caller) {
        var wire = new Wire(socket, limits);
        var session = new Session(sessionIds.apply(caller), caller, wire, context, requests, clock, limits);
        wire.listen(
                frame -> context.runOnContext(here -> session.receive(frame)),
                () -> context.runOnContext(here -> gone(session)));
        context.runOnContext(here -> came(session));
    }

    private void came(Session session) {
        if (draining) {
            session.close(CloseCode.RESTART, "The server is going down.");
            return;
        }
        Deque<Session> own = accounts.computeIfAbsent(session.caller().account(), fresh -> new ArrayDeque<>());
        List<Session> open = own.stream().filter(other -> !other.isOver()).toList();
        if (open.size() == limits.socketsPerAccount()) {
            open.get(0).close(CloseCode.REPLACED, "This account has opened too many others since.");
        }
        own.addLast(session);
    }

    private void gone(Session session) {
        session.end();
        accounts.computeIfPresent(session.caller().account(), (account, own) -> {
            own.remove(session);
            return own.isEmpty() ? null : own;
        });
    }

    /** An HTTP session has ended here: its sockets close at once. Those on other nodes do within the next poll. */
    public void end(String sessionKey) {
        context.runOnContext(here -> sessions().stream()
                .filter(session -> session.caller().sessionKey().equals(sessionKey))
                .forEach(LiveSockets::over));
    }

    private static void over(Session session) {
        session.close(CloseCode.SESSION_OVER, "The session has ended.");
    }

    /** All that time brings about. */
    void beat() {
        context.runOnContext(here -> {
            long now = clock.millis();
            sessions().forEach(session -> session.beat(now));
            studies.showPresence(now);
            if (now - polledAt >= POLL && !polling) {
                polledAt = now;
                poll();
            }
        });
    }

    private void poll() {
        polling = true;
        Future.join(studies.poll(), endSessions()).onComplete(done -> {
            polling = false;
            if (done.failed()) {
                LOGGER.warn(
                        "the poll failed and is tried again: {}", done.cause().toString());
            }
        });
    }

    private Future<Void> endSessions() {
        List<Session> open = sessions();
        Set<String> keys = keys(open.stream());
        return keys.isEmpty()
                ? Future.succeededFuture()
                : sources.signedIn()
                        .stillGood(keys, keys(open.stream().filter(Session::takeActivity)))
                        .onSuccess(good -> open.stream()
                                .filter(session ->
                                        !good.contains(session.caller().sessionKey()))
                                .forEach(LiveSockets::over))
                        .mapEmpty();
    }

    private static Set<String> keys(Stream<Session> sessions) {
        return sessions.map(session -> session.caller().sessionKey()).collect(Collectors.toSet());
    }

    private List<Session> sessions() {
        return accounts.values().stream().flatMap(Deque::stream).toList();
    }

    /** Tells everybody to come back later, answers what was taken, and closes. */
    public Future<Void> drain() {
        return Future.future(done -> context.runOnContext(here -> {
            draining = true;
            List<Session> open = sessions();
            Future.join(open.stream().map(Session::drain).toList())
                    .timeout(DRAIN_SECONDS, TimeUnit.SECONDS)
                    .onComplete(answered -> {
                        open.forEach(session -> session.close(CloseCode.RESTART, "The server is going down."));
                        done.complete();
                    });
        }));
    }
}
