package org.sepakat.live;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * One socket of one account, from {@code hello} to its end. What must keep its order is done one after the other (SPEC.md O6); while too much of it waits,
 * the socket is not read.
 */
final class Session {

    private static final int PROTOCOL = 1;
    private static final int WAITING = 8;

    private final UUID id;
    private final Caller caller;
    private final Wire wire;
    private final Context context;
    private final Requests requests;
    private final Clock clock;
    private final LiveLimits limits;
    private final TokenBucket places;
    private final Map<UUID, UUID> members = new LinkedHashMap<>();
    private Future<Void> turn = Future.succeededFuture();
    private int waiting;
    private boolean ready;
    private boolean over;
    private boolean draining;
    private boolean active;
    private long heardAt;
    private long pingedAt;
    private long endedAt;
    private int pings;

    Session(UUID id, Caller caller, Wire wire, Context context, Requests requests, Clock clock, LiveLimits limits) {
        this.id = id;
        this.caller = caller;
        this.wire = wire;
        this.context = context;
        this.requests = requests;
        this.clock = clock;
        this.limits = limits;
        this.heardAt = clock.millis();
        this.pingedAt = heardAt;
        this.places = new TokenBucket(limits.presencePerSecond(), limits.presencePerSecond(), heardAt);
    }

    Caller caller() {
        return caller;
    }

    /** Which member the account is, per study it has asked for. */
    Map<UUID, UUID> members() {
        return members;
    }

    boolean isOver() {
        return over;
    }

    /** Whether somebody has acted here since this was last asked: what a page sends by itself is no act. */
    boolean takeActivity() {
        boolean was = active;
        active = false;
        return was;
    }

    void receive(ClientFrame frame) {
        if (over || draining) {
            return;
        }
        heardAt = clock.millis();
        if (frame instanceof ClientFrame.Hello hello) {
            hello(hello);
        } else if (!ready) {
            close(CloseCode.PROTOCOL, "The first frame is hello.");
        } else if (frame instanceof ClientFrame.Ping ping) {
            send(new ServerFrame.Pong(ping.n()));
        } else if (frame instanceof ClientFrame.Pres pres) {
            if (places.take(heardAt)) {
                requests.place(this, pres);
            }
        } else if (!(frame instanceof ClientFrame.Pong)) {
            active |= frame instanceof ClientFrame.Ops;
            inTurn(() -> requests.answer(this, frame));
        }
    }

    private void hello(ClientFrame.Hello hello) {
        if (ready) {
            close(CloseCode.PROTOCOL, "hello is said once.");
        } else if (hello.v() != PROTOCOL) {
            close(CloseCode.UPGRADE, "This server speaks version " + PROTOCOL + ": load the page again.");
        } else if (!sameSecret(hello.csrf(), caller.csrfToken())) {
            close(CloseCode.SESSION_OVER, "The token is not that of the session.");
        } else {
            ready = true;
            send(new ServerFrame.Welcome(id, clock.instant(), limits));
        }
    }

    private static boolean sameSecret(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private void inTurn(Supplier<Future<Void>> work) {
        waiting++;
        if (waiting == WAITING) {
            wire.pause();
        }
        turn = turn.compose(before -> over ? Future.succeededFuture() : work.get())
                .onComplete(done -> {
                    waiting--;
                    if (waiting == WAITING - 1) {
                        wire.resume();
                    }
                });
    }

    void send(ServerFrame frame) {
        send(frame.encode());
    }

    void send(String text) {
        wire.send(text);
    }

    /** Done, on our context, when the reader's socket has taken it. */
    Future<Void> sendPaced(String text) {
        Promise<Void> left = Promise.promise();
        wire.send(text).onComplete(sent -> context.runOnContext(here -> left.handle(sent)));
        return left.future();
    }

    /** Pings when it is time, gives up a peer that says nothing, and cuts off one that does not take its leave. */
    void beat(long now) {
        if (over) {
            if (now - endedAt >= limits.hello().toMillis()) {
                wire.cut();
            }
            return;
        }
        long silence = now - heardAt;
        if (!ready && silence >= limits.hello().toMillis()) {
            close(CloseCode.TIMEOUT, "No hello came.");
        } else if (silence >= limits.silence().toMillis()) {
            close(CloseCode.TIMEOUT, "Nothing was heard for too long.");
        } else if (ready && now - pingedAt >= limits.heartbeat().toMillis()) {
            pingedAt = now;
            send(new ServerFrame.Ping(++pings));
            requests.heads(this);
        }
    }

    /** Says when to come back, takes nothing more, and is done when what it took is answered. */
    Future<Void> drain() {
        draining = true;
        send(new ServerFrame.Drain(500 + Math.floorMod(id.hashCode(), 3_000)));
        return turn;
    }

    void close(CloseCode code, String reason) {
        end();
        wire.close(code, reason);
    }

    /** The socket is gone. */
    void end() {
        if (!over) {
            over = true;
            endedAt = clock.millis();
            requests.forget(this);
        }
    }
}
