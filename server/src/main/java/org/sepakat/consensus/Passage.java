package org.sepakat.consensus;

import java.util.Comparator;
import java.util.UUID;
import org.sepakat.text.Span;

/** What a disagreement of a round is named by, and a decision settles: a theme at a base segment. */
public record Passage(UUID transcript, UUID theme, Span segment) implements Comparable<Passage> {

    private static final Comparator<Passage> ORDER = Comparator.comparing(Passage::transcript)
            .thenComparing(Passage::segment)
            .thenComparing(Passage::theme);

    @Override
    public int compareTo(Passage other) {
        return ORDER.compare(this, other);
    }
}
