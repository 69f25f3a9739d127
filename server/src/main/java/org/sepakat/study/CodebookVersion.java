package org.sepakat.study;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An immutable snapshot of the living themes, published with a reason. A round pins one. Versions count from 1. */
public record CodebookVersion(int version, String reason, List<Theme> themes) {

    public CodebookVersion {
        themes = List.copyOf(themes);
    }

    /** The exclusive group of a theme; null if it is in none, or not in this version. */
    public @Nullable String groupOf(UUID theme) {
        Theme found = find(theme);
        return found == null ? null : found.exclusiveGroup();
    }

    public @Nullable Theme find(UUID theme) {
        return themes.stream().filter(t -> t.id().equals(theme)).findFirst().orElse(null);
    }
}
