package org.sepakat.live;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.sepakat.store.StreamInfo;

/** One session in one study: the streams it reads now, one being started after the other, and the presence it was last shown. */
final class Follower {

    private final UUID study;
    private final UUID member;
    private final Session session;
    private final Function<StreamInfo, Feed> feeds;
    private final Consumer<Throwable> broken;
    private final Map<UUID, Subscription> subscriptions = new LinkedHashMap<>();
    private final Map<UUID, List<Presence.Here>> shown = new HashMap<>();
    private Reach reach;
    private Future<Void> starting = Future.succeededFuture();

    Follower(UUID study, Reach reach, Session session, Function<StreamInfo, Feed> feeds, Consumer<Throwable> broken) {
        this.study = study;
        this.member = reach.member().id();
        this.reach = reach;
        this.session = session;
        this.feeds = feeds;
        this.broken = broken;
    }

    UUID member() {
        return member;
    }

    void start(Map<String, Integer> cursors) {
        tellStreams();
        reach.streams().forEach(stream -> read(stream, cursors));
    }

    /** What the member may read now: differences are sent (SPEC.md S7). False if that is nothing any more. */
    boolean reaches(Optional<Reach> now) {
        if (now.isEmpty()) {
            session.send(new ServerFrame.Reset(study, null, "removed"));
            return false;
        }
        Reach before = reach;
        reach = now.get();
        if (!reach.saysTheSameAs(before)) {
            tellStreams();
            Set<UUID> ids = reach.ids();
            List.copyOf(subscriptions.keySet()).stream()
                    .filter(stream -> !ids.contains(stream))
                    .forEach(this::lose);
            reach.streams().stream()
                    .filter(stream -> !subscriptions.containsKey(stream.id()))
                    .forEach(stream -> read(stream, Map.of()));
        }
        return true;
    }

    private void tellStreams() {
        session.send(new ServerFrame.Streams(study, member, reach.member().role(), reach.streams()));
    }

    private void lose(UUID stream) {
        Subscription lost = subscriptions.remove(stream);
        if (lost != null) {
            lost.end();
            session.send(new ServerFrame.Reset(study, stream, "rights"));
        }
    }

    private void read(StreamInfo stream, Map<String, Integer> cursors) {
        var subscription = new Subscription(feeds.apply(stream), member, session, broken);
        subscriptions.put(stream.id(), subscription);
        Integer cursor = cursors.get(stream.id().toString());
        starting = starting.compose(before -> subscription.start(cursor)).onFailure(broken::accept);
    }

    /** Tells who else is here, for each round where that is no longer what was last told. */
    void show(Presence presence) {
        var rounds = new TreeSet<>(shown.keySet());
        rounds.addAll(presence.rounds());
        for (UUID round : rounds) {
            List<Presence.Here> others = presence.seenBy(member, round);
            List<Presence.Here> before = others.isEmpty() ? shown.remove(round) : shown.put(round, others);
            if (!others.equals(before == null ? List.of() : before)) {
                session.send(new ServerFrame.Pres(study, round, others));
            }
        }
    }

    void beat() {
        subscriptions.values().forEach(Subscription::beat);
    }

    void end() {
        subscriptions.values().forEach(Subscription::end);
        subscriptions.clear();
    }
}
