package org.sepakat.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be done to a study and its rounds. */
final class StudyRulesTest {

    private static final Map<UUID, Set<UUID>> NOBODY_LOOKED = Map.of();

    private static final List<Phase> ORDER = List.of(Phase.values());

    private final Study team = Studies.team();

    private static Verdict<StudyAct> judge(Study study, UUID actor, StudyAct act, int ifRev) {
        return StudyRules.judge(study, Codebook.EMPTY, NOBODY_LOOKED, member(study, actor), act, ifRev);
    }

    private static Member member(Study study, UUID id) {
        return Objects.requireNonNull(study.members().get(id));
    }

    private static Refusal refused(Verdict<StudyAct> verdict) {
        return assertInstanceOf(Verdict.Refused.class, verdict).refusal();
    }

    private static void accepted(Verdict<StudyAct> verdict) {
        assertTrue(verdict instanceof Verdict.Accepted<StudyAct>, verdict::toString);
    }

    @Test
    void only_a_lead_changes_the_study() {
        var act = new StudyAct.AddMember(Studies.id("new"), "New", Role.CODER);

        accepted(judge(team, Studies.LEAD, act, 0));
        for (UUID other : Set.of(Studies.ANI, Studies.WATCHER)) {
            assertEquals(
                    ErrorCode.E_READONLY, refused(judge(team, other, act, 0)).code());
        }
    }

    @Test
    void the_last_lead_can_neither_go_nor_step_down() {
        assertTrue(refused(judge(team, Studies.LEAD, new StudyAct.RemoveMember(Studies.LEAD), 0))
                .message()
                .startsWith("This is the only lead"));
        assertEquals(
                ErrorCode.E_READONLY,
                refused(judge(team, Studies.LEAD, new StudyAct.ChangeMember(Studies.LEAD, "L", Role.CODER), 1))
                        .code());

        Study two = team.apply(new StudyAct.ChangeMember(Studies.ANI, "Ani", Role.LEAD));
        accepted(judge(two, Studies.LEAD, new StudyAct.RemoveMember(Studies.LEAD), 0));
    }

    @Test
    void a_change_on_stale_ground_is_refused_with_the_present_rev() {
        Refusal no = refused(judge(team, Studies.LEAD, new StudyAct.ChangeMember(Studies.ANI, "A", Role.LEAD), 7));

        assertEquals(ErrorCode.E_STALE, no.code());
        assertEquals(Map.of("rev", 1), no.detail());
    }

    @Test
    void publishing_takes_the_living_drafts_and_numbers_the_version() {
        Codebook drafts = Codebook.EMPTY
                .apply(new DraftAct.PutTheme(Studies.theme(Studies.TRUST, "trust")))
                .apply(new DraftAct.PutTheme(Studies.theme(Studies.WARM, "warm")))
                .apply(new DraftAct.ArchiveTheme(Studies.WARM));

        var verdict = StudyRules.judge(
                team,
                drafts,
                NOBODY_LOOKED,
                member(team, Studies.LEAD),
                new StudyAct.PublishCodebook("sharper", 0, List.of()),
                null);

        var publish = (StudyAct.PublishCodebook)
                assertInstanceOf(Verdict.Accepted.class, verdict).act();
        assertEquals(2, publish.version());
        assertEquals(List.of(Studies.theme(Studies.TRUST, "trust")), publish.themes());
    }

    @Test
    void there_is_nothing_to_publish_twice() {
        Codebook drafts = Codebook.EMPTY;
        for (Theme theme : Studies.themes()) {
            drafts = drafts.apply(new DraftAct.PutTheme(theme));
        }

        assertEquals(
                "Nothing has changed since the last published version.",
                refused(StudyRules.judge(
                                team,
                                drafts,
                                NOBODY_LOOKED,
                                member(team, Studies.LEAD),
                                new StudyAct.PublishCodebook("again", 0, List.of()),
                                null))
                        .message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"window:0", "word", "", "turn ", "window:-3"})
    void a_round_is_planned_with_a_unit_that_exists(String unit) {
        var plan = new RoundPlan(Studies.ROUND, "R", Mode.BLIND, unit, "any", List.of(Studies.T1), Set.of());

        assertEquals(
                Map.of("path", "body.unit"),
                refused(judge(team, Studies.LEAD, new StudyAct.CreateRound(plan), 0))
                        .detail());
    }

