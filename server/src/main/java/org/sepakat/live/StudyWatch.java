package org.sepakat.live;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sepakat.log.Commit;
import org.sepakat.log.OpLog;
import org.sepakat.store.StreamInfo;
import org.sepakat.store.StudyReader;
import org.sepakat.store.StudyReader.Overview;
import org.sepakat.study.StreamKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One study as long as somebody on this node follows it. When its study stream grows, all other streams are held back until everybody's reach has been
 * looked up anew, so that nothing goes out under rights that ended with that growth.
 */
final class StudyWatch {

    private static final Logger LOGGER = LoggerFactory.getLogger(StudyWatch.class);

    private final UUID study;
    private final OpLog log;
    private final StudyReader reader;
    private final Reach.Rule rule;
    private final Map<Session, Follower> followers = new LinkedHashMap<>();
    private final Map<UUID, Feed> feeds = new HashMap<>();
    private final Map<UUID, Long> heard = new HashMap<>();
    private final Presence presence = new Presence();
    private @Nullable StreamInfo decided;
    private boolean looking;
    private int joining;

    StudyWatch(UUID study, OpLog log, StudyReader reader, Reach.Rule rule) {
        this.study = study;
        this.log = log;
        this.reader = reader;
        this.rule = rule;
    }

    Presence presence() {
        return presence;
    }

    /** What a member may read as of now; empty for strangers, the removed, and studies that are not there. */
    Future<Optional<Reach>> look(UUID member) {
        return reader.overview(study).map(found -> {
            keep(found);
            return found.flatMap(now -> rule.of(now, member));
        });
    }

    /** Whether the session follows now; who reaches nothing does not. */
    Future<Boolean> follow(Session session, UUID member, Map<String, Integer> cursors) {
        joining++;
        return look(member).onComplete(done -> joining--).map(reach -> {
            if (reach.isEmpty() || session.isOver()) {
                return false;
            }
            unfollow(session);
            var follower = new Follower(study, reach.get(), session, this::feed, fault -> breakOff(session, fault));
            followers.put(session, follower);
            follower.start(cursors);
            return true;
        });
    }

    /** A stream could not be read: the client is to subscribe anew. */
    private void breakOff(Session session, Throwable fault) {
        if (followers.containsKey(session)) {
            LOGGER.warn("study {} could not be read on to a socket", study, fault);
            session.send(new ServerFrame.Reset(study, null, "unavailable"));
            unfollow(session);
        }
    }

    void unfollow(Session session) {
        Follower follower = followers.remove(session);
        if (follower != null) {
            follower.end();
            feeds.values().removeIf(Feed::isIdle);
        }
    }

    boolean isIdle() {
        return followers.isEmpty() && joining == 0;
    }

    private Feed feed(StreamInfo stream) {
        boolean decides = stream.ref().kind() == StreamKind.STUDY;
        Feed feed = feeds.computeIfAbsent(
                stream.id(), id -> new Feed(study, id, stream.head(), log, reader, () -> !decides && isBehind()));
        feed.heard(heard.getOrDefault(stream.id(), 0L));
        return feed;
    }

    void committed(Commit commit) {
        heard.merge(commit.stream(), commit.head(), Math::max);
        Feed feed = feeds.get(commit.stream());
        if (feed != null) {
            feed.committed(commit.ops());
        }
        lookAgain();
    }

    /** Another node, or the poll, says how far a stream has got. */
    void heard(UUID stream, long head) {
        heard.merge(stream, head, Math::max);
        Feed feed = feeds.get(stream);
        if (feed != null) {
            feed.heard(head);
        }
        lookAgain();
    }

    /** The study stream has grown since rights were last looked up. */
    private boolean isBehind() {
        return decided != null && decided.head() < heard.getOrDefault(decided.id(), 0L);
    }

    private void lookAgain() {
        if (!looking && isBehind()) {
            looking = true;
            reader.overview(study).onComplete(found -> {
                looking = false;
                if (found.succeeded()) {
                    keep(found.result());
                    lookAgain();
                }
            });
        }
    }

    /** Gives everybody the reach that a newer overview says, and lets go what was held. */
    private void keep(Optional<Overview> found) {
        Optional<StreamInfo> now = found.flatMap(StudyWatch::studyStream);
        if (decided != null && now.isPresent() && now.get().head() < decided.head()) {
            return;
        }
        decided = now.orElse(null);
        presence.studyIs(found.map(Overview::study));
        List.copyOf(followers.entrySet()).forEach(entry -> {
            Follower follower = entry.getValue();
            if (!follower.reaches(found.flatMap(overview -> rule.of(overview, follower.member())))) {
                unfollow(entry.getKey());
            }
        });
        List.copyOf(feeds.values()).forEach(Feed::release);
    }

    private static Optional<StreamInfo> studyStream(Overview overview) {
        return overview.streams().stream()
                .filter(stream -> stream.ref().kind() == StreamKind.STUDY)
                .findFirst();
    }

    void showPresence(long now) {
        if (presence.isChanged(now)) {
            followers.values().forEach(follower -> follower.show(presence));
        }
    }

    void beat(Session session) {
        Follower follower = followers.get(session);
        if (follower != null) {
            follower.beat();
        }
    }
}
