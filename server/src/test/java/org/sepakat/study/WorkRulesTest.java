package org.sepakat.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sepakat.text.Span;

/** What a coder may do within a round. */
final class WorkRulesTest {

    private final Study study = Studies.withRound(Mode.BLIND, Phase.CODING, Studies.ANI, Studies.BUDI);

    private static WorkDesk desk(Study study, UUID actor, Work work) {
        return new WorkDesk(
                study,
                java.util.Objects.requireNonNull(study.members().get(actor)),
                study.newestCodebook().orElseThrow(),
                Map.of(Studies.T1, Studies.TEXT),
                work);
    }

    private static WorkAct.ApplyTheme apply(String coding, UUID theme, int start, int end) {
        return new WorkAct.ApplyTheme(
                Studies.ROUND, Studies.id(coding), Studies.T1, theme, new Span(start, end), List.of());
    }

    private static Refusal refusal(WorkDesk desk, WorkAct act) {
        return assertInstanceOf(Verdict.Refused.class, WorkRules.judge(desk, act))
                .refusal();
    }

    private static WorkAct accepted(WorkDesk desk, WorkAct act) {
        return assertInstanceOf(Verdict.Accepted.class, WorkRules.judge(desk, act), () -> "refused")
                                .act()
                        instanceof WorkAct work
                ? work
                : act;
    }

    @Test
    void an_assigned_coder_applies_a_theme_to_a_span() {
        var act = apply("c1", Studies.TRUST, 4, 11);

        assertEquals(act, accepted(desk(study, Studies.ANI, Work.NONE), act));
    }

    @Test
    void a_span_outside_the_text_is_refused_with_the_lengths() {
        Refusal no = refusal(desk(study, Studies.ANI, Work.NONE), apply("c1", Studies.TRUST, 4, 4000));

        assertEquals(ErrorCode.E_BAD, no.code());
        assertEquals(
                "The span [4, 4000) leaves the text, which has "
                        + Studies.TEXT.text().length() + " UTF-16 code units.",
                no.message());
    }

    @Test
    void a_span_that_cuts_an_emoji_in_two_is_refused() {
        int emoji = Studies.TEXT.text().indexOf(0x1F642);

        assertTrue(refusal(desk(study, Studies.ANI, Work.NONE), apply("c1", Studies.TRUST, emoji + 1, emoji + 3))
                .message()
                .contains("cuts a character"));
        accepted(desk(study, Studies.ANI, Work.NONE), apply("c1", Studies.TRUST, emoji, emoji + 2));
    }

    @Test
    void white_space_alone_cannot_be_coded() {
        assertEquals(
                "The span holds white space only.",
                refusal(desk(study, Studies.ANI, Work.NONE), apply("c1", Studies.TRUST, 2, 4))
                        .message());
    }

    @Test
    void an_unknown_theme_and_a_heading_are_refused() {
        WorkDesk desk = desk(study, Studies.ANI, Work.NONE);

        assertEquals(
                Map.of("path", "body.theme"),
                refusal(desk, apply("c1", Studies.id("no such theme"), 4, 11)).detail());
        assertTrue(refusal(desk, apply("c1", Studies.HEADING, 4, 11)).message().contains("heading"));
    }

    @Test
    void the_same_theme_on_the_same_span_is_refused_but_may_overlap() {
        Work work = Work.NONE.apply(apply("c1", Studies.TRUST, 4, 11));

        assertEquals(
                ErrorCode.E_BAD,
                refusal(desk(study, Studies.ANI, work), apply("c2", Studies.TRUST, 4, 11))
                        .code());
        accepted(desk(study, Studies.ANI, work), apply("c2", Studies.TRUST, 5, 11));
    }

    @Test
    void a_second_theme_of_an_exclusive_group_replaces_the_first_on_the_segments_it_touches() {
        Work work = Work.NONE
                .apply(apply("on the first segment", Studies.WARM, 4, 6))
                .apply(apply("on the second segment", Studies.WARM, 17, 20))
                .apply(apply("not in the group", Studies.TRUST, 4, 6));

        var recorded =
                (WorkAct.ApplyTheme) accepted(desk(study, Studies.ANI, work), apply("cold", Studies.COLD, 8, 11));

        assertEquals(List.of(Studies.id("on the first segment")), recorded.replaces());
        assertEquals(3, work.apply(recorded).codings().size(), "one went, one came: the act is one op");
    }

