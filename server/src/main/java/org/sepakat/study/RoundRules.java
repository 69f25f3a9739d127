package org.sepakat.study;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a lead may plan and move a round (decision notes 2, 3 and 5). Pure. */
final class RoundRules {

    private static final Pattern UNIT =
            Pattern.compile("turn|paragraph|sentence|token|character|window:[1-9][0-9]{0,5}");
    private static final Pattern RULE = Pattern.compile("any|half|share:(?!0?\\.0+$)(0?\\.[0-9]{1,4}|1(\\.0{1,4})?)");

    private RoundRules() {}

    static Optional<Refusal> refuse(Study study, Map<UUID, Set<UUID>> looked, StudyAct act, @Nullable Integer ifRev) {
        if (act instanceof StudyAct.CreateRound create) {
            return study.rounds().containsKey(create.plan().round())
                    ? Optional.of(Refusal.bad("body.round", "This round id is taken."))
                    : refusePlan(study, looked, create.plan());
        }
        if (act instanceof StudyAct.PlanRound plan) {
            return find(study, plan.plan().round())
                    .map(round -> StudyRules.refuseStale(round.rev(), ifRev)
                            .or(() -> refuseUnlessDraft(round))
                            .or(() -> refusePlan(study, looked, plan.plan())))
                    .orElse(Optional.of(Refusal.notFound()));
        }
        if (act instanceof StudyAct.AddAssignment add) {
            return find(study, add.round())
                    .map(round -> refuseAssignment(study, looked, round, add))
                    .orElse(Optional.of(Refusal.notFound()));
        }
        StudyAct.MoveRound move = (StudyAct.MoveRound) act;
        return find(study, move.round())
                .map(round -> StudyRules.refuseStale(round.rev(), ifRev)
                        .or(() -> refuseMove(study, looked, round, move.to())))
                .orElse(Optional.of(Refusal.notFound()));
    }

    private static Optional<Round> find(Study study, UUID round) {
        return Optional.ofNullable(study.rounds().get(round));
    }

    private static Optional<Refusal> refuseUnlessDraft(Round round) {
        return round.phase() == Phase.DRAFT
                ? Optional.empty()
                : Optional.of(Refusal.readOnly("The round has started: its plan no longer changes."));
    }

    private static Optional<Refusal> refusePlan(Study study, Map<UUID, Set<UUID>> looked, RoundPlan plan) {
        if (plan.name().isBlank()) {
            return StudyRules.refuseBlank("body.name", plan.name());
        }
        if (plan.mode() == Mode.IMPORTED) {
            return Optional.of(
                    Refusal.bad("body.mode", "A round is planned blind or open; imported ones come with an import."));
        }
        if (!UNIT.matcher(plan.unit()).matches()) {
            return Optional.of(
                    Refusal.bad("body.unit", "A unit is turn, paragraph, sentence, token, character or window:n."));
        }
        if (!RULE.matcher(plan.rule()).matches()) {
            return Optional.of(
                    Refusal.bad("body.rule", "A rule is any, half or share:x with x above 0 and at most 1."));
        }
        if (!study.transcripts().keySet().containsAll(plan.transcripts())
                || Set.copyOf(plan.transcripts()).size() != plan.transcripts().size()) {
            return Optional.of(
                    Refusal.bad("body.transcripts", "Each transcript must be one of the study, named once."));
        }
        return plan.assignments().stream()
                .map(a -> plan.transcripts().contains(a.transcript())
                        ? refuseCoder(study, looked, plan.round(), a.member())
                        : Optional.of(
                                Refusal.bad("body.assignments", "An assignment names a transcript outside the round.")))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Refusal> refuseCoder(Study study, Map<UUID, Set<UUID>> looked, UUID round, UUID coder) {
        Optional<Member> member = study.findMember(coder);
        if (member.isEmpty() || member.get().role() == Role.OBSERVER) {
            return Optional.of(
                    Refusal.bad("body.assignments", "Coders are members of the study who are no observers."));
        }
        return looked.getOrDefault(round, Set.of()).contains(coder)
                ? Optional.of(Refusal.readOnly(
                        "This member has looked at the round's progress or figures and can no longer code in it."))
                : Optional.empty();
    }

    private static Optional<Refusal> refuseAssignment(
            Study study, Map<UUID, Set<UUID>> looked, Round round, StudyAct.AddAssignment add) {
        if (round.phase() != Phase.DRAFT && round.phase() != Phase.CODING) {
            return Optional.of(Refusal.readOnly("The round is closed: nobody can be assigned to it any more."));
        }
        if (round.versionOf(add.transcript()) == null) {
            return Optional.of(Refusal.bad("body.transcript", "This transcript is not in the round."));
        }
        if (round.assigns(add.member(), add.transcript())) {
            return Optional.of(Refusal.bad("body.transcript", "This coder is assigned to this transcript already."));
        }
        return refuseCoder(study, looked, round.id(), add.member())
                .or(() -> round.phase() == Phase.CODING
                        ? refuseOverlap(study, round.withAssignment(new Assignment(add.member(), add.transcript())))
                        : Optional.empty());
    }

    private static Optional<Refusal> refuseMove(Study study, Map<UUID, Set<UUID>> looked, Round round, Phase to) {
        if (!round.phase().leadsTo(to, round.mode())) {
            return Optional.of(Refusal.readOnly(
                    "A round that is in " + round.phase().word() + " cannot move to " + to.word() + "."));
        }
        return to == Phase.CODING ? refuseStart(study, looked, round) : Optional.empty();
    }

    private static Optional<Refusal> refuseStart(Study study, Map<UUID, Set<UUID>> looked, Round round) {
        if (study.newestCodebook().isEmpty()) {
            return Optional.of(Refusal.readOnly("Publish a codebook version before the round starts."));
        }
        if (round.transcripts().isEmpty() || round.assignments().isEmpty()) {
            return Optional.of(
                    Refusal.readOnly("A round needs at least one transcript and one coder before it starts."));
        }
        return round.coders().stream()
                .map(coder -> refuseCoder(study, looked, round.id(), coder))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> refuseOverlap(study, round));
    }

    /**
     * A transcript may not be in an open and in a blind round at once if the two share a coder: the open one would show what the blind one hides.
     */
    private static Optional<Refusal> refuseOverlap(Study study, Round round) {
        return study.rounds().values().stream()
                .filter(other -> !other.id().equals(round.id()) && other.phase().isUnderWay())
                .filter(other -> other.mode() != round.mode())
                .filter(other -> other.transcripts().stream().anyMatch(t -> round.versionOf(t.transcript()) != null))
                .filter(other -> other.coders().stream().anyMatch(round::hasCoder))
                .findFirst()
                .map(other -> Refusal.readOnly(
                        "The round '" + other.name() + "' has a transcript and a coder in common with this one,"
                                + " and one of the two is blind: reveal it first."));
    }
}
