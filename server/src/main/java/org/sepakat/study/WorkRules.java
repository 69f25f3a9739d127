package org.sepakat.study;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sepakat.text.BaseSegment;
import org.sepakat.text.Span;
import org.sepakat.text.TranscriptText;

/** What a coder may do within a round (decision notes 2 and 4). Pure. */
public final class WorkRules {

    static final Refusal AGAIN = Refusal.bad("body.span", "This theme was applied to this very span already.");

    private WorkRules() {}

    public static Verdict<WorkAct> judge(WorkDesk desk, WorkAct act) {
        Round round = desk.study().rounds().get(act.round());
        if (round == null || desk.actor().removed()) {
            return Verdict.refuse(Refusal.notFound());
        }
        if (act instanceof WorkAct.ReopenAssignments reopen) {
            return onClosedCoder(desk, round, reopen.member(), act);
        }
        if (act instanceof WorkAct.CloseAssignments close) {
            return onClosedCoder(desk, round, close.member(), act);
        }
        Refusal closed = refuseUnlessCoding(desk, round);
        if (closed != null) {
            return Verdict.refuse(closed);
        }
        if (act instanceof WorkAct.ApplyTheme apply) {
            return apply(desk, round, apply);
        }
        if (act instanceof WorkAct.RemoveCoding remove) {
            boolean there = desk.work().codings().containsKey(remove.coding())
                    || desk.work().orphans().containsKey(remove.coding());
            return there ? Verdict.accept(act) : Verdict.refuse(Refusal.notFound());
        }
        if (act instanceof WorkAct.ConfirmCoding confirm) {
            return desk.work().codings().containsKey(confirm.coding())
                    ? Verdict.accept(act)
                    : Verdict.refuse(Refusal.notFound());
        }
        if (act instanceof WorkAct.MarkReviewed mark) {
            Refusal no = refuseReview(desk, round, mark.transcript(), mark.span(), mark.version());
            return no == null
                    ? Verdict.accept(new WorkAct.MarkReviewed(mark.round(), mark.transcript(), mark.span()))
                    : Verdict.refuse(no);
        }
        WorkAct.ClearReview clear = (WorkAct.ClearReview) act;
        Refusal no = refuseReview(desk, round, clear.transcript(), clear.span(), clear.version());
        return no == null
                ? Verdict.accept(new WorkAct.ClearReview(clear.round(), clear.transcript(), clear.span()))
                : Verdict.refuse(no);
    }

    /** Reopening is of one coder, by a lead, and only while the blind round is closed. */
    private static Verdict<WorkAct> onClosedCoder(WorkDesk desk, Round round, UUID coder, WorkAct act) {
        if (!desk.actor().isLead()) {
            return Verdict.refuse(Refusal.readOnly("Only a lead reopens or closes a coder's assignments."));
        }
        if (!round.hasCoder(coder)) {
            return Verdict.refuse(Refusal.notFound());
        }
        if (round.mode() != Mode.BLIND || round.phase() != Phase.CLOSED) {
            return Verdict.refuse(
                    Refusal.readOnly(
                            "A coder can be reopened only while a blind round is closed; an open round is moved back to coding."));
        }
        return Verdict.accept(act);
    }

    private static @Nullable Refusal refuseUnlessCoding(WorkDesk desk, Round round) {
        if (!round.hasCoder(desk.actor().id())) {
            return Refusal.readOnly("You are not assigned to this round, so you cannot code in it.");
        }
        if (desk.actor().role() == Role.OBSERVER) {
            return Refusal.readOnly("An observer cannot code.");
        }
        boolean reopened = round.phase() == Phase.CLOSED && desk.work().reopened();
        if (round.phase() == Phase.CODING || reopened) {
            return null;
        }
        return round.phase() == Phase.DRAFT ? Refusal.readOnly("The round has not started.") : Refusal.frozen();
    }

