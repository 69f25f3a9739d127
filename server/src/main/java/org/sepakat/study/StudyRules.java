package org.sepakat.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What may be done to a study's members, codebook versions and transcripts; rounds are {@link RoundRules}'. Pure. Every act here is a lead's, but for a
 * member's own joining and the founding of the study.
 */
public final class StudyRules {

    private StudyRules() {}

    /**
     * @param looked per round, who has looked at its figures or progress before reveal
     * @param ifRev the revision of the member, transcript or round that the actor had before them
     */
    public static Verdict<StudyAct> judge(
            Study study,
            Codebook codebook,
            Map<UUID, Set<UUID>> looked,
            Member actor,
            StudyAct act,
            @Nullable Integer ifRev) {
        if (act instanceof StudyAct.CreateStudy) {
            return study.members().isEmpty()
                    ? Verdict.accept(act)
                    : Verdict.refuse(Refusal.bad("body.study", "This study exists already."));
        }
        if (act instanceof StudyAct.JoinMember join) {
            return decide(act, refuseJoin(study, join));
        }
        if (!actor.isLead()) {
            return Verdict.refuse(Refusal.readOnly("Only a lead can do this."));
        }
        if (act instanceof StudyAct.ImportRound) {
            return decide(act, refuseImporter(study, actor).or(() -> refuseLeadsAct(study, looked, act, ifRev)));
        }
        if (act instanceof StudyAct.PublishCodebook publish) {
            return publish(study, codebook, actor, publish);
        }
        return decide(act, refuseLeadsAct(study, looked, act, ifRev));
    }

    /** An import is measured against the codebook under work, which is closed to a lead who is blind; even its preview would tell of it. */
    public static Optional<Refusal> refuseImporter(Study study, Member actor) {
        return CodebookRules.refuseEditor(study, actor);
    }

    private static Verdict<StudyAct> decide(StudyAct act, Optional<Refusal> refusal) {
        return refusal.<Verdict<StudyAct>>map(Verdict::refuse).orElseGet(() -> Verdict.accept(act));
    }

    private static Optional<Refusal> refuseLeadsAct(
            Study study, Map<UUID, Set<UUID>> looked, StudyAct act, @Nullable Integer ifRev) {
        if (act instanceof StudyAct.RenameStudy rename) {
            return refuseBlank("body.name", rename.name());
        }
        if (act instanceof StudyAct.AddMember add) {
            return study.members().containsKey(add.member())
                    ? Optional.of(Refusal.bad("body.member", "This member id is taken."))
                    : refuseBlank("body.name", add.name());
        }
        if (act instanceof StudyAct.ChangeMember change) {
            return refuseChange(study, change, ifRev);
        }
        if (act instanceof StudyAct.RemoveMember remove) {
            return study.findMember(remove.member())
                    .map(member -> refuseLosingTheLastLead(study, member, false))
                    .orElse(Optional.of(Refusal.notFound()));
        }
        if (act instanceof StudyAct.ImportTranscript in) {
            return study.transcripts().containsKey(in.transcript())
                    ? Optional.of(Refusal.bad("body.transcript", "This transcript id is taken."))
                    : refuseBlank("body.name", in.name());
        }
        if (act instanceof StudyAct.CorrectTranscript correct) {
            return refuseCorrection(study, correct);
        }
        if (act instanceof StudyAct.RenameTranscript rename) {
            return refuseRename(study, rename, ifRev);
        }
        return RoundRules.refuse(study, looked, act, ifRev);
    }

    static Optional<Refusal> refuseBlank(String path, String name) {
        return name.isBlank() ? Optional.of(Refusal.bad(path, "A name is needed.")) : Optional.empty();
    }

    static Optional<Refusal> refuseStale(int rev, @Nullable Integer ifRev) {
        return ifRev != null && ifRev == rev ? Optional.empty() : Optional.of(Refusal.stale(rev));
    }

