package org.sepakat.study;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a lead may plan and move a round (decision notes 2, 3 and 5). Pure. */
final class RoundRules {

    private static final Pattern UNIT =
            Pattern.compile("turn|paragraph|sentence|token|character|window:[1-9][0-9]{0,5}");
    private static final Pattern RULE = Pattern.compile("any|half|share:(?!0?\\.0+$)(0?\\.[0-9]{1,4}|1(\\.0{1,4})?)");

    private static final Refusal TOO_BIG = Refusal.of(
            ErrorCode.E_TOO_BIG,
            "A round holds at most " + RoundPlan.MOST_TRANSCRIPTS + " transcripts and " + RoundPlan.MOST_ASSIGNMENTS
                    + " assignments.");
    private static final Refusal NOT_IMPORTABLE = Refusal.bad(
            "body.assignments", "The coders of an imported round are coders of the study who have no account.");

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
        if (act instanceof StudyAct.ImportRound in) {
            return refuseImport(study, in);
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
        Optional<Refusal> measure = refuseMeasure(plan.unit(), plan.rule());
        if (measure.isPresent()) {
            return measure;
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

    private static Optional<Refusal> refuseMeasure(String unit, String rule) {
        if (!UNIT.matcher(unit).matches()) {
            return Optional.of(
                    Refusal.bad("body.unit", "A unit is turn, paragraph, sentence, token, character or window:n."));
        }
        return RULE.matcher(rule).matches()
                ? Optional.empty()
                : Optional.of(Refusal.bad("body.rule", "A rule is any, half or share:x with x above 0 and at most 1."));
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

    /** Its coders are members without accounts: nobody's acts are written for somebody who could have done them. */
    private static Optional<Refusal> refuseImport(Study study, StudyAct.ImportRound in) {
        if (study.rounds().containsKey(in.round())) {
            return Optional.of(Refusal.bad("body.round", "This round id is taken."));
        }
        if (in.name().isBlank()) {
            return StudyRules.refuseBlank("body.name", in.name());
        }
        if (in.transcripts().size() > RoundPlan.MOST_TRANSCRIPTS
                || in.assignments().size() > RoundPlan.MOST_ASSIGNMENTS) {
            return Optional.of(TOO_BIG);
        }
        Optional<Refusal> measure = refuseMeasure(in.unit(), in.rule());
        if (measure.isPresent()) {
            return measure;
        }
        boolean pinned = !in.transcripts().isEmpty()
                && in.transcripts().stream().allMatch(pin -> isNewest(study, pin))
                && in.codebookVersion() > 0
                && in.codebookVersion() <= study.codebooks().size();
        if (!pinned) {
            return Optional.of(
                    Refusal.bad("body.transcripts", "An imported round pins texts and a codebook of the study."));
        }
        Round round = Round.imported(in);
        boolean coders = !round.assignments().isEmpty()
                && round.assignments().stream().allMatch(a -> round.versionOf(a.transcript()) != null)
                && round.coders().stream().allMatch(coder -> isImportable(study, coder));
        return coders ? refuseShowingBlindCoders(study, round) : Optional.of(NOT_IMPORTABLE);
    }

    private static boolean isNewest(Study study, Round.Pinned pin) {
        Transcript transcript = study.transcripts().get(pin.transcript());
        return transcript != null && transcript.version() == pin.version();
    }

    private static boolean isImportable(Study study, UUID coder) {
        return study.findMember(coder)
                .filter(member -> member.role() == Role.CODER && member.account() == null)
                .isPresent();
    }

    private static Optional<Refusal> refuseShowingBlindCoders(Study study, Round imported) {
        Set<UUID> transcripts =
                imported.transcripts().stream().map(Round.Pinned::transcript).collect(Collectors.toSet());
        return refuseShowingBlindCoders(study, transcripts, imported.coders());
    }

    /** [I3] What somebody codes blind must not lie open in an import in that same name. */
    static Optional<Refusal> refuseShowingBlindCoders(Study study, Set<UUID> transcripts, Set<UUID> people) {
        return study.rounds().values().stream()
                .filter(Round::isBlindNow)
                .filter(blind -> transcripts.stream().anyMatch(t -> blind.versionOf(t) != null)
                        && people.stream().anyMatch(blind::hasCoder))
                .findFirst()
                .map(blind -> Refusal.readOnly("The blind round '" + blind.name()
                        + "' has a transcript and a coder in common with this import: reveal it first."));
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

    /** A transcript and a coder. */
    private static boolean sharesWork(Round one, Round other) {
        return one.transcripts().stream().anyMatch(t -> other.versionOf(t.transcript()) != null)
                && one.coders().stream().anyMatch(other::hasCoder);
    }

    /**
     * A transcript may not be in an open and in a blind round at once if the two share a coder: the open one would show what the blind one hides.
     */
    private static Optional<Refusal> refuseOverlap(Study study, Round round) {
        return study.rounds().values().stream()
                .filter(other -> !other.id().equals(round.id()) && other.phase().isUnderWay())
                .filter(other -> other.mode() != round.mode())
                .filter(other -> sharesWork(other, round))
                .findFirst()
                .map(other -> Refusal.readOnly(
                        "The round '" + other.name() + "' has a transcript and a coder in common with this one,"
                                + " and one of the two is blind: reveal it first."));
    }
}
