package org.sepakat.log;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.sepakat.store.StreamInfo;
import org.sepakat.study.Act;
import org.sepakat.study.Mode;
import org.sepakat.study.Phase;
import org.sepakat.study.Round;
import org.sepakat.study.StreamKind;
import org.sepakat.study.StreamRef;
import org.sepakat.study.Study;
import org.sepakat.study.StudyAct;
import org.sepakat.study.WorkAct;

/** When streams are born, frozen and unfrozen (decision note 2), as a function of an accepted act. Holds the streams a transaction has locked. */
final class StreamLife {

    private final Map<StreamRef, StreamInfo> streams;
    private final Supplier<UUID> ids;

    StreamLife(Map<StreamRef, StreamInfo> streams, Supplier<UUID> ids) {
        this.streams = new HashMap<>(streams);
        this.ids = ids;
    }

    Map<StreamRef, StreamInfo> streams() {
        return streams;
    }

    /** Before the act is appended: the founding of a study makes the stream that records it. */
    void found(Act act) {
        if (act instanceof StudyAct.CreateStudy) {
            add(StreamRef.STUDY, false);
            add(StreamRef.DRAFTS, false);
        }
    }

    /** Takes the next seq. */
    StreamInfo advance(StreamRef ref) {
        StreamInfo stream = streams.get(ref);
        if (stream == null) {
            throw new IllegalStateException("an accepted act has no stream of kind " + ref.kind());
        }
        var next = new StreamInfo(stream.id(), ref, stream.head() + 1, stream.frozen());
        streams.put(ref, next);
        return next;
    }

    boolean isFrozen(StreamRef ref) {
        StreamInfo stream = streams.get(ref);
        return stream != null && stream.frozen();
    }

    /** @param study after the act */
    void follow(Act act, Study study) {
        if (act instanceof StudyAct.MoveRound move) {
            moved(round(study, move.round()));
        } else if (act instanceof StudyAct.ImportRound in) {
            imported(round(study, in.round()));
        } else if (act instanceof StudyAct.AddAssignment add) {
            assigned(round(study, add.round()), add.member());
        } else if (act instanceof WorkAct.ReopenAssignments reopen) {
            freeze(StreamRef.ofCoder(reopen.round(), reopen.member()), false);
        } else if (act instanceof WorkAct.CloseAssignments close) {
            freeze(StreamRef.ofCoder(close.round(), close.member()), true);
        }
    }

    /** What was coded elsewhere is never coded on here. */
    private void imported(Round round) {
        add(StreamRef.ofRound(round.id()), isFrozen(round));
        round.coders().forEach(coder -> add(StreamRef.ofCoder(round.id(), coder), true));
    }

    private void moved(Round round) {
        StreamRef own = StreamRef.ofRound(round.id());
        if (!streams.containsKey(own)) {
            add(own, isFrozen(round));
            round.coders().forEach(coder -> assigned(round, coder));
            return;
        }
        for (StreamRef ref : Map.copyOf(streams).keySet()) {
            if (round.id().equals(ref.round())) {
                freeze(ref, ref.kind() == StreamKind.PRIVATE ? round.phase() != Phase.CODING : isFrozen(round));
            }
        }
    }

    /** A round's own stream takes codings while an open round is coded, and decisions of any round from reveal on. */
    private static boolean isFrozen(Round round) {
        return round.mode() == Mode.OPEN
                ? round.phase() == Phase.CLOSED
                : !round.phase().isRevealed();
    }

    private void assigned(Round round, UUID coder) {
        StreamRef ref = StreamRef.ofCoder(round.id(), coder);
        if (round.isBlindNow() && !streams.containsKey(ref)) {
            add(ref, false);
        }
    }

    private void add(StreamRef ref, boolean frozen) {
        streams.put(ref, new StreamInfo(ids.get(), ref, 0, frozen));
    }

    private void freeze(StreamRef ref, boolean frozen) {
        streams.computeIfPresent(ref, (r, stream) -> new StreamInfo(stream.id(), ref, stream.head(), frozen));
    }

    private static Round round(Study study, UUID round) {
        Round found = study.rounds().get(round);
        if (found == null) {
            throw new IllegalStateException("an accepted act names a round that is not in the study");
        }
        return found;
    }
}
