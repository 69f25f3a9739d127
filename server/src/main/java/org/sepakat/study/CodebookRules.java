package org.sepakat.study;

import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may change the codebook under work, and to what (decision note 4). Pure. */
public final class CodebookRules {

    /** A tree deeper than this is a slip. */
    static final int MAX_DEPTH = 8;

    private CodebookRules() {}

    public static Verdict<DraftAct> judge(
            Study study, Codebook codebook, Member actor, DraftAct act, @Nullable Integer ifRev) {
        Optional<Refusal> no = refuseEditor(study, actor);
        if (no.isEmpty()) {
            no = act instanceof DraftAct.PutTheme put
                    ? refusePut(codebook, put.theme(), ifRev)
                    : refuseArchive(codebook, ((DraftAct.ArchiveTheme) act).theme(), ifRev);
        }
        return no.<Verdict<DraftAct>>map(Verdict::refuse).orElseGet(() -> Verdict.accept(act));
    }

    /** Leads edit, unless they are blind: in that case drafts are hidden from them as well. */
    static Optional<Refusal> refuseEditor(Study study, Member actor) {
        if (!actor.isLead()) {
            return Optional.of(Refusal.readOnly("Only a lead changes the codebook."));
        }
        if (study.isBlind(actor.id())) {
            return Optional.of(
                    Refusal.readOnly(
                            "You code in a blind round that is not revealed: the codebook's drafts are closed to you until then."));
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refusePut(Codebook codebook, Theme theme, @Nullable Integer ifRev) {
        Codebook.Draft before = codebook.find(theme.id());
        int rev = before == null ? 0 : before.rev();
        if (rev != Objects.requireNonNullElse(ifRev, 0)) {
            return Optional.of(Refusal.stale(rev));
        }
        if (theme.label().isBlank()) {
            return Optional.of(Refusal.bad("body.theme.label", "A theme needs a label in at least one language."));
        }
        if (theme.colour() < 1 || theme.colour() > Theme.COLOURS) {
            return Optional.of(Refusal.bad(
                    "body.theme.colour", "Colour slots are 1 to " + Theme.COLOURS + ", not " + theme.colour() + "."));
        }
        return refuseKey(codebook, theme).or(() -> refuseParent(codebook, theme));
    }

    private static Optional<Refusal> refuseKey(Codebook codebook, Theme theme) {
        String key = theme.key();
        if (key == null) {
            return Optional.empty();
        }
        if (key.codePointCount(0, key.length()) != 1 || key.isBlank()) {
            return Optional.of(Refusal.bad("body.theme.key", "A key is one visible character."));
        }
        return codebook.living().stream()
                .filter(other -> !other.id().equals(theme.id()) && key.equals(other.key()))
                .findFirst()
                .map(other -> Refusal.bad("body.theme.key", "Another theme has the key '" + key + "' already."));
    }

    private static Optional<Refusal> refuseParent(Codebook codebook, Theme theme) {
        var seen = new HashSet<UUID>();
        seen.add(theme.id());
        for (UUID at = theme.parent(); at != null; ) {
            Codebook.Draft parent = codebook.find(at);
            if (parent == null || parent.theme().archived()) {
                return Optional.of(Refusal.bad("body.theme.parent", "The parent is not in the codebook."));
            }
            if (!seen.add(at)) {
                return Optional.of(Refusal.bad("body.theme.parent", "A theme cannot stand under itself."));
            }
            if (seen.size() > MAX_DEPTH) {
                return Optional.of(
                        Refusal.bad("body.theme.parent", "Themes nest at most " + MAX_DEPTH + " levels deep."));
            }
            at = parent.theme().parent();
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refuseArchive(Codebook codebook, UUID theme, @Nullable Integer ifRev) {
        Codebook.Draft draft = codebook.find(theme);
        if (draft == null || draft.theme().archived()) {
            return Optional.of(Refusal.notFound());
        }
        if (ifRev == null || ifRev != draft.rev()) {
            return Optional.of(Refusal.stale(draft.rev()));
        }
        boolean parentOfLiving = codebook.living().stream().anyMatch(t -> theme.equals(t.parent()));
        return parentOfLiving
                ? Optional.of(Refusal.bad("body.theme", "Move or archive the themes under this one first."))
                : Optional.empty();
    }
}
