package org.sepakat.study;

import java.util.UUID;

/** Acts on the codebook under work. */
public sealed interface DraftAct extends Act {

    /** Adds a theme or replaces its whole entry. */
    record PutTheme(Theme theme) implements DraftAct {
        @Override
        public String kind() {
            return "theme.put";
        }
    }

    record ArchiveTheme(UUID theme) implements DraftAct {
        @Override
        public String kind() {
            return "theme.archive";
        }
    }
}
