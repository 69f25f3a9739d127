package org.sepakat.faults;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.sepakat.faults.Finding.Rule;

/**
 * A row of the table.
 *
 * @param recoveryMillis the longest time from the end of a fault until every page was served again; -1 where nothing stopped
 * @param remark what else was seen, or empty
 */
record Outcome(
        String scenario, long acknowledged, int faults, long recoveryMillis, String remark, List<Finding> findings) {

    static final String HEADING = "%-58s %8s %6s %5s %10s %12s %6s %6s %11s  %s"
            .formatted(
                    "scenario",
                    "acked",
                    "faults",
                    "lost",
                    "duplicated",
                    "out_of_order",
                    "leaked",
                    "unseen",
                    "recovery_ms",
                    "remark");

    Outcome {
        findings = List.copyOf(findings);
    }

    boolean isClean() {
        return findings.isEmpty();
    }

    long count(Rule rule) {
        return findings.stream().filter(finding -> finding.rule() == rule).count();
    }

    /** A phantom is an act that was lost from the sender's view: it stands where nobody knows of it. */
    private long lost() {
        return count(Rule.LOST) + count(Rule.PHANTOM);
    }

    String row() {
        return "%-58s %8d %6d %5d %10d %12d %6d %6d %11s  %s"
                .formatted(
                        scenario,
                        acknowledged,
                        faults,
                        lost(),
                        count(Rule.DUPLICATED),
                        count(Rule.OUT_OF_ORDER),
                        count(Rule.LEAKED),
                        count(Rule.UNSEEN),
                        recoveryMillis < 0 ? "-" : String.valueOf(recoveryMillis),
                        remark);
    }

    JsonObject json() {
        return new JsonObject()
                .put("scenario", scenario)
                .put("acked", acknowledged)
                .put("faults", faults)
                .put("lost", lost())
                .put("duplicated", count(Rule.DUPLICATED))
                .put("out_of_order", count(Rule.OUT_OF_ORDER))
                .put("leaked", count(Rule.LEAKED))
                .put("unseen", count(Rule.UNSEEN))
                .put("finished", count(Rule.UNFINISHED) == 0)
                .put("recovery_ms", recoveryMillis < 0 ? null : recoveryMillis)
                .put("remark", remark);
    }
}
