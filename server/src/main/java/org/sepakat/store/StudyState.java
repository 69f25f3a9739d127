package org.sepakat.store;

import java.util.UUID;
import org.sepakat.study.Codebook;
import org.sepakat.study.Study;

/**
 * A study and its codebook under work as of the heads of their two streams. What it was at those heads never changes, so it may be kept in memory; whoever
 * decides by it makes sure inside the transaction that the heads are still these.
 */
public record StudyState(Study study, long head, Codebook codebook, long draftsHead) {

    /** Before the first op. */
    public static StudyState none(UUID study) {
        return new StudyState(Study.empty(study), 0, Codebook.EMPTY, 0);
    }

    public boolean isFounded() {
        return head > 0;
    }
}