    private static Verdict<WorkAct> apply(WorkDesk desk, Round round, WorkAct.ApplyTheme apply) {
        if (!apply.replaces().isEmpty()) {
            return Verdict.refuse(Refusal.bad("body.replaces", "The server finds out what is replaced; leave it out."));
        }
        TranscriptText text = desk.texts().get(apply.transcript());
        if (text == null || !round.assigns(desk.actor().id(), apply.transcript())) {
            return Verdict.refuse(Refusal.notFound());
        }
        Refusal misplaced = refuseVersion(round, apply.transcript(), apply.version());
        if (misplaced == null) {
            misplaced = refuseMisplaced(text, apply.span());
        }
        if (misplaced != null) {
            return Verdict.refuse(misplaced);
        }
        Theme theme = desk.codebook() == null ? null : desk.codebook().find(apply.theme());
        Refusal unfit = refuseTheme(theme);
        if (theme == null || unfit != null) {
            return Verdict.refuse(Objects.requireNonNullElse(unfit, Refusal.notFound()));
        }
        if (desk.work().codings().containsKey(apply.coding())) {
            return Verdict.refuse(Refusal.bad("body.coding", "You have used this coding id before in this round."));
        }
        boolean again = desk.work().codings().values().stream()
                .anyMatch(c -> c.transcript().equals(apply.transcript())
                        && c.theme().equals(apply.theme())
                        && c.span().equals(apply.span()));
        if (again) {
            return Verdict.refuse(AGAIN);
        }
        return Verdict.accept(new WorkAct.ApplyTheme(
                apply.round(),
                apply.coding(),
                apply.transcript(),
                apply.theme(),
                apply.span(),
                displaced(desk, theme, apply, text)));
    }

    static @Nullable Refusal refuseTheme(@Nullable Theme theme) {
        if (theme == null) {
            return Refusal.bad("body.theme", "There is no such theme in the codebook version of this round.");
        }
        return theme.codable()
                ? null
                : Refusal.bad("body.theme", "This entry is a heading: apply one of its themes instead.");
    }

    /** Where a coding may not lie: outside the text, around white space alone, through the middle of a character. */
    public static @Nullable Refusal refuseMisplaced(TranscriptText text, Span span) {
        int length = text.text().length();
        if (span.end() > length) {
            return Refusal.bad(
                    "body.end",
                    "The span [" + span.start() + ", " + span.end() + ") leaves the text, which has " + length
                            + " UTF-16 code units.");
        }
        if (splitsPair(text.text(), span.start()) || splitsPair(text.text(), span.end())) {
            return Refusal.bad(
                    "body.start",
                    "The span [" + span.start() + ", " + span.end() + ") cuts a character (a surrogate pair) in two.");
        }
        if (text.quote(span).isBlank()) {
            return Refusal.bad("body.start", "The span holds white space only.");
        }
        return null;
    }

    private static boolean splitsPair(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isHighSurrogate(text.charAt(at - 1))
                && Character.isLowSurrogate(text.charAt(at));
    }

    /** Codings of the theme's exclusive group on any base segment that the new span touches. */
    private static List<UUID> displaced(WorkDesk desk, Theme theme, WorkAct.ApplyTheme apply, TranscriptText text) {
        CodebookVersion codebook = desk.codebook();
        String group = theme.exclusiveGroup();
        if (group == null || codebook == null) {
            return List.of();
        }
        List<Span> touched = text.segments().stream()
                .map(BaseSegment::span)
                .filter(segment -> segment.overlaps(apply.span()))
                .toList();
        return desk.work().codings().values().stream()
                .filter(c ->
                        c.transcript().equals(apply.transcript()) && !c.theme().equals(theme.id()))
                .filter(c -> touched.stream().anyMatch(c.span()::overlaps))
                .filter(c -> {
                    Theme other = codebook.find(c.theme());
                    return other != null && group.equals(other.exclusiveGroup());
                })
                .map(Work.Coding::id)
                .toList();
    }

    /** A place counted in another version of the text is another place. */
    private static @Nullable Refusal refuseVersion(Round round, UUID transcript, @Nullable Integer version) {
        Integer pinned = round.versionOf(transcript);
        return version == null || pinned == null || version.equals(pinned) ? null : Refusal.staleVersion(pinned);
    }

    private static @Nullable Refusal refuseReview(
            WorkDesk desk, Round round, UUID transcript, Span span, @Nullable Integer version) {
        TranscriptText text = desk.texts().get(transcript);
        if (text == null || !round.assigns(desk.actor().id(), transcript)) {
            return Refusal.notFound();
        }
        Refusal stale = refuseVersion(round, transcript, version);
        if (stale != null || text.segmentAt(span) >= 0) {
            return stale;
        }
        return Refusal.bad(
                "body.start", "A review is of one base segment; [" + span.start() + ", " + span.end() + ") is none.");
    }
}
