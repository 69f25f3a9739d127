package org.sepakat.agreement.board;

import java.util.Arrays;
import org.sepakat.agreement.RatingProfiles;

/** One theme's units per transcript by how many coders read them and how many of these applied it. */
final class ProfileCounts {
    private final int profiles;
    private final int[] units;

    ProfileCounts(int coders, int transcripts) {
        this.profiles = RatingProfiles.binaryIndex(coders, coders) + 1;
        this.units = new int[transcripts * profiles];
    }

    void clear() {
        Arrays.fill(units, 0);
    }

    void add(int transcript, int profile, int count) {
        units[transcript * profiles + profile] += count;
    }

    long[] of(int transcript) {
        long[] counts = new long[profiles];
        for (int i = 0; i < profiles; i++) {
            counts[i] = units[transcript * profiles + i];
        }
        return counts;
    }
}
