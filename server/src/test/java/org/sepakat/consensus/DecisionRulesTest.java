package org.sepakat.consensus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sepakat.study.Assignment;
import org.sepakat.study.Bilingual;
import org.sepakat.study.ConsensusAct;
import org.sepakat.study.ConsensusAct.Decided;
import org.sepakat.study.ConsensusAct.RecordDecision;
import org.sepakat.study.ConsensusAct.WithdrawDecision;
import org.sepakat.study.ContentEntry;
import org.sepakat.study.ErasableText;
import org.sepakat.study.ErrorCode;
import org.sepakat.study.Mode;
import org.sepakat.study.Outcome;
import org.sepakat.study.Phase;
import org.sepakat.study.ReferenceCoding;
import org.sepakat.study.ReferenceCoding.Basis;
import org.sepakat.study.Refusal;
import org.sepakat.study.Role;
import org.sepakat.study.RoundPlan;
import org.sepakat.study.Scope;
import org.sepakat.study.Study;
import org.sepakat.study.StudyAct;
import org.sepakat.study.Theme;
import org.sepakat.study.TranscriptKind;
import org.sepakat.study.Verdict;
import org.sepakat.study.Work;
import org.sepakat.text.BaseSegment;
import org.sepakat.text.Span;
import org.sepakat.text.TranscriptText;

/** What may be settled, what stands in the reference then, and what is adopted by itself. */
class DecisionRulesTest {
    private static final UUID LEAD = new UUID(0, 1);
    private static final UUID ANI = new UUID(0, 2);
    private static final UUID BUDI = new UUID(0, 3);
    private static final UUID TEXT = new UUID(0, 4);
    private static final UUID TRUST = new UUID(0, 5);
    private static final UUID WARM = new UUID(0, 6);
    private static final UUID ROUND = new UUID(0, 7);
    private static final UUID WORDS_OF_ANI = new UUID(5, 1);
    private static final UUID ERASED = new UUID(5, 2);
    private static final Span SEGMENT = new Span(3, 22);
    private static final TranscriptText WORDS = new TranscriptText(
            "P: percaya sekali, ya.\nS: tidak.",
            List.of(new BaseSegment(SEGMENT, "P", null), new BaseSegment(new Span(26, 32), "S", null)));

    private static Theme theme(UUID id) {
        var label = new Bilingual("t", "t");
        return new Theme(
                id,
                null,
                label,
                Bilingual.EMPTY,
                Bilingual.EMPTY,
                Bilingual.EMPTY,
                1,
                null,
                Scope.EVERYTHING,
                null,
                true,
                1,
                false);
    }

    private static Study study(Phase phase) {
        var plan = new RoundPlan(
                ROUND,
                "R",
                Mode.BLIND,
                "turn",
                "any",
                List.of(TEXT),
                Set.of(new Assignment(ANI, TEXT), new Assignment(BUDI, TEXT)));
        Study study = Study.empty(ROUND)
                .apply(new StudyAct.CreateStudy(ROUND, "S", LEAD, "Lead", null))
                .apply(new StudyAct.AddMember(ANI, "Ani", Role.CODER))
                .apply(new StudyAct.AddMember(BUDI, "Budi", Role.CODER))
                .apply(new StudyAct.PublishCodebook("first", 1, List.of(theme(TRUST), theme(WARM))))
                .apply(new StudyAct.ImportTranscript(TEXT, "T", TranscriptKind.INTERVIEW, 1, TEXT, 32, 2, "", Map.of()))
                .apply(new StudyAct.CreateRound(plan));
        for (Phase next : List.of(Phase.CODING, Phase.CLOSED, Phase.REVEALED, Phase.CONSENSUS, Phase.FINAL)) {
            if (next.compareTo(phase) <= 0) {
                study = study.apply(new StudyAct.MoveRound(ROUND, next));
            }
        }
        return study;
    }

    /** Ani drew trust over [3, 10) and [5, 14), Budi over [8, 17); both reviewed the first segment. */
    private static Map<UUID, Work> work() {
        var reviewed = Set.of(new Work.Reviewed(TEXT, SEGMENT));
        return Map.of(
                ANI,
                new Work(
                        Map.of(new UUID(1, 1), drawn(1, 3, 10), new UUID(1, 2), drawn(2, 5, 14)),
                        reviewed,
                        false,
                        Map.of()),
                BUDI,
                new Work(Map.of(new UUID(1, 3), drawn(3, 8, 17)), reviewed, false, Map.of()));
    }

    private static Work.Coding drawn(int id, int start, int end) {
        return new Work.Coding(new UUID(1, id), TEXT, TRUST, new Span(start, end));
    }

    private static Decided coding(int id, UUID theme, int start, int end) {
        return new Decided(new UUID(2, id), theme, new Span(start, end));
    }

    private static ErasableText words(String text) {
        return ErasableText.written(text);
    }

    private static RecordDecision record(Outcome outcome, Decided... codings) {
        return record(outcome, "because", codings);
    }

