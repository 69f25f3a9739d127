package org.sepakat.faults;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.sepakat.faults.History.Acknowledged;
import org.sepakat.faults.History.Refused;
import org.sepakat.faults.History.Sent;

/**
 * A client as SPEC.md asks of one: keeps op ids, has at most fifty in flight, resends in order on a new connection, pulls what is missing, tries the next door
 * after a fault. Everything it sends and receives goes into the history. It lives on one context; the methods may be called from any thread.
 */
final class PatientCoder {

    private static final int IN_FLIGHT = 50;
    private static final long PING_MILLIS = 500;
    private static final int FIRST_WAIT_MILLIS = 300;
    private static final int LONGEST_WAIT_MILLIS = 5_000;
    private static final int OVER = 4401;
    private static final int REMOVED = 4403;

    /**
     * What this client does wrong on purpose: sends twice, or resends in another order.
     *
     * @param patienceMillis after which it gives up a server that it does not hear
     */
    record Manners(double twice, boolean shuffles, int patienceMillis) {
        static final Manners GOOD = new Manners(0, false, 3_000);

        /** As a page is: it waits for a server that is just busy. */
        static final Manners CALM = new Manners(0, false, 10_000);
    }

    private final Vertx vertx;
    private final Context context;
    private final WebSocketClient sockets;
    private final Person person;
    private final List<Door> doors;
    private final History history;
    private final Random random;
    private final Manners manners;

    private final Map<String, Pending> pending = new LinkedHashMap<>();
    private final Streams streams;
    private final Promise<Integer> lost = Promise.promise();
    private @Nullable WebSocket socket;
    private final AtomicInteger connections = new AtomicInteger();
    private int door;
    private int wait = FIRST_WAIT_MILLIS;
    private int inFlight;
    private long lastHeard;
    private volatile boolean live;
    private volatile @Nullable Integer closedFor;
    private volatile boolean ended;
    private long timer;

    /** An act on its way. */
    private static final class Pending {
        final JsonObject op;
        final Promise<JsonObject> answer = Promise.promise();
        boolean isSent;

        Pending(JsonObject op) {
            this.op = op;
        }
    }

