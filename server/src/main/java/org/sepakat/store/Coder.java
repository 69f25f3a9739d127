package org.sepakat.store;

import java.util.Comparator;
import java.util.UUID;

/** One coder's part in one round. */
public record Coder(UUID round, UUID member) implements Comparable<Coder> {

    private static final Comparator<Coder> ORDER =
            Comparator.comparing(Coder::round).thenComparing(Coder::member);

    @Override
    public int compareTo(Coder other) {
        return ORDER.compare(this, other);
    }
}
