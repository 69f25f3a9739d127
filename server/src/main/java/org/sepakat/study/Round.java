package org.sepakat.study;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One pass over some transcripts by some coders.
 *
 * @param unit and {@code rule}: what agreement was planned to count; a figure may choose others
 * @param codebookVersion pinned at start, null before
 * @param transcripts versions pinned at start, in the plan's order; in draft the newest ones
 * @param rev counts changes of plan and phase from 1
 */
public record Round(
        UUID id,
        String name,
        Mode mode,
        Phase phase,
        String unit,
        String rule,
        @Nullable Integer codebookVersion,
        List<Pinned> transcripts,
        Set<Assignment> assignments,
        int rev) {

    /** One version of a transcript. */
    public record Pinned(UUID transcript, int version) {}

    public Round {
        transcripts = List.copyOf(transcripts);
        assignments = Collections.unmodifiableSet(new TreeSet<>(assignments));
    }

    public boolean hasCoder(UUID member) {
        return assignments.stream().anyMatch(a -> a.member().equals(member));
    }

    public boolean assigns(UUID member, UUID transcript) {
        return assignments.contains(new Assignment(member, transcript));
    }

    public Set<UUID> coders() {
        var coders = new TreeSet<UUID>();
        assignments.forEach(a -> coders.add(a.member()));
        return coders;
    }

    /** Blind, begun and not revealed: its coders must learn nothing of each other. */
    public boolean isBlindNow() {
        return mode == Mode.BLIND && phase.isUnderWay();
    }

    public @Nullable Integer versionOf(UUID transcript) {
        return transcripts.stream()
                .filter(t -> t.transcript().equals(transcript))
                .map(Pinned::version)
                .findFirst()
                .orElse(null);
    }

    Round moved(Phase to) {
        return new Round(id, name, mode, to, unit, rule, codebookVersion, transcripts, assignments, rev + 1);
    }

    Round startedWith(int codebook, List<Pinned> pinned) {
        return new Round(id, name, mode, Phase.CODING, unit, rule, codebook, pinned, assignments, rev + 1);
    }

    /** Being coded, and with that transcript: a lead may move it to a corrected text. Others keep theirs; a draft takes the newest when it starts. */
    public boolean mayTakeOver(UUID transcript) {
        return phase == Phase.CODING && versionOf(transcript) != null;
    }

    Round withVersion(UUID transcript, int version) {
        var pinned = transcripts.stream()
                .map(t -> t.transcript().equals(transcript) ? new Pinned(transcript, version) : t)
                .toList();
        return new Round(id, name, mode, phase, unit, rule, codebookVersion, pinned, assignments, rev + 1);
    }

    Round withAssignment(Assignment assignment) {
        var more = new TreeSet<>(assignments);
        more.add(assignment);
        return new Round(id, name, mode, phase, unit, rule, codebookVersion, transcripts, more, rev + 1);
    }

    /** What a lead planned, in the order of the plan. */
    static Round planned(RoundPlan plan, Map<UUID, Integer> newestVersions, int rev) {
        var pinned = plan.transcripts().stream()
                .map(t -> new Pinned(t, newestVersions.getOrDefault(t, 1)))
                .toList();
        return new Round(
                plan.round(),
                plan.name(),
                plan.mode(),
                Phase.DRAFT,
                plan.unit(),
                plan.rule(),
                null,
                pinned,
                plan.assignments(),
                rev);
    }

    /** Coded elsewhere, and open to all from the first. */
    static Round imported(StudyAct.ImportRound in) {
        return new Round(
                in.round(),
                in.name(),
                Mode.IMPORTED,
                Phase.REVEALED,
                in.unit(),
                in.rule(),
                in.codebookVersion(),
                in.transcripts(),
                in.assignments(),
                1);
    }
}