    private static Optional<Refusal> refuseChange(Study study, StudyAct.ChangeMember change, @Nullable Integer ifRev) {
        Optional<Member> member = study.findMember(change.member());
        if (member.isEmpty()) {
            return Optional.of(Refusal.notFound());
        }
        return refuseStale(member.get().rev(), ifRev)
                .or(() -> refuseBlank("body.name", change.name()))
                .or(() -> refuseLosingTheLastLead(study, member.get(), change.role() == Role.LEAD))
                .or(() -> refuseObservingCoder(study, change));
    }

    private static Optional<Refusal> refuseLosingTheLastLead(Study study, Member member, boolean staysLead) {
        return member.isLead() && !staysLead && study.leads() == 1
                ? Optional.of(Refusal.readOnly("This is the only lead: make somebody else a lead first."))
                : Optional.empty();
    }

    private static Optional<Refusal> refuseObservingCoder(Study study, StudyAct.ChangeMember change) {
        boolean codes = study.rounds().values().stream()
                .anyMatch(round -> !round.phase().isRevealed() && round.hasCoder(change.member()));
        return change.role() == Role.OBSERVER && codes
                ? Optional.of(Refusal.readOnly("This member is assigned to a round that is not revealed yet."))
                : Optional.empty();
    }

    private static Optional<Refusal> refuseJoin(Study study, StudyAct.JoinMember join) {
        Optional<Member> member = study.findMember(join.member());
        if (member.isEmpty() || member.get().account() != null) {
            return Optional.of(Refusal.notFound());
        }
        boolean inAlready =
                study.members().values().stream().anyMatch(m -> join.account().equals(m.account()));
        return inAlready
                ? Optional.of(Refusal.bad("body.account", "This account is a member of the study already."))
                : Optional.empty();
    }

    private static Optional<Refusal> refuseCorrection(Study study, StudyAct.CorrectTranscript correct) {
        Transcript transcript = study.transcripts().get(correct.transcript());
        if (transcript == null) {
            return Optional.of(Refusal.notFound());
        }
        if (correct.version() != transcript.version() + 1) {
            return Optional.of(Refusal.staleVersion(transcript.version()));
        }
        if (!study.roundsToMove(transcript.id()).containsAll(correct.rounds())) {
            return Optional.of(
                    Refusal.bad(
                            "rounds",
                            "Only rounds that are being coded, with this transcript, can be moved to the corrected text: look at the preview again."));
        }
        return correct.sha256().equals(transcript.sha256()) && correct.segments() == transcript.segments()
                ? Optional.of(Refusal.bad("body", "This is the text as it stands: nothing was corrected."))
                : Optional.empty();
    }

    private static Optional<Refusal> refuseRename(
            Study study, StudyAct.RenameTranscript rename, @Nullable Integer ifRev) {
        Transcript transcript = study.transcripts().get(rename.transcript());
        return transcript == null
                ? Optional.of(Refusal.notFound())
                : refuseStale(transcript.rev(), ifRev).or(() -> refuseBlank("body.name", rename.name()));
    }

    private static Verdict<StudyAct> publish(
            Study study, Codebook codebook, Member actor, StudyAct.PublishCodebook publish) {
        Optional<Refusal> no = CodebookRules.refuseEditor(study, actor);
        if (no.isPresent()) {
            return Verdict.refuse(no.get());
        }
        if (publish.reason().isBlank()) {
            return Verdict.refuse(Refusal.bad("body.reason", "Say why this version is published."));
        }
        List<Theme> themes = codebook.living();
        List<Theme> published =
                study.newestCodebook().map(CodebookVersion::themes).orElse(List.of());
        if (themes.stream().noneMatch(Theme::codable) || themes.equals(published)) {
            return Verdict.refuse(Refusal.readOnly(
                    themes.equals(published)
                            ? "Nothing has changed since the last published version."
                            : "There is no theme to publish yet."));
        }
        int version = study.newestCodebook().map(CodebookVersion::version).orElse(0) + 1;
        return Verdict.accept(new StudyAct.PublishCodebook(publish.reason(), version, themes));
    }
}
