package org.sepakat.live;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sepakat.store.StreamInfo;
import org.sepakat.store.StudyReader.Overview;
import org.sepakat.study.Member;
import org.sepakat.study.Visibility;

/** The streams that a member may read now, in the order in which they are sent: the study's, drafts, rounds, coders. */
record Reach(Member member, List<StreamInfo> streams) {

    /** How a reach is found; there is one such rule, and a test that breaks it on purpose. */
    @FunctionalInterface
    interface Rule {

        /** Empty for who is no member (any more). */
        Optional<Reach> of(Overview overview, UUID member);
    }

    private static final Comparator<StreamInfo> ORDER = Comparator.comparing(
                    (StreamInfo stream) -> stream.ref().kind())
            .thenComparing(stream -> String.valueOf(stream.ref().round()))
            .thenComparing(stream -> String.valueOf(stream.ref().coder()));

    static Optional<Reach> of(Overview overview, UUID member) {
        var visibility = new Visibility(overview.study());
        return overview.study()
                .findMember(member)
                .map(present -> new Reach(
                        present,
                        overview.streams().stream()
                                .filter(stream -> visibility.sees(member, stream.ref()))
                                .sorted(ORDER)
                                .toList()));
    }

    Set<UUID> ids() {
        return streams.stream().map(StreamInfo::id).collect(Collectors.toSet());
    }

    Optional<StreamInfo> find(UUID stream) {
        return streams.stream().filter(info -> info.id().equals(stream)).findFirst();
    }

    /** Whether a client would see no difference in {@code streams}. */
    boolean saysTheSameAs(Reach other) {
        return member.role() == other.member.role() && ids().equals(other.ids());
    }
}
