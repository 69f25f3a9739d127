package org.sepakat.live;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sepakat.log.Commit;
import org.sepakat.store.Heads;

/** The studies that somebody on this node follows. */
final class Studies {

    private final LiveSources sources;
    private final Reach.Rule rule;
    private final Map<UUID, StudyWatch> watches = new HashMap<>();

    Studies(LiveSources sources, Reach.Rule rule) {
        this.sources = sources;
        this.rule = rule;
    }

    Optional<StudyWatch> find(UUID study) {
        return Optional.ofNullable(watches.get(study));
    }

    /** Whether the session follows the study now. */
    Future<Boolean> follow(UUID study, Session session, UUID member, Map<String, Integer> cursors) {
        StudyWatch watch = watches.computeIfAbsent(study, this::newWatch);
        return watch.follow(session, member, cursors).eventually(() -> {
            forgetIdle();
            return Future.succeededFuture();
        });
    }

    void unfollow(UUID study, Session session) {
        find(study).ifPresent(watch -> watch.unfollow(session));
        forgetIdle();
    }

    /** What a member may read as of now, whether anybody follows the study or not. */
    Future<Optional<Reach>> look(UUID study, UUID member) {
        return find(study).orElseGet(() -> newWatch(study)).look(member);
    }

    void committed(Commit commit) {
        find(commit.study()).ifPresent(watch -> watch.committed(commit));
    }

    void heard(Heads.Head head) {
        find(head.study()).ifPresent(watch -> watch.heard(head.stream(), head.seq()));
    }

    /** Asks how far all streams have got, lest a bell was not heard. */
    Future<Void> poll() {
        if (watches.isEmpty()) {
            return Future.succeededFuture();
        }
        Set<UUID> followed = Set.copyOf(watches.keySet());
        return sources.heads()
                .heads(followed)
                .onSuccess(heads -> heads.forEach(this::heard))
                .mapEmpty();
    }

    void showPresence(long now) {
        watches.values().forEach(watch -> watch.showPresence(now));
    }

    private StudyWatch newWatch(UUID study) {
        return new StudyWatch(study, sources.log(), sources.reader(), rule);
    }

    private void forgetIdle() {
        List.copyOf(watches.entrySet()).stream()
                .filter(entry -> entry.getValue().isIdle())
                .forEach(entry -> watches.remove(entry.getKey()));
    }
}
