package org.sepakat.agreement.board;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.sepakat.agreement.KrippendorffAlpha;
import org.sepakat.agreement.Profile;
import org.sepakat.agreement.RatingProfiles;
import org.sepakat.agreement.interval.Estimate;
import org.sepakat.agreement.interval.Replicates;

/**
 * One theme's units per transcript by how many coders read them and how many of these applied it. Alpha needs four sums of each transcript:
 * reviewed units, codings absent and present on units that at least two coders read, and disagreement {@code sum 2 p (r-p) / (r-1)}; they are
 * worked out again for transcripts that changed.
 */
final class ProfileCounts {
    private static final int ANY = 0;
    private static final int ABSENT = 1;
    private static final int PRESENT = 2;
    private static final int DISAGREEMENT = 3;
    private static final int SUMS = 4;

    private final int coders;
    private final List<Profile> space;
    private final int transcripts;
    private final int[] units;
    private final long[] whole;
    private final double[] sums;
    private final BitSet changed = new BitSet();

    /** Nobody has read anything. */
    ProfileCounts(int coders, List<Profile> space, UnitGrid grid) {
        this.coders = coders;
        this.space = space;
        this.transcripts = grid.transcripts();
        this.units = new int[transcripts * space.size()];
        this.whole = new long[space.size()];
        this.sums = new double[transcripts * SUMS];
        for (int t = 0; t < transcripts; t++) {
            add(t, 0, grid.units(t));
        }
    }

    int profiles() {
        return whole.length;
    }

    void add(int transcript, int profile, int count) {
        units[transcript * whole.length + profile] += count;
        whole[profile] += count;
        changed.set(transcript);
    }

    /** All counts of a transcript. */
    void set(int transcript, int[] counts) {
        for (int profile = 0; profile < whole.length; profile++) {
            add(transcript, profile, counts[profile] - units[transcript * whole.length + profile]);
        }
    }

    /** From the sums alone: a replicate leaves out one transcript's. */
    Estimate alpha() {
        changed.stream().forEach(this::sum);
        changed.clear();
        double absent = 0;
        double present = 0;
        double disagreement = 0;
        for (int at = 0; at < sums.length; at += SUMS) {
            absent += sums[at + ABSENT];
            present += sums[at + PRESENT];
            disagreement += sums[at + DISAGREEMENT];
        }
        Replicates replicates = new Replicates(transcripts);
        for (int at = 0; at < sums.length; at += SUMS) {
            if (sums[at + ANY] > 0) {
                replicates.add(KrippendorffAlpha.ofSums(
                        absent - sums[at + ABSENT],
                        present - sums[at + PRESENT],
                        disagreement - sums[at + DISAGREEMENT]));
            }
        }
        return replicates.estimate(KrippendorffAlpha.nominal(new RatingProfiles(coders, 2, space, whole)));
    }

    private void sum(int transcript) {
        int profile = transcript * whole.length;
        int at = transcript * SUMS;
        Arrays.fill(sums, at, at + SUMS, 0);
        for (int read = 0; read <= coders; read++) {
            for (int present = 0; present <= read; present++) {
                double count = units[profile++];
                sums[at + ANY] += read > 0 ? count : 0;
                if (read > 1) {
                    sums[at + ABSENT] += count * (read - present);
                    sums[at + PRESENT] += count * present;
                    sums[at + DISAGREEMENT] += count * (2 * present * (read - present)) / (read - 1);
                }
            }
        }
    }

    RatingProfiles of(int transcript) {
        long[] counts = new long[whole.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = units[transcript * counts.length + i];
        }
        return new RatingProfiles(coders, 2, space, counts);
    }
}