    private static RecordDecision record(Outcome outcome, String reason, Decided... codings) {
        return new RecordDecision(
                ROUND, new UUID(3, 1), TEXT, TRUST, SEGMENT, outcome, List.of(codings), words(reason));
    }

    private static @Nullable Refusal judge(
            Phase phase, UUID actor, Settled settled, ConsensusAct act, @Nullable Integer ifRev) {
        Study study = study(phase);
        var desk = new DecisionDesk(
                study,
                study.findMember(actor).orElseThrow(),
                study.codebooks().get(0),
                Map.of(TEXT, WORDS),
                work(),
                settled,
                Map.of(WORDS_OF_ANI, new ContentEntry(ROUND, ANI, false), ERASED, new ContentEntry(ROUND, ANI, true)));
        return DecisionRules.judge(desk, act, ifRev) instanceof Verdict.Refused<ConsensusAct> no ? no.refusal() : null;
    }

    private static @Nullable Object path(ConsensusAct act) {
        Refusal no = judge(Phase.REVEALED, LEAD, Settled.NOTHING, act, null);
        return no == null ? null : no.detail().get("path");
    }

    private static Settled decided(RecordDecision act) {
        return Settled.NOTHING.apply(act, LEAD, Instant.EPOCH);
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void a_lead_decides_from_reveal_until_the_round_is_final(Phase phase) {
        if (phase != Phase.DRAFT) {
            boolean open = phase == Phase.REVEALED || phase == Phase.CONSENSUS;
            Refusal no = judge(phase, LEAD, Settled.NOTHING, record(Outcome.NONE), null);
            assertEquals(open ? null : ErrorCode.E_READONLY, no == null ? null : no.code());
            assertInstanceOf(Refusal.class, judge(phase, ANI, Settled.NOTHING, record(Outcome.NONE), null));
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 10, ", "5, 14, ", "3, 14, ", "8, 17, ", "8, 14, ", "8, 15, body.codings", "3, 17, body.codings"})
    void adopting_takes_what_a_coder_drew_or_merged_or_all_share(int start, int end, @Nullable String path) {
        assertEquals(path, path(record(Outcome.ADOPT, coding(1, TRUST, start, end))));
        assertEquals(null, path(record(Outcome.EDGES, coding(1, TRUST, start, end))));
    }

    @Test
    void codings_fit_their_outcome_and_lie_inside_the_segment() {
        assertEquals("body.codings", path(record(Outcome.ADOPT)));
        assertEquals("body.codings", path(record(Outcome.NONE, coding(1, TRUST, 3, 10))));
        assertEquals("body.codings", path(record(Outcome.DEFER, coding(1, TRUST, 3, 10))));
        assertEquals("body.codings", path(record(Outcome.EDGES, coding(1, WARM, 3, 10))));
        assertEquals("body.codings", path(record(Outcome.OTHER, coding(1, TRUST, 3, 10))));
        assertEquals("body.codings", path(record(Outcome.OTHER, coding(1, ROUND, 3, 10))));
        assertEquals("body.codings", path(record(Outcome.EDGES, coding(1, TRUST, 3, 23))));
        assertEquals("body.codings", path(record(Outcome.EDGES, coding(1, TRUST, 3, 10), coding(1, TRUST, 4, 9))));
        assertEquals(null, path(record(Outcome.OTHER, coding(1, WARM, 3, 10))));
        assertEquals(null, path(record(Outcome.NONE)));
    }

    @Test
    void all_but_putting_off_needs_a_reason() {
        assertEquals("body.reason", path(record(Outcome.NONE, " ")));
        assertEquals(null, path(record(Outcome.DEFER, "")));
    }

    @Test
    void a_decision_is_of_a_base_segment_and_a_theme_of_the_round() {
        var act = record(Outcome.NONE);
        assertEquals(
                "body.start",
                path(new RecordDecision(
                        ROUND, act.decision(), TEXT, TRUST, new Span(3, 21), Outcome.NONE, List.of(), words("x"))));
        assertEquals(
                "body.theme",
                path(new RecordDecision(
                        ROUND, act.decision(), TEXT, LEAD, SEGMENT, Outcome.NONE, List.of(), words("x"))));
    }

    @Test
    void who_has_not_seen_the_decision_that_stands_is_told_so() {
        Settled settled = decided(record(Outcome.NONE));
        var anew = new RecordDecision(ROUND, new UUID(3, 2), TEXT, TRUST, SEGMENT, Outcome.DEFER, List.of(), words(""));
        var withdraw = new WithdrawDecision(ROUND, TEXT, TRUST, SEGMENT);
        for (ConsensusAct act : List.of(anew, withdraw)) {
            Refusal stale = judge(Phase.REVEALED, LEAD, settled, act, null);
            assertEquals(Refusal.stale(1), stale);
            assertEquals(null, judge(Phase.REVEALED, LEAD, settled, act, 1));
        }
        assertEquals(Refusal.stale(0), judge(Phase.REVEALED, LEAD, Settled.NOTHING, anew, 1));
        assertEquals(Refusal.notFound(), judge(Phase.REVEALED, LEAD, Settled.NOTHING, withdraw, 1));
    }

    @Test
    void ids_are_used_once() {
        Settled settled = decided(record(Outcome.EDGES, coding(1, TRUST, 3, 10)));
        var sameDecision = record(Outcome.NONE);
        var sameCoding = new RecordDecision(
                ROUND,
                new UUID(3, 2),
                TEXT,
                TRUST,
                SEGMENT,
                Outcome.EDGES,
                List.of(coding(1, TRUST, 4, 9)),
                words("because"));
        for (ConsensusAct act : List.of(sameDecision, sameCoding)) {
            Refusal no = judge(Phase.REVEALED, LEAD, settled, act, 1);
            assertEquals(ErrorCode.E_BAD, no == null ? null : no.code());
        }
    }

    @Test
    void what_all_who_reviewed_a_place_marked_is_adopted_and_what_only_one_covered_is_taken_over() {
        Study study = study(Phase.REVEALED);
        var both = new RoundWork(study, Objects.requireNonNull(study.rounds().get(ROUND)), work(), Map.of(TEXT, WORDS));
        var ids = new long[1];
        assertEquals(
                List.of(new ReferenceCoding(new UUID(9, 1), TEXT, TRUST, new Span(8, 14), Basis.AGREED)),
                Adoption.of(both, () -> new UUID(9, ++ids[0])));
        var one = new RoundWork(
                study,
                Objects.requireNonNull(study.rounds().get(ROUND)),
                Map.of(ANI, Objects.requireNonNull(work().get(ANI))),
                Map.of(TEXT, WORDS));
        assertEquals(
                List.of(new ReferenceCoding(new UUID(9, 2), TEXT, TRUST, new Span(3, 14), Basis.SINGLE)),
                Adoption.of(one, () -> new UUID(9, ++ids[0])));
    }

    @Test
    void a_decision_stands_in_place_of_what_was_adopted_and_of_another_theme_unless_that_is_decided_itself() {
        var adopted = new ReferenceCoding(new UUID(9, 1), TEXT, TRUST, new Span(8, 14), Basis.AGREED);
        var other = record(Outcome.OTHER, coding(1, WARM, 3, 10));
        Settled settled = Settled.NOTHING
                .apply(new ConsensusAct.AdoptReference(ROUND, List.of(adopted)), LEAD, Instant.EPOCH)
                .apply(other, LEAD, Instant.EPOCH);
        assertEquals(
                List.of(new Settled.Standing(
                        new ReferenceCoding(new UUID(2, 1), TEXT, WARM, new Span(3, 10), Basis.DECIDED),
                        other.decision())),
                settled.reference());
        var ofItsOwn = new RecordDecision(
                ROUND, new UUID(3, 2), TEXT, WARM, SEGMENT, Outcome.NONE, List.of(), words("because"));
        assertEquals(List.of(), settled.apply(ofItsOwn, LEAD, Instant.EPOCH).reference());
        assertEquals(
                List.of(new Settled.Standing(adopted, null)),
                settled.apply(new WithdrawDecision(ROUND, TEXT, TRUST, SEGMENT), LEAD, Instant.EPOCH)
                        .reference());
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"REVEALED", "CONSENSUS", "FINAL"})
    void a_text_is_erased_by_a_lead_or_its_author_in_whatever_phase(Phase phase) {
        var erase = new ConsensusAct.EraseContent(ROUND, WORDS_OF_ANI);
        assertEquals(null, judge(phase, LEAD, Settled.NOTHING, erase, null));
        assertEquals(null, judge(phase, ANI, Settled.NOTHING, erase, null));
        Refusal byAnother = judge(phase, BUDI, Settled.NOTHING, erase, null);
        assertEquals(ErrorCode.E_READONLY, byAnother == null ? null : byAnother.code());
    }

    @Test
    void what_is_not_there_and_what_is_gone_is_not_erased() {
        assertEquals(
                Refusal.notFound(),
                judge(Phase.REVEALED, LEAD, Settled.NOTHING, new ConsensusAct.EraseContent(ROUND, ROUND), null));
        assertEquals("body.content", path(new ConsensusAct.EraseContent(ROUND, ERASED)));
    }

    @Test
    void a_decision_whose_reason_is_erased_still_stands() {
        var act = record(Outcome.NONE).recorded(() -> WORDS_OF_ANI);
        Settled settled = decided(act).apply(new ConsensusAct.EraseContent(ROUND, WORDS_OF_ANI), LEAD, Instant.EPOCH);
        Decision standing = settled.decisions().values().iterator().next();
        assertEquals(new ErasableText(WORDS_OF_ANI, null), standing.reason());
        assertEquals(Outcome.NONE, standing.outcome());
    }
}
