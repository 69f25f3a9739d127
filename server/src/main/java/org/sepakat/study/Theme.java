package org.sepakat.study;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the codebook: what agreement is reported on.
 *
 * @param parent the factor or theme it stands under, or null at the top
 * @param colour slot 1..24; 13..24 reuse the twelve colours with hollow shapes
 * @param key the keyboard key that applies it, one character, or null
 * @param exclusiveGroup at most one theme of the group per coder and base segment; null means none
 * @param codable false for a heading
 * @param place order among its siblings
 */
public record Theme(
        UUID id,
        @Nullable UUID parent,
        Bilingual label,
        Bilingual definition,
        Bilingual include,
        Bilingual exclude,
        int colour,
        @Nullable String key,
        Scope scope,
        @Nullable String exclusiveGroup,
        boolean codable,
        int place,
        boolean archived) {

    public static final int COLOURS = 24;

    public Theme archive() {
        return new Theme(
                id,
                parent,
                label,
                definition,
                include,
                exclude,
                colour,
                key,
                scope,
                exclusiveGroup,
                codable,
                place,
                true);
    }
}
