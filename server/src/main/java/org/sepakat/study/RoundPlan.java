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

    public static final int MOST_TRANSCRIPTS = 1_000;
    public static final int MOST_ASSIGNMENTS = 10_000;

    public RoundPlan {
        transcripts = List.copyOf(transcripts);
        assignments = Set.copyOf(assignments);
    }
}
