package org.sepakat.log;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sepakat.study.Act;
import org.sepakat.study.Assignment;
import org.sepakat.study.ConsensusAct;
import org.sepakat.study.DraftAct;
import org.sepakat.study.ErasableText;
import org.sepakat.study.Member;
import org.sepakat.study.Mode;
import org.sepakat.study.Outcome;
import org.sepakat.study.Phase;
import org.sepakat.study.Role;
import org.sepakat.study.Round;
import org.sepakat.study.RoundPlan;
import org.sepakat.study.Study;
import org.sepakat.study.StudyAct;
import org.sepakat.study.Submission;
import org.sepakat.study.Theme;
import org.sepakat.study.Transcript;
import org.sepakat.study.WorkAct;
import org.sepakat.text.Span;
import org.sepakat.text.TranscriptText;

/** Makes acts of every kind that a client may send, sensible and foolish ones, from a seed. */
final class RandomHistory {

    private static final int SEGMENT = 41;
    private static final List<Phase> PHASES = List.of(Phase.values());
    private static final List<Role> ROLES = List.of(Role.values());
    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());

    private final Random random;
    private final List<UUID> themes = new ArrayList<>();
    private final List<UUID> codings = new ArrayList<>();
    private final Map<UUID, Integer> themeRevs = new HashMap<>();
    private final List<ConsensusAct.RecordDecision> decisions = new ArrayList<>();
    private final Map<List<Object>, Integer> decisionRevs = new HashMap<>();

    RandomHistory(long seed, Team team) {
        random = new Random(seed);
        themes.addAll(List.of(team.trust, team.warm, team.cold));
        themes.forEach(theme -> themeRevs.put(theme, 1));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    UUID id() {
        return new UUID(
                (random.nextLong() & ~0xf000L) | 0x4000L, (random.nextLong() & 0x3fffffffffffffffL) | Long.MIN_VALUE);
    }

    UUID actor(Study study) {
        return below(12) == 0 ? id() : below(3) == 0 ? pick(study.members().keySet()) : lead(study);
    }

    private UUID lead(Study study) {
        return pick(study.members().values().stream()
                .filter(Member::isLead)
                .map(Member::id)
                .toList());
    }

    /** Somebody who may well be allowed to do it. */
    UUID actorOf(Study study, Act act) {
        if (act instanceof WorkAct work
                && !(work instanceof WorkAct.ReopenAssignments || work instanceof WorkAct.CloseAssignments)) {
            Round round = study.rounds().get(work.round());
            return round == null || round.coders().isEmpty() || below(15) == 0 ? actor(study) : pick(round.coders());
        }
        return actor(study);
    }

    Submission next(Study study) {
        Act act = below(10) < 6 && !study.rounds().isEmpty()
                ? below(4) == 0 ? settling(study) : work(study)
                : below(3) == 0 ? draft() : plan(study);
        return new Submission(id(), act, ifRev(study, act));
    }

    /** To be told of what was accepted, so that revisions are known. */
    void accepted(Act act) {
        if (act instanceof DraftAct.PutTheme put) {
            themeRevs.merge(put.theme().id(), 1, Integer::sum);
            themes.add(put.theme().id());
        } else if (act instanceof DraftAct.ArchiveTheme archive) {
            themeRevs.merge(archive.theme(), 1, Integer::sum);
        } else if (act instanceof WorkAct.ApplyTheme apply) {
            codings.add(apply.coding());
        } else if (act instanceof ConsensusAct.RecordDecision record) {
            decisionRevs.merge(
                    passage(record.round(), record.transcript(), record.theme(), record.segment()), 1, Integer::sum);
            decisions.add(record);
        } else if (act instanceof ConsensusAct.WithdrawDecision withdraw) {
            decisionRevs.remove(passage(withdraw.round(), withdraw.transcript(), withdraw.theme(), withdraw.segment()));
        }
    }

    private static List<Object> passage(UUID round, UUID transcript, UUID theme, Span segment) {
        return List.of(round, transcript, theme, segment);
    }

    /** Of few passages, so that decisions meet; often of a round that is revealed. */
    private ConsensusAct settling(Study study) {
        List<UUID> revealed = study.rounds().values().stream()
                .filter(round -> round.phase().isRevealed())
                .map(Round::id)
                .toList();
        UUID round = revealed.isEmpty() || below(6) == 0 ? aRound(study) : pick(revealed);
        UUID transcript = pick(study.transcripts().keySet());
        int start = below(3) * SEGMENT;
        Span segment = new Span(start, start + (below(10) == 0 ? 39 : 40));
        UUID theme = themes.get(below(3));
        if (below(4) == 0) {
            return new ConsensusAct.WithdrawDecision(round, transcript, theme, segment);
        }
        Outcome outcome = OUTCOMES.get(below(OUTCOMES.size()));
        var codings = new ArrayList<ConsensusAct.Decided>();
        for (int i = outcome == Outcome.NONE || outcome == Outcome.DEFER ? 0 : 1 + below(2); i > 0; i--) {
            UUID of = outcome == Outcome.OTHER ? themes.get(below(3)) : theme;
            codings.add(new ConsensusAct.Decided(id(), of, new Span(start + 3 + below(9), start + 20 + below(20))));
        }
        UUID decision = below(12) == 0 && !decisions.isEmpty()
                ? pick(decisions.stream()
                        .map(ConsensusAct.RecordDecision::decision)
                        .toList())
                : id();
        return new ConsensusAct.RecordDecision(
                round,
                decision,
                transcript,
                theme,
                segment,
                outcome,
                codings,
                ErasableText.written(below(9) == 0 ? "" : "reason " + below(99)));
    }

    /** The text with a word or two changed, its base segments where they were, so that later acts still meet them. */
    Founding.Corrected corrected(Study study) {
        Transcript transcript = study.transcripts().get(pick(study.transcripts().keySet()));
        var text = new StringBuilder(Stage.TEXT.text());
        for (int changes = 1 + below(3); changes > 0; changes--) {
            int at = below(12) * SEGMENT + 3 + below(30);
            text.setCharAt(at, text.charAt(at) == ' ' ? ' ' : (char) ('a' + below(26)));
        }
        return new Founding.Corrected(
                id(),
                Objects.requireNonNull(transcript).id(),
                transcript.version() + 1,
                new TranscriptText(text.toString(), Stage.TEXT.segments()),
                transcript.speakers(),
                below(3) == 0 ? Set.of() : study.roundsToMove(transcript.id()));
    }

    private @Nullable Integer ifRev(Study study, Act act) {
        if (below(20) == 0) {
            return below(4);
        }
        if (act instanceof DraftAct.PutTheme put) {
            return themeRevs.get(put.theme().id());
        }
        if (act instanceof DraftAct.ArchiveTheme archive) {
            return themeRevs.get(archive.theme());
        }
        if (act instanceof StudyAct.ChangeMember change) {
            Member member = study.members().get(change.member());
            return member == null ? null : (Integer) member.rev();
        }
        if (act instanceof StudyAct.RenameTranscript rename) {
            var transcript = study.transcripts().get(rename.transcript());
            return transcript == null ? null : (Integer) transcript.rev();
        }
        if (act instanceof ConsensusAct.RecordDecision record) {
            return decisionRevs.get(passage(record.round(), record.transcript(), record.theme(), record.segment()));
        }
        if (act instanceof ConsensusAct.WithdrawDecision withdraw) {
            return decisionRevs.get(
                    passage(withdraw.round(), withdraw.transcript(), withdraw.theme(), withdraw.segment()));
        }
        UUID round = act instanceof StudyAct.MoveRound move
                ? move.round()
                : act instanceof StudyAct.PlanRound plan ? plan.plan().round() : null;
        Round found = round == null ? null : study.rounds().get(round);
        return found == null ? null : (Integer) found.rev();
    }

    private DraftAct draft() {
        UUID theme = below(2) == 0 ? pick(themes) : id();
        if (below(5) == 0) {
            return new DraftAct.ArchiveTheme(theme);
        }
        Theme entry = Team.theme(theme, below(2) == 0 ? "tone" : null);
        return new DraftAct.PutTheme(new Theme(
                theme,
                below(3) == 0 ? pick(themes) : null,
                entry.label(),
                entry.definition(),
                entry.include(),
                entry.exclude(),
                1 + below(24),
                below(3) == 0 ? String.valueOf((char) ('a' + below(26))) : null,
                entry.scope(),
                entry.exclusiveGroup(),
                below(6) != 0,
                below(9),
                false));
    }

    private StudyAct plan(Study study) {
        return switch (below(12)) {
            case 0 -> new StudyAct.RenameStudy("Study " + below(99));
            case 1 -> new StudyAct.AddMember(id(), "Member " + below(99), role());
            case 2 -> new StudyAct.ChangeMember(pick(study.members().keySet()), "Named " + below(99), role());
            case 3 ->
                below(4) == 0
                        ? new StudyAct.RemoveMember(pick(study.members().keySet()))
                        : new StudyAct.RenameStudy("Kept");
            case 4 -> new StudyAct.PublishCodebook("reason " + below(99), 0, List.of());
            case 5 -> new StudyAct.RenameTranscript(pick(study.transcripts().keySet()), "Text " + below(99));
            case 6 -> new StudyAct.CreateRound(roundPlan(study, id()));
            case 7 -> new StudyAct.PlanRound(roundPlan(study, aRound(study)));
            case 8 ->
                new StudyAct.AddAssignment(
                        aRound(study),
                        pick(study.members().keySet()),
                        pick(study.transcripts().keySet()));
            default -> move(study);
        };
    }

    private StudyAct move(Study study) {
        Round round = study.rounds().get(aRound(study));
        if (round == null) {
            return new StudyAct.CreateRound(roundPlan(study, id()));
        }
        Phase next = round.phase() == Phase.CLOSED && round.mode() == Mode.OPEN && below(3) == 0
                ? Phase.CODING
                : PHASES.get(Math.min(PHASES.indexOf(round.phase()) + 1, PHASES.size() - 1));
        return new StudyAct.MoveRound(round.id(), below(10) == 0 ? PHASES.get(below(6)) : next);
    }

    private RoundPlan roundPlan(Study study, UUID round) {
        var assignments = new HashSet<Assignment>();
        List<UUID> transcripts = List.copyOf(study.transcripts().keySet());
        study.members().values().stream()
                .filter(member -> !member.removed() && member.role() != Role.OBSERVER && below(3) != 0)
                .forEach(member -> assignments.add(new Assignment(member.id(), pick(transcripts))));
        return new RoundPlan(
                round,
                "Round " + below(99),
                below(2) == 0 ? Mode.BLIND : Mode.OPEN,
                "turn",
                "any",
                transcripts,
                assignments);
    }

    private WorkAct work(Study study) {
        UUID round = aRound(study);
        UUID transcript = pick(study.transcripts().keySet());
        int segment = below(12) * SEGMENT;
        return switch (below(10)) {
            case 0, 1, 2, 3, 4 -> {
                int start = segment + 3 + below(20);
                yield new WorkAct.ApplyTheme(
                        round,
                        below(10) == 0 && !codings.isEmpty() ? pick(codings) : id(),
                        transcript,
                        pick(themes),
                        new Span(start, start + 1 + below(14) * (below(8) == 0 ? 10 : 1)),
                        List.of());
            }
            case 5, 6 -> new WorkAct.RemoveCoding(round, codings.isEmpty() ? id() : pick(codings));
            case 7 -> new WorkAct.MarkReviewed(round, transcript, new Span(segment, segment + 40));
            case 8 ->
                below(4) == 0
                        ? new WorkAct.ReopenAssignments(
                                round, pick(study.members().keySet()))
                        : new WorkAct.ClearReview(round, transcript, new Span(segment, segment + 40));
            default ->
                below(4) == 0
                        ? new WorkAct.CloseAssignments(
                                round, pick(study.members().keySet()))
                        : new WorkAct.MarkReviewed(round, transcript, new Span(segment, segment + 40));
        };
    }

    private Role role() {
        return below(2) == 0 ? Role.CODER : ROLES.get(below(3));
    }

    private UUID aRound(Study study) {
        return study.rounds().isEmpty() ? id() : pick(study.rounds().keySet());
    }

    private UUID pick(Collection<UUID> ids) {
        return List.copyOf(ids).get(below(ids.size()));
    }
}
