package org.sepakat.log;

import java.util.List;
import java.util.UUID;
import org.sepakat.study.StreamRef;

/** What one transaction added to one stream: told after COMMIT, in order, without gaps. */
public record Commit(UUID study, UUID stream, StreamRef ref, List<RecordedOp> ops) {

    public long head() {
        return ops.get(ops.size() - 1).seq();
    }
}
