package org.sepakat.study;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The codebook under work: every theme that was ever drafted, each with its revision. */
public record Codebook(Map<UUID, Draft> drafts) {

    public static final Codebook EMPTY = new Codebook(Map.of());

    /** A theme as it stands now; {@code rev} counts its changes from 1. */
    public record Draft(Theme theme, int rev) {}

    public Codebook {
        drafts = Collections.unmodifiableMap(new TreeMap<>(drafts));
    }

    public @Nullable Draft find(UUID theme) {
        return drafts.get(theme);
    }

    /** What a published version would hold now: the living themes in tree order of their places. */
    public List<Theme> living() {
        return inOrder(drafts.values().stream()
                .map(Draft::theme)
                .filter(theme -> !theme.archived())
                .toList());
    }

    public Codebook apply(DraftAct act) {
        var next = new TreeMap<>(drafts);
        Theme theme = act instanceof DraftAct.PutTheme put
                ? put.theme()
                : require(((DraftAct.ArchiveTheme) act).theme()).theme().archive();
        Draft before = drafts.get(theme.id());
        next.put(theme.id(), new Draft(theme, before == null ? 1 : before.rev() + 1));
        return new Codebook(next);
    }

    private Draft require(UUID theme) {
        Draft draft = drafts.get(theme);
        if (draft == null) {
            throw new IllegalArgumentException("no theme " + theme + " in the codebook");
        }
        return draft;
    }

    static List<Theme> inOrder(Collection<Theme> themes) {
        return themes.stream()
                .sorted(Comparator.comparingInt(Theme::place).thenComparing(Theme::id))
                .toList();
    }
}