    @ParameterizedTest
    @ValueSource(strings = {"share:0.0", "share:1.5", "share:", "most", "share:.00"})
    void a_round_is_planned_with_a_rule_that_exists(String rule) {
        var plan = new RoundPlan(Studies.ROUND, "R", Mode.BLIND, "turn", rule, List.of(Studies.T1), Set.of());

        assertEquals(
                Map.of("path", "body.rule"),
                refused(judge(team, Studies.LEAD, new StudyAct.CreateRound(plan), 0))
                        .detail());
    }

    @Test
    void an_observer_cannot_be_assigned() {
        var plan = Studies.plan(Studies.ROUND, Mode.OPEN, Studies.bothTranscripts(Studies.WATCHER));

        assertEquals(
                "Coders are members of the study who are no observers.",
                refused(judge(team, Studies.LEAD, new StudyAct.CreateRound(plan), 0))
                        .message());
    }

    @Test
    void who_has_looked_can_never_be_assigned() {
        var plan = Studies.plan(Studies.ROUND, Mode.BLIND, Studies.bothTranscripts(Studies.LEAD));

        Refusal no = refused(StudyRules.judge(
                team,
                Codebook.EMPTY,
                Map.of(Studies.ROUND, Set.of(Studies.LEAD)),
                member(team, Studies.LEAD),
                new StudyAct.CreateRound(plan),
                null));

        assertEquals(ErrorCode.E_READONLY, no.code());
    }

    @Test
    void a_round_moves_one_phase_at_a_time_and_never_back_unless_it_is_open_and_closed() {
        for (Mode mode : Set.of(Mode.BLIND, Mode.OPEN)) {
            for (Phase from : Phase.values()) {
                Study study = Studies.withRound(mode, from, Studies.ANI);
                int rev = Studies.round(study).rev();
                for (Phase to : Phase.values()) {
                    boolean next = ORDER.indexOf(to) == ORDER.indexOf(from) + 1;
                    boolean back = mode == Mode.OPEN && from == Phase.CLOSED && to == Phase.CODING;
                    Verdict<StudyAct> verdict =
                            judge(study, Studies.LEAD, new StudyAct.MoveRound(Studies.ROUND, to), rev);
                    assertEquals(
                            next || back,
                            verdict instanceof Verdict.Accepted<StudyAct>,
                            () -> mode + ": " + from + " to " + to);
                }
            }
        }
    }

    @Test
    void starting_needs_a_codebook_a_transcript_and_a_coder_and_pins_them() {
        Study empty = Studies.withRound(team, Studies.plan(Studies.ROUND, Mode.BLIND, Set.of()), Phase.DRAFT);
        var start = new StudyAct.MoveRound(Studies.ROUND, Phase.CODING);

        assertTrue(refused(judge(empty, Studies.LEAD, start, 1)).message().contains("one coder"));

        Round started = Studies.round(Studies.withRound(Mode.BLIND, Phase.CODING, Studies.ANI));
        assertEquals(1, started.codebookVersion());
        assertEquals(List.of(new Round.Pinned(Studies.T1, 1), new Round.Pinned(Studies.T2, 1)), started.transcripts());
    }

    @Test
    void a_transcript_is_never_open_and_blind_at_once_for_a_shared_coder() {
        Study study = Studies.withRound(Mode.BLIND, Phase.CODING, Studies.ANI);
        UUID second = Studies.id("second round");
        Study shared = Studies.withRound(
                study, Studies.plan(second, Mode.OPEN, Studies.bothTranscripts(Studies.ANI)), Phase.DRAFT);
        Study apart = Studies.withRound(
                study, Studies.plan(second, Mode.OPEN, Studies.bothTranscripts(Studies.BUDI)), Phase.DRAFT);
        var start = new StudyAct.MoveRound(second, Phase.CODING);

        assertTrue(refused(judge(shared, Studies.LEAD, start, 1)).message().contains("reveal it first"));
        accepted(judge(apart, Studies.LEAD, start, 1));

        Study started = apart.apply(start);
        assertTrue(refused(judge(started, Studies.LEAD, new StudyAct.AddAssignment(second, Studies.ANI, Studies.T1), 0))
                .message()
                .contains("reveal it first"));
    }

    @Test
    void an_account_joins_once() {
        UUID account = Studies.id("account");
        Study joined = team.apply(new StudyAct.JoinMember(Studies.ANI, account));

        assertEquals(
                ErrorCode.E_NOT_FOUND,
                refused(judge(joined, Studies.ANI, new StudyAct.JoinMember(Studies.ANI, Studies.id("other")), 0))
                        .code());
        assertEquals(
                ErrorCode.E_BAD,
                refused(judge(joined, Studies.BUDI, new StudyAct.JoinMember(Studies.BUDI, account), 0))
                        .code());
    }
}
