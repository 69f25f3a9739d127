package org.sepakat.faults;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sepakat.log.RecordedOp;
import org.sepakat.study.StreamRef;

/** The streams of a study as they stand when all is quiet. */
record FinalLog(Map<UUID, Stream> streams) {

    /** @param head the counter's own word, beside the ops */
    record Stream(StreamRef ref, long head, List<RecordedOp> ops) {
        Stream {
            ops = List.copyOf(ops);
        }
    }

    FinalLog {
        streams = Map.copyOf(streams);
    }
}
