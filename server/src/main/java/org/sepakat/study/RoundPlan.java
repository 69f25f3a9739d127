package org.sepakat.study;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a lead writes down before a round starts. */
public record RoundPlan(
        UUID round,
        String name,
        Mode mode,
        String unit,
        String rule,
        List<UUID> transcripts,
        Set<Assignment> assignments) {

    public RoundPlan {
        transcripts = List.copyOf(transcripts);
        assignments = Set.copyOf(assignments);
    }
}
