package org.sepakat.study;

import java.util.Comparator;
import java.util.UUID;

/** Coder × transcript within a round. */
public record Assignment(UUID member, UUID transcript) implements Comparable<Assignment> {

    private static final Comparator<Assignment> ORDER =
            Comparator.comparing(Assignment::member).thenComparing(Assignment::transcript);

    @Override
    public int compareTo(Assignment other) {
        return ORDER.compare(this, other);
    }
}
