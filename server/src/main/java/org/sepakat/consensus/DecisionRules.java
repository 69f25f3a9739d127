package org.sepakat.consensus;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sepakat.study.ConsensusAct;
import org.sepakat.study.ConsensusAct.Decided;
import org.sepakat.study.ConsensusAct.RecordDecision;
import org.sepakat.study.ContentEntry;
import org.sepakat.study.Outcome;
import org.sepakat.study.Phase;
import org.sepakat.study.Refusal;
import org.sepakat.study.Round;
import org.sepakat.study.Theme;
import org.sepakat.study.Verdict;
import org.sepakat.study.Work;
import org.sepakat.study.WorkRules;
import org.sepakat.text.Span;
import org.sepakat.text.SpanUnion;
import org.sepakat.text.TranscriptText;

/** What may be settled of a round: by a lead, from reveal until the round is final, of a theme at a base segment. Pure. */
public final class DecisionRules {

    private DecisionRules() {}

    /** @param ifRev of the decision that stood there before the actor's eyes, or null for none */
    public static Verdict<ConsensusAct> judge(DecisionDesk desk, ConsensusAct act, @Nullable Integer ifRev) {
        Round round = desk.study().rounds().get(act.round());
        if (round == null || desk.actor().removed()) {
            return Verdict.refuse(Refusal.notFound());
        }
        Refusal no = act instanceof ConsensusAct.EraseContent erase
                ? refuseErase(desk, erase)
                : refuse(desk, round, act, ifRev);
        return no == null ? Verdict.accept(act) : Verdict.refuse(no);
    }

    /** In whatever phase: a wish to be forgotten does not wait for one. */
    private static @Nullable Refusal refuseErase(DecisionDesk desk, ConsensusAct.EraseContent erase) {
        ContentEntry content = desk.contents().get(erase.content());
        if (content == null || !erase.round().equals(content.round())) {
            return Refusal.notFound();
        }
        if (!desk.actor().isLead() && !content.author().equals(desk.actor().id())) {
            return Refusal.readOnly("Only a lead or its author erases a text.");
        }
        return content.erased() ? Refusal.bad("body.content", "This text has been erased already.") : null;
    }

    private static @Nullable Refusal refuse(DecisionDesk desk, Round round, ConsensusAct act, @Nullable Integer ifRev) {
        if (!desk.actor().isLead()) {
            return Refusal.readOnly("Only a lead decides.");
        }
        if (!round.phase().isRevealed()) {
            return Refusal.readOnly("Decisions begin when the round is revealed.");
        }
        if (round.phase() == Phase.FINAL) {
            return Refusal.readOnly("The round is final: what was decided in it stands.");
        }
        if (act instanceof RecordDecision record) {
            return refuseRecord(desk, record, ifRev);
        }
        if (act instanceof ConsensusAct.WithdrawDecision withdraw) {
            Decision standing = desk.settled().decisions().get(Settled.passage(withdraw));
            return standing == null ? Refusal.notFound() : refuseStale(standing, ifRev);
        }
        return Refusal.bad("kind", "What needs no decision is adopted by the server itself.");
    }

    private static @Nullable Refusal refuseStale(@Nullable Decision standing, @Nullable Integer ifRev) {
        int rev = standing == null ? 0 : standing.rev();
        return rev == (ifRev == null ? 0 : ifRev) ? null : Refusal.stale(rev);
    }

    private static @Nullable Refusal refuseRecord(DecisionDesk desk, RecordDecision record, @Nullable Integer ifRev) {
        TranscriptText text = desk.texts().get(record.transcript());
        if (text == null) {
            return Refusal.notFound();
        }
        if (text.segmentAt(record.segment()) < 0) {
            return Refusal.bad(
                    "body.start",
                    "A decision is of one base segment; [" + record.segment().start() + ", "
                            + record.segment().end() + ") is none.");
        }
        Refusal no = refuseTheme(desk, "body.theme", record.theme());
        if (no == null) {
            no = refuseStale(desk.settled().decisions().get(Settled.passage(record)), ifRev);
        }
        if (no == null) {
            no = refuseIds(desk.settled(), record);
        }
        if (no == null) {
            no = refuseOutcome(record);
        }
        return no == null ? refuseCodings(desk, record, text) : no;
    }