    PatientCoder(Vertx vertx, Person person, List<Door> doors, History history, Random random, Manners manners) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.sockets = vertx.createWebSocketClient();
        this.person = person;
        this.doors = doors;
        this.history = history;
        this.streams = new Streams(person, history, this::pull);
        this.random = random;
        this.manners = manners;
    }

    /** Begins, and stays until {@link #close()} or until the server says that the session is over. */
    PatientCoder open() {
        context.runOnContext(v -> {
            timer = vertx.setPeriodic(PING_MILLIS, tick -> beat());
            connect();
        });
        return this;
    }

    Person person() {
        return person;
    }

    boolean isLive() {
        return live;
    }

    int connections() {
        return connections.get();
    }

    /** The code with which the server ended it for good; null while it goes on. */
    @Nullable
    Integer closedFor() {
        return closedFor;
    }

    /** Succeeds with the final answer, {@code ok} or {@code no}. */
    Future<JsonObject> submit(JsonObject op) {
        var waiting = new Pending(op);
        context.runOnContext(v -> {
            pending.put(op.getString("op_id"), waiting);
            sendWhatWaits();
        });
        return waiting.answer.future();
    }

    /** What it has applied, by stream. */
    Future<Map<UUID, Long>> seqs() {
        Promise<Map<UUID, Long>> now = Promise.promise();
        context.runOnContext(v -> now.complete(streams.seqs()));
        return now.future();
    }

    /** Stops to read, as a page on a stalled machine does. */
    void stopReading() {
        context.runOnContext(v -> {
            if (socket != null) {
                vertx.cancelTimer(timer);
                socket.pause();
            }
        });
    }

    /** Reads on, and says with which code the server had meanwhile closed the connection. */
    Future<Integer> readAgain() {
        context.runOnContext(v -> {
            if (socket != null) {
                socket.resume();
            }
        });
        return lost.future();
    }

    /** Goes, so that nobody waits for what it has not seen. */
    void leave() {
        closedFor = 1000;
        close();
    }

    void close() {
        ended = true;
        context.runOnContext(v -> {
            vertx.cancelTimer(timer);
            if (socket != null) {
                socket.close();
            }
        });
    }

    private void connect() {
        if (ended) {
            return;
        }
        connections.incrementAndGet();
        Door entry = doors.get(door % doors.size());
        var options = new WebSocketConnectOptions()
                .setHost("localhost")
                .setPort(entry.port())
                .setURI("/ws/v1")
                .setTimeout(manners.patienceMillis())
                .addHeader("Host", entry.host())
                .addHeader("Origin", entry.origin())
                .addHeader("Cookie", person.cookie())
                .setSubProtocols(List.of("sepakat.v1"));
        sockets.connect(options).onSuccess(this::greet).onFailure(refused -> later());
    }

    private void later() {
        live = false;
        socket = null;
        door++;
        if (!ended) {
            vertx.setTimer(20 + random.nextInt(wait), tick -> connect());
            wait = Math.min(2 * wait, LONGEST_WAIT_MILLIS);
        }
    }

    private void greet(WebSocket fresh) {
        socket = fresh;
        lastHeard = System.nanoTime();
        fresh.textMessageHandler(text -> take(fresh, new JsonObject(text)));
        fresh.exceptionHandler(broken -> fresh.close());
        fresh.closeHandler(end -> closed(fresh));
        send(new JsonObject()
                .put("t", "hello")
                .put("v", 1)
                .put("client", person.tab().toString())
                .put("csrf", person.csrf())
                .put("build", "faults"));
    }

    private void closed(WebSocket gone) {
        if (gone != socket) {
            return;
        }
        Short code = gone.closeStatusCode();
        lost.tryComplete(code == null ? 0 : code.intValue());
        if (code != null && (code == OVER || code == REMOVED)) {
            closedFor = code.intValue();
            ended = true;
            live = false;
            pending.values().forEach(waiting -> waiting.answer.tryFail("closed with " + code));
        } else {
            later();
        }
    }

    /** A line on which nothing is heard for three seconds is taken for dead. */
    private void beat() {
        WebSocket standing = socket;
        if (standing == null) {
            return;
        }
        if (System.nanoTime() - lastHeard > TimeUnit.MILLISECONDS.toNanos(manners.patienceMillis())) {
            socket = null;
            standing.close();
            later();
        } else if (live) {
            send(new JsonObject().put("t", "ping").put("n", 1));
        }
    }

    private void send(JsonObject frame) {
        if (socket != null) {
            socket.writeTextMessage(frame.encode());
        }
    }

    private JsonObject about(String type) {
        return new JsonObject().put("t", type).put("study", person.study().toString());
    }

    private void take(WebSocket from, JsonObject frame) {
        if (from != socket) {
            return;
        }
        lastHeard = System.nanoTime();
        switch (frame.getString("t")) {
            case "welcome" -> {
                wait = FIRST_WAIT_MILLIS;
                subscribe();
            }
            case "ping" -> send(new JsonObject().put("t", "pong").put("n", frame.getValue("n")));
            case "snap" -> streams.snapshot(frame);
            case "evs" -> streams.events(frame);
            case "head" -> streams.head(frame);
            case "reset" -> reset(frame);
            case "ok" -> acknowledged(frame);
            case "no" -> refused(frame);
            default -> {}
        }
    }

    private void subscribe() {
        var cursors = new JsonObject();
        streams.seqs().forEach((stream, seq) -> cursors.put(stream.toString(), seq));
        send(about("sub").put("cursors", cursors));
        live = true;
        inFlight = 0;
        pending.values().forEach(waiting -> waiting.isSent = false);
        sendWhatWaits();
    }

    private void sendWhatWaits() {
        if (!live || socket == null) {
            return;
        }
        var batch = new ArrayList<JsonObject>();
        for (Pending waiting : inOrder()) {
            if (inFlight >= IN_FLIGHT) {
                break;
            }
            if (!waiting.isSent) {
                waiting.isSent = true;
                inFlight++;
                batch.add(waiting.op);
                if (random.nextDouble() < manners.twice() && inFlight < IN_FLIGHT) {
                    inFlight++;
                    batch.add(waiting.op);
                }
            }
        }
        for (int from = 0; from < batch.size(); from += IN_FLIGHT) {
            submitNow(batch.subList(from, Math.min(from + IN_FLIGHT, batch.size())));
        }
    }

    private List<Pending> inOrder() {
        var all = new ArrayList<>(pending.values());
        if (manners.shuffles() && connections() > 1) {
            Collections.shuffle(all, random);
        }
        return all;
    }

    private void submitNow(List<JsonObject> batch) {
        for (JsonObject op : batch) {
            history.add(new Sent(
                    person.name(),
                    connections(),
                    person.member(),
                    UUID.fromString(op.getString("op_id")),
                    op.getString("kind"),
                    op.getJsonObject("body"),
                    System.nanoTime()));
        }
        send(about("ops").put("ops", new JsonArray(List.copyOf(batch))));
    }

    /** @param to exclusive */
    private void pull(UUID stream, long from, long to) {
        send(about("pull").put("stream", stream.toString()).put("from", from).put("to", to));
    }

    private void reset(JsonObject frame) {
        String stream = frame.getString("stream");
        if (stream != null) {
            streams.forget(UUID.fromString(stream));
        } else if ("removed".equals(frame.getString("reason"))) {
            closedFor = REMOVED;
            live = false;
        } else {
            streams.forgetAll();
            vertx.setTimer(100 + random.nextInt(200), tick -> send(about("sub").put("cursors", new JsonObject())));
        }
    }

    private void acknowledged(JsonObject frame) {
        inFlight = Math.max(0, inFlight - 1);
        history.add(new Acknowledged(
                person.name(),
                connections(),
                UUID.fromString(frame.getString("op_id")),
                UUID.fromString(frame.getString("stream")),
                frame.getLong("seq"),
                frame.getBoolean("dup", false),
                System.nanoTime()));
        finish(frame);
    }

    private void refused(JsonObject frame) {
        String opId = frame.getString("op_id");
        if (opId == null) {
            if ("E_NOT_FOUND".equals(frame.getString("code"))) {
                closedFor = REMOVED;
                live = false;
            }
            return;
        }
        inFlight = Math.max(0, inFlight - 1);
        boolean retry = frame.getBoolean("retry", false);
        history.add(
                new Refused(person.name(), UUID.fromString(opId), frame.getString("code"), retry, System.nanoTime()));
        if (!retry) {
            finish(frame);
            return;
        }
        vertx.setTimer(Math.max(50, frame.getLong("after_ms", 200L)), tick -> {
            Pending waiting = pending.get(opId);
            if (waiting != null) {
                waiting.isSent = false;
                sendWhatWaits();
            }
        });
    }

    private void finish(JsonObject answer) {
        Pending done = pending.remove(answer.getString("op_id"));
        if (done != null) {
            done.answer.tryComplete(answer);
        }
        sendWhatWaits();
    }
}
