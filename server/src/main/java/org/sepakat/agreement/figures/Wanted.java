package org.sepakat.agreement.figures;

import org.jspecify.annotations.Nullable;
import org.sepakat.agreement.Pair;
import org.sepakat.agreement.figures.CodedRound.CodedTheme;

/**
 * Which of a round's figures are asked for.
 *
 * @param whole with all that is known of a theme and a pair, or only what a table of them shows
 * @param theme the name of the only one, or null for all
 * @param pair the only one, or null for all
 */
public record Wanted(
        boolean whole, @Nullable String theme, @Nullable Pair pair) {
    public static final Wanted EVERYTHING = new Wanted(true, null, null);

    /** Of all themes and pairs what a table of them shows; what is chosen, whole. */
    public static Wanted of(@Nullable String theme, @Nullable Pair pair) {
        return new Wanted(theme != null || pair != null, theme, pair);
    }

    /** The table between themes is of pairs; who asks for one theme does without. */
    boolean hasConfusion() {
        return whole && (pair != null || theme == null);
    }

    boolean includes(CodedTheme other) {
        return theme == null || theme.equals(other.name());
    }

    boolean includes(Pair other) {
        return pair == null || pair.equals(other);
    }
}
