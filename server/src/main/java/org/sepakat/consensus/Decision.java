package org.sepakat.consensus;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.sepakat.study.ConsensusAct.Decided;
import org.sepakat.study.ErasableText;
import org.sepakat.study.Outcome;

/**
 * What stands decided of a passage.
 *
 * @param codings what the reference holds by it
 * @param rev counts decisions of the passage since it was last open, from 1
 */
public record Decision(
        UUID id,
        Passage passage,
        Outcome outcome,
        List<Decided> codings,
        ErasableText reason,
        UUID by,
        Instant at,
        int rev) {

    public Decision {
        codings = List.copyOf(codings);
    }

    /** What it was for is no longer told, if it was that. */
    Decision without(UUID content) {
        return new Decision(id, passage, outcome, codings, reason.without(content), by, at, rev);
    }
}
