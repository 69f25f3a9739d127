package org.sepakat.live;

import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.sepakat.study.Round;
import org.sepakat.study.Study;
import org.sepakat.study.Visibility;

/**
 * Who is where in the open rounds of one study, for as long as they keep saying so: in memory only. What one reader is shown depends on nobody whom
 * Visibility hides from that reader. Times are milliseconds of one clock.
 */
final class Presence {

    /**
     * A member's place.
     *
     * @param segment index of a base segment, if it is as exact as that
     */
    record Here(UUID member, UUID transcript, @Nullable Integer segment) {
        JsonObject json() {
            var json = new JsonObject().put("member", member.toString()).put("transcript", transcript.toString());
            return segment == null ? json : json.put("segment", segment);
        }
    }

    private record Entry(Here here, long until) {}

    private record Pair(UUID viewer, UUID other, UUID round) {}

    private final Map<UUID, TreeMap<UUID, Entry>> rounds = new TreeMap<>();
    private final Map<Pair, Boolean> sights = new HashMap<>();
    private Optional<Study> study = Optional.empty();
    private boolean changed;

    /** The study as it stands: who sees whom is found out anew. */
    void studyIs(Optional<Study> now) {
        study = now;
        sights.clear();
        changed = true;
    }

    /** Whether a member may be shown at that place at all. */
    boolean admits(UUID member, UUID round, UUID transcript) {
        return isTrue(
                round,
                (visibility, r) -> r.versionOf(transcript) != null
                        && visibility.of(member, r, Visibility.Thing.PRESENCE) == Visibility.Sight.YES);
    }

    void put(UUID round, Here here, long until) {
        rounds.computeIfAbsent(round, fresh -> new TreeMap<>()).put(here.member(), new Entry(here, until));
        changed = true;
    }

    /** Whether anything has changed since this was last asked; forgets who has fallen silent. */
    boolean isChanged(long now) {
        for (Map<UUID, Entry> round : rounds.values()) {
            changed |= round.values().removeIf(entry -> entry.until() <= now);
        }
        rounds.values().removeIf(Map::isEmpty);
        boolean was = changed;
        changed = false;
        return was;
    }

    Set<UUID> rounds() {
        return rounds.keySet();
    }

    /** The others in that round whom the viewer may know to be here, by member. */
    List<Here> seenBy(UUID viewer, UUID round) {
        return rounds.getOrDefault(round, new TreeMap<>()).values().stream()
                .map(Entry::here)
                .filter(here -> sights.computeIfAbsent(new Pair(viewer, here.member(), round), this::sees))
                .toList();
    }

    private boolean sees(Pair pair) {
        return isTrue(pair.round(), (visibility, round) -> visibility.seesPresence(pair.viewer(), pair.other(), round));
    }

    private boolean isTrue(UUID round, BiPredicate<Visibility, Round> question) {
        return study.filter(now -> {
                    Round found = now.rounds().get(round);
                    return found != null && question.test(new Visibility(now), found);
                })
                .isPresent();
    }
}
