package org.sepakat.consensus;

import java.util.Comparator;
import java.util.UUID;
import org.sepakat.text.Span;

/** What a disagreement of a round is named by, and a decision settles: a theme at a base segment. */
public record Passage(UUID transcript, UUID theme, Span segment) implements Comparable<Passage> {

    private static final Comparator<Passage> ORDER = Comparator.comparing(Passage::transcript)
            .thenComparing(Passage::segment)
            .thenComparing(Passage::theme);

    /** Where a comparison's units lie; of a round of a study, whose names are ids. */
    public static Passage of(Comparison comparison) {
        return new Passage(
                UUID.fromString(comparison.transcript()), UUID.fromString(comparison.theme()), comparison.base());
    }

    @Override
    public int compareTo(Passage other) {
        return ORDER.compare(this, other);
    }
}