    private static @Nullable Refusal refuseTheme(DecisionDesk desk, String path, UUID id) {
        Theme theme = desk.codebook() == null ? null : desk.codebook().find(id);
        return theme == null || !theme.codable()
                ? Refusal.bad(path, "There is no such theme to apply in the codebook version of this round.")
                : null;
    }

    private static @Nullable Refusal refuseIds(Settled settled, RecordDecision record) {
        if (settled.decisions().values().stream()
                .anyMatch(decision -> decision.id().equals(record.decision()))) {
            return Refusal.bad("body.decision", "This decision id is taken: a decision made anew is another one.");
        }
        Set<UUID> taken = new HashSet<>(settled.adopted().keySet());
        settled.decisions()
                .values()
                .forEach(decision ->
                        decision.codings().stream().map(Decided::coding).forEach(taken::add));
        return record.codings().stream().anyMatch(coding -> !taken.add(coding.coding()))
                ? Refusal.bad("body.codings", "A coding id is taken: what is decided gets ids of its own.")
                : null;
    }

    private static @Nullable Refusal refuseOutcome(RecordDecision record) {
        Outcome outcome = record.outcome();
        if (outcome.isSettled() && record.reason().isNone()) {
            return Refusal.bad("body.reason", "Say why.");
        }
        boolean holds = outcome == Outcome.ADOPT || outcome == Outcome.EDGES || outcome == Outcome.OTHER;
        if (holds == record.codings().isEmpty()) {
            return Refusal.bad(
                    "body.codings",
                    holds ? "Say what stands: at least one coding." : "With this outcome nothing stands: no codings.");
        }
        boolean fits = record.codings().stream()
                .allMatch(coding -> coding.theme().equals(record.theme()) != (outcome == Outcome.OTHER));
        return fits
                ? null
                : Refusal.bad(
                        "body.codings",
                        outcome == Outcome.OTHER
                                ? "Other themes stand: none of the codings is of the theme itself."
                                : "The theme stands: every coding is of it.");
    }

    private static @Nullable Refusal refuseCodings(DecisionDesk desk, RecordDecision record, TranscriptText text) {
        for (Decided coding : record.codings()) {
            Refusal no = refuseTheme(desk, "body.codings", coding.theme());
            if (no == null && !record.segment().contains(coding.span())) {
                no = Refusal.bad("body.codings", "What is decided lies inside the base segment.");
            }
            if (no == null) {
                no = WorkRules.refuseMisplaced(text, coding.span());
            }
            if (no == null && record.outcome() == Outcome.ADOPT && !isDrawn(desk, record, text, coding.span())) {
                no = Refusal.bad(
                        "body.codings",
                        "Adopting takes edges that a coder drew, or the part that all who applied the theme share.");
            }
            if (no != null) {
                return no;
            }
        }
        return null;
    }

    /** Whether some coder drew just that within the segment, own overlaps merged or not, or all who reviewed it and applied the theme have it in common. */
    private static boolean isDrawn(DecisionDesk desk, RecordDecision record, TranscriptText text, Span span) {
        return desk.work().values().stream().anyMatch(work -> isDrawn(work, record, span))
                || Drawn.shared(text, record.segment(), readers(desk, record).map(work -> lane(work, record)))
                        .contains(span);
    }

    private static boolean isDrawn(Work work, RecordDecision record, Span span) {
        Stream<SpanUnion> single = marks(work, record).map(mark -> SpanUnion.of(List.of(mark)));
        return Stream.concat(single, Stream.of(lane(work, record)))
                .anyMatch(drawn -> drawn.within(record.segment()).contains(span));
    }

    private static Stream<Work> readers(DecisionDesk desk, RecordDecision record) {
        var review = new Work.Reviewed(record.transcript(), record.segment());
        return desk.work().values().stream().filter(work -> work.reviews().contains(review));
    }

    private static SpanUnion lane(Work work, RecordDecision record) {
        return SpanUnion.of(marks(work, record).toList());
    }

    private static Stream<Span> marks(Work work, RecordDecision record) {
        return work.codings().values().stream()
                .filter(coding -> coding.transcript().equals(record.transcript())
                        && coding.theme().equals(record.theme()))
                .map(Work.Coding::span);
    }
}
