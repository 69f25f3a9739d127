package org.sepakat.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who may change the codebook under work, and to what. */
final class CodebookRulesTest {

    private final Study team = Studies.team();
    private final Codebook codebook =
            Codebook.EMPTY.apply(new DraftAct.PutTheme(Studies.theme(Studies.TRUST, "trust")));

    private static Verdict<DraftAct> judge(
            Study study, Codebook codebook, UUID actor, DraftAct act, @Nullable Integer ifRev) {
        return CodebookRules.judge(
                study, codebook, Objects.requireNonNull(study.members().get(actor)), act, ifRev);
    }

    private static Refusal refused(Verdict<DraftAct> verdict) {
        return assertInstanceOf(Verdict.Refused.class, verdict).refusal();
    }

    private static Theme under(@Nullable UUID parent, UUID id, @Nullable String key) {
        Theme theme = Studies.theme(id, "theme");
        return new Theme(
                id,
                parent,
                theme.label(),
                theme.definition(),
                theme.include(),
                theme.exclude(),
                1,
                key,
                Scope.EVERYTHING,
                null,
                true,
                1,
                false);
    }

    @Test
    void a_new_theme_needs_no_rev_and_a_known_one_needs_the_present_rev() {
        var fresh = new DraftAct.PutTheme(Studies.theme(Studies.WARM, "warm"));
        var known = new DraftAct.PutTheme(Studies.theme(Studies.TRUST, "confidence"));

        assertTrue(judge(team, codebook, Studies.LEAD, fresh, null) instanceof Verdict.Accepted<DraftAct>);
        assertTrue(judge(team, codebook, Studies.LEAD, known, 1) instanceof Verdict.Accepted<DraftAct>);
        assertEquals(
                Map.of("rev", 1),
                refused(judge(team, codebook, Studies.LEAD, known, null)).detail());
        assertEquals(
                ErrorCode.E_STALE,
                refused(judge(team, codebook.apply(known), Studies.LEAD, known, 1))
                        .code());
    }

    @Test
    void only_a_lead_who_is_not_blind_edits() {
        var act = new DraftAct.PutTheme(Studies.theme(Studies.WARM, "warm"));
        Study blind = Studies.withRound(Mode.BLIND, Phase.CLOSED, Studies.LEAD);

        assertEquals(
                ErrorCode.E_READONLY,
                refused(judge(team, codebook, Studies.ANI, act, null)).code());
        assertTrue(refused(judge(blind, codebook, Studies.LEAD, act, null))
                .message()
                .contains("blind"));
    }

    @Test
    void a_theme_cannot_stand_under_itself_nor_under_nothing() {
        UUID child = Studies.id("child");
        Codebook tree = codebook.apply(new DraftAct.PutTheme(under(Studies.TRUST, child, null)));

        assertEquals(
                "A theme cannot stand under itself.",
                refused(judge(team, tree, Studies.LEAD, new DraftAct.PutTheme(under(child, Studies.TRUST, null)), 1))
                        .message());
        assertEquals(
                "The parent is not in the codebook.",
                refused(judge(
                                team,
                                tree,
                                Studies.LEAD,
                                new DraftAct.PutTheme(under(Studies.id("gone"), Studies.WARM, null)),
                                null))
                        .message());
    }

    @Test
    void a_key_belongs_to_one_living_theme() {
        Codebook keyed = codebook.apply(new DraftAct.PutTheme(under(null, Studies.WARM, "4")));
        var rival = new DraftAct.PutTheme(under(null, Studies.COLD, "4"));

        assertTrue(
                refused(judge(team, keyed, Studies.LEAD, rival, null)).message().contains("'4'"));
        assertTrue(
                judge(team, keyed.apply(new DraftAct.ArchiveTheme(Studies.WARM)), Studies.LEAD, rival, null)
                        instanceof Verdict.Accepted<DraftAct>);
    }

    @Test
    void a_theme_with_living_children_is_not_archived() {
        Codebook tree = codebook.apply(new DraftAct.PutTheme(under(Studies.TRUST, Studies.WARM, null)));
        var archive = new DraftAct.ArchiveTheme(Studies.TRUST);

        assertEquals(
                ErrorCode.E_BAD,
                refused(judge(team, tree, Studies.LEAD, archive, 1)).code());
        assertTrue(
                judge(team, tree.apply(new DraftAct.ArchiveTheme(Studies.WARM)), Studies.LEAD, archive, 1)
                        instanceof Verdict.Accepted<DraftAct>);
    }
}
