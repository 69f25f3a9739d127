package org.sepakat.log;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.sepakat.consensus.Settled;
import org.sepakat.store.Coder;
import org.sepakat.store.SnapshotJson;
import org.sepakat.study.Codebook;
import org.sepakat.study.ConsensusAct;
import org.sepakat.study.DraftAct;
import org.sepakat.study.StreamRef;
import org.sepakat.study.Study;
import org.sepakat.study.StudyAct;
import org.sepakat.study.Work;
import org.sepakat.study.WorkAct;

/** What a stream's ops say, by the pure model alone. */
final class Fold {

    private Fold() {}

    static Study study(UUID study, List<RecordedOp> ops) {
        Study state = Study.empty(study);
        for (RecordedOp op : ops) {
            state = state.apply((StudyAct) ActJson.fromLog(op.kind(), op.body()));
        }
        return state;
    }

    static Codebook codebook(List<RecordedOp> ops) {
        Codebook state = Codebook.EMPTY;
        for (RecordedOp op : ops) {
            state = state.apply((DraftAct) ActJson.fromLog(op.kind(), op.body()));
        }
        return state;
    }

    static Map<Coder, Work> work(List<RecordedOp> ops) {
        var state = new TreeMap<Coder, Work>();
        for (RecordedOp op : ops) {
            if (!(ActJson.fromLog(op.kind(), op.body()) instanceof WorkAct act)) {
                continue;
            }
            var coder = Needs.coder(act, op.actor());
            state.put(coder, state.getOrDefault(coder, Work.NONE).apply(act));
        }
        return state;
    }

    static Settled settled(List<RecordedOp> ops) {
        Settled state = Settled.NOTHING;
        for (RecordedOp op : ops) {
            if (ActJson.fromLog(op.kind(), op.body()) instanceof ConsensusAct act) {
                state = state.apply(act, op.actor(), op.at());
            }
        }
        return state;
    }

    /** As a snapshot would write it. */
    static JsonObject snapshot(UUID study, StreamRef ref, List<RecordedOp> ops) {
        return switch (ref.kind()) {
            case STUDY -> SnapshotJson.of(study(study, ops));
            case DRAFTS -> SnapshotJson.of(codebook(ops));
            case ROUND -> SnapshotJson.of(work(ops), settled(ops));
            case PRIVATE -> SnapshotJson.of(work(ops));
        };
    }
}
