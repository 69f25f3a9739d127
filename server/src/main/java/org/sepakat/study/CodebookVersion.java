package org.sepakat.study;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An immutable snapshot of the living themes, published with a reason. A round pins one. Versions count from 1. */
public record CodebookVersion(int version, String reason, List<Theme> themes) {

    public CodebookVersion {
        themes = List.copyOf(themes);
    }

    public @Nullable Theme find(UUID theme) {
        return themes.stream().filter(t -> t.id().equals(theme)).findFirst().orElse(null);
    }
}
