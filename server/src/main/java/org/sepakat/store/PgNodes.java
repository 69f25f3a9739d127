package org.sepakat.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.pubsub.PgSubscriber;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Servers that hear each other through the database they share, by NOTIFY. One notification is on its way at a time and takes all that has gathered
 * meanwhile; it is never part of a transaction that records acts. Each server hears its own notifications, too: one that does not is deaf, and listens anew.
 */
public final class PgNodes implements Nodes {

    private static final Logger LOGGER = LoggerFactory.getLogger(PgNodes.class);
    private static final String CHANNEL = "sepakat";
    private static final String NOTIFY = "select pg_notify('" + CHANNEL + "', $1)";

    /** One message more may be added to one that is not full; PostgreSQL takes less than 8,000 bytes. */
    private static final int FULL = 7_000;

    private static final Duration CHECK = Duration.ofSeconds(5);
    private static final long SHORTEST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final Vertx vertx;
    private final Pool pool;
    private final PgSubscriber subscriber;
    private final String self;
    private final List<Consumer<JsonObject>> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, JsonObject> waiting = new LinkedHashMap<>();
    private final long check;
    private boolean onItsWay;
    private boolean checkDue;
    private long told;
    private long toldBeforeCheck;
    private long heard;

    private PgNodes(Vertx vertx, Pool pool, PgSubscriber subscriber, UUID self) {
        this.vertx = vertx;
        this.pool = pool;
        this.subscriber = subscriber;
        this.self = self.toString();
        this.check = vertx.setPeriodic(CHECK.toMillis(), timer -> checkHearing());
    }

    /** @param self tells this server from the others */
    public static Future<PgNodes> join(Vertx vertx, Pool pool, PgSubscriber subscriber, UUID self) {
        var nodes = new PgNodes(vertx, pool, subscriber, self);
        subscriber.reconnectPolicy(
                tries -> Math.min(LONGEST_PAUSE_MILLIS, SHORTEST_PAUSE_MILLIS << Math.min(tries, 6)));
        subscriber
                .channel(CHANNEL)
                .subscribeHandler(listens -> nodes.logFaults())
                .handler(nodes::hear);
        return subscriber.connect().map(nodes);
    }

    /** Otherwise the driver prints them. */
    private void logFaults() {
        PgConnection connection = subscriber.actualConnection();
        if (connection != null) {
            connection.exceptionHandler(fault -> LOGGER.debug("the listening line: {}", fault.toString()));
        }
    }

    @Override
    public void listen(Consumer<JsonObject> listener) {
        listeners.add(listener);
    }

    @Override
    public void tell(String key, JsonObject message) {
        listeners.forEach(listener -> listener.accept(message));
        synchronized (this) {
            waiting.put(key, message);
        }
        send();
    }

    private void send() {
        JsonObject notification;
        synchronized (this) {
            if (onItsWay || (waiting.isEmpty() && !checkDue)) {
                return;
            }
            onItsWay = true;
            checkDue = false;
            notification = new JsonObject().put("from", self).put("n", ++told).put("list", new JsonArray(take()));
        }
        pool.preparedQuery(NOTIFY)
                .execute(Tuple.of(notification.encode()))
                .timeout(CHECK.toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(lost -> LOGGER.debug("a notification may be lost: {}", lost.toString()))
                .onComplete(done -> arrived());
    }

    private void arrived() {
        synchronized (this) {
            onItsWay = false;
        }
        send();
    }

    /** As much of what waits as one notification holds. */
    private List<JsonObject> take() {
        var taken = new ArrayList<JsonObject>();
        int length = 0;
        for (Iterator<JsonObject> rest = waiting.values().iterator(); rest.hasNext() && length < FULL; ) {
            JsonObject message = rest.next();
            length += message.encode().length() + 1;
            taken.add(message);
            rest.remove();
        }
        return taken;
    }

    private void hear(String text) {
        var notification = new JsonObject(text);
        if (self.equals(notification.getString("from"))) {
            synchronized (this) {
                heard = notification.getLong("n");
            }
        } else {
            notification
                    .getJsonArray("list")
                    .forEach(message -> listeners.forEach(listener -> listener.accept((JsonObject) message)));
        }
    }

    /** What was told before the last check has been heard by now, or never will be. */
    private void checkHearing() {
        boolean isDeaf;
        synchronized (this) {
            isDeaf = heard < toldBeforeCheck;
            toldBeforeCheck = told;
            checkDue = true;
        }
        if (isDeaf) {
            LOGGER.warn("this server does not hear the others: what they record comes up to a second late");
            listenAnew();
        }
        send();
    }

    private void listenAnew() {
        PgConnection connection = subscriber.actualConnection();
        if (connection != null) {
            connection.close();
        }
    }

    @Override
    public Future<Void> close() {
        vertx.cancelTimer(check);
        return subscriber.close();
    }
}
