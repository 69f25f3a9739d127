package org.sepakat.study;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who may see what, when: the one answer for live sending, replay, search, export, report and command line (decision note 3, whose table is its
 * test). Nothing leaves the server by a way that does not pass here.
 */
public final class Visibility {

    /** What there is to see of a round. */
    public enum Thing {
        PLAN,
        OWN_CODINGS,
        CODINGS_OF_OTHERS,
        PRESENCE,
        PROGRESS_OF_OTHERS,
        AGREEMENT
    }

    /** Yes, no, or yes with the look recorded. */
    public enum Sight {
        YES,
        NO,
        LOGGED
    }

    private final Study study;

    public Visibility(Study study) {
        this.study = study;
    }

    /** What a member may see of a round; a removed member or a stranger sees nothing. */
    public Sight of(UUID viewer, Round round, Thing thing) {
        Optional<Member> member = study.findMember(viewer);
        if (member.isEmpty()) {
            return Sight.NO;
        }
        boolean assigned = round.hasCoder(viewer);
        return switch (thing) {
            case PLAN -> Sight.YES;
            case OWN_CODINGS -> when(assigned && round.phase() != Phase.DRAFT);
            case PRESENCE ->
                when(round.mode() == Mode.OPEN && round.phase() == Phase.CODING && takesPart(member.get(), assigned));
            case CODINGS_OF_OTHERS ->
                round.phase().isRevealed()
                        ? Sight.YES
                        : when(round.mode() == Mode.OPEN
                                && round.phase().isUnderWay()
                                && takesPart(member.get(), assigned));
            case PROGRESS_OF_OTHERS, AGREEMENT -> figures(member.get(), round, assigned);
        };
    }

    private static Sight figures(Member member, Round round, boolean assigned) {
        if (round.phase().isRevealed()) {
            return Sight.YES;
        }
        if (!round.phase().isUnderWay()) {
            return Sight.NO;
        }
        if (round.mode() == Mode.OPEN) {
            return when(takesPart(member, assigned));
        }
        return member.isLead() && !assigned ? Sight.LOGGED : Sight.NO;
    }

    private static boolean takesPart(Member member, boolean assigned) {
        return assigned || member.isLead();
    }

    private static Sight when(boolean allowed) {
        return allowed ? Sight.YES : Sight.NO;
    }

    /** Drafts are for leads and coders who are not blind: what one sharpens in mid-round would tell of what others found. */
    public boolean seesDrafts(UUID viewer) {
        return study.findMember(viewer)
                .filter(member -> member.role() != Role.OBSERVER && !study.isBlind(viewer))
                .isPresent();
    }

    /** Whether the viewer may see that the other one is here, in an open round: not if they share a round that is blind now. */
    public boolean seesPresence(UUID viewer, UUID other, Round round) {
        return !viewer.equals(other)
                && of(viewer, round, Thing.PRESENCE) == Sight.YES
                && of(other, round, Thing.PRESENCE) == Sight.YES
                && study.rounds().values().stream()
                        .noneMatch(r -> r.isBlindNow() && r.hasCoder(viewer) && r.hasCoder(other));
    }

    /** Whether the viewer may read that stream, which is always whole. */
    public boolean sees(UUID viewer, StreamRef stream) {
        if (study.findMember(viewer).isEmpty()) {
            return false;
        }
        return switch (stream.kind()) {
            case STUDY -> true;
            case DRAFTS -> seesDrafts(viewer);
            case ROUND, PRIVATE -> seesRoundStream(viewer, stream);
        };
    }

    private boolean seesRoundStream(UUID viewer, StreamRef stream) {
        Round round = stream.round() == null ? null : study.rounds().get(stream.round());
        if (round == null) {
            return false;
        }
        if (viewer.equals(stream.coder())) {
            return of(viewer, round, Thing.OWN_CODINGS) == Sight.YES;
        }
        return of(viewer, round, Thing.CODINGS_OF_OTHERS) == Sight.YES;
    }

    /** Those of the given streams that the viewer may read. */
    public Set<StreamRef> visible(UUID viewer, Set<StreamRef> streams) {
        return streams.stream().filter(stream -> sees(viewer, stream)).collect(Collectors.toSet());
    }

    /** The members whose codings of that round the viewer may see. */
    public Set<UUID> visibleCoders(UUID viewer, Round round) {
        if (of(viewer, round, Thing.CODINGS_OF_OTHERS) == Sight.YES) {
            return round.coders();
        }
        var own = new TreeSet<UUID>();
        if (of(viewer, round, Thing.OWN_CODINGS) == Sight.YES) {
            own.add(viewer);
        }
        return own;
    }
}