    @Test
    void replacing_is_for_the_server_to_find_out() {
        var act = new WorkAct.ApplyTheme(
                Studies.ROUND,
                Studies.id("c1"),
                Studies.T1,
                Studies.TRUST,
                new Span(4, 11),
                List.of(Studies.id("another coder's")));

        assertEquals(
                ErrorCode.E_BAD,
                refusal(desk(study, Studies.ANI, Work.NONE), act).code());
    }

    @Test
    void only_a_base_segment_can_be_reviewed() {
        WorkDesk desk = desk(study, Studies.ANI, Work.NONE);

        accepted(desk, new WorkAct.MarkReviewed(Studies.ROUND, Studies.T1, new Span(17, 25)));
        assertEquals(
                "A review is of one base segment; [17, 24) is none.",
                refusal(desk, new WorkAct.MarkReviewed(Studies.ROUND, Studies.T1, new Span(17, 24)))
                        .message());
    }

    @Test
    void who_is_not_assigned_cannot_code() {
        assertEquals(
                ErrorCode.E_READONLY,
                refusal(desk(study, Studies.CITRA, Work.NONE), apply("c1", Studies.TRUST, 4, 11))
                        .code());
        assertEquals(
                ErrorCode.E_READONLY,
                refusal(desk(study, Studies.LEAD, Work.NONE), apply("c1", Studies.TRUST, 4, 11))
                        .code());
    }

    @Test
    void a_coding_of_another_is_as_absent_as_one_that_never_was() {
        WorkDesk desk = desk(study, Studies.ANI, Work.NONE);

        assertEquals(Refusal.notFound(), refusal(desk, new WorkAct.RemoveCoding(Studies.ROUND, Studies.id("budi's"))));
    }

    @Test
    void a_closed_round_is_frozen_but_a_reopened_coder_goes_on() {
        Study closed = Studies.withRound(Mode.BLIND, Phase.CLOSED, Studies.ANI);
        var act = apply("c1", Studies.TRUST, 4, 11);
        Work reopened = Work.NONE.apply(new WorkAct.ReopenAssignments(Studies.ROUND, Studies.ANI));

        assertEquals(
                ErrorCode.E_FROZEN,
                refusal(desk(closed, Studies.ANI, Work.NONE), act).code());
        accepted(desk(closed, Studies.ANI, reopened), act);
        assertEquals(
                ErrorCode.E_FROZEN,
                refusal(desk(Studies.withRound(Mode.BLIND, Phase.REVEALED, Studies.ANI), Studies.ANI, reopened), act)
                        .code());
    }

    @Test
    void only_a_lead_reopens_a_coder_and_only_while_the_blind_round_is_closed() {
        Study closed = Studies.withRound(Mode.BLIND, Phase.CLOSED, Studies.ANI);
        var reopen = new WorkAct.ReopenAssignments(Studies.ROUND, Studies.ANI);

        accepted(desk(closed, Studies.LEAD, Work.NONE), reopen);
        assertEquals(
                ErrorCode.E_READONLY,
                refusal(desk(closed, Studies.ANI, Work.NONE), reopen).code());
        assertEquals(
                ErrorCode.E_READONLY,
                refusal(desk(study, Studies.LEAD, Work.NONE), reopen).code());
        assertEquals(
                ErrorCode.E_READONLY,
                refusal(desk(Studies.withRound(Mode.OPEN, Phase.CLOSED, Studies.ANI), Studies.LEAD, Work.NONE), reopen)
                        .code());
    }

    @Test
    void undoing_what_was_done_leaves_the_work_as_it_was() {
        Work before = Work.NONE.apply(apply("warm", Studies.WARM, 4, 6));
        var cold = (WorkAct.ApplyTheme) accepted(desk(study, Studies.ANI, before), apply("cold", Studies.COLD, 4, 6));

        Work undone = before.apply(cold)
                .apply(new WorkAct.RemoveCoding(Studies.ROUND, Studies.id("cold")))
                .apply(apply("warm", Studies.WARM, 4, 6));

        assertEquals(before, undone);
    }
}
