package org.sepakat.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Any number of coders, counted: how many units show each profile. All coefficients over several coders but Conger's need no more than this,
 * so a table of a few dozen numbers stands for a hundred thousand units. Immutable; the list of profiles is shared between clusters of the
 * same data, which is what lets them be added and subtracted.
 */
public final class RatingProfiles implements Additive<RatingProfiles> {
    private final int coders;
    private final int categories;
    private final List<Profile> profiles;
    private final long[] units;

    /**
     * @param coders coders in the design, whether or not they reviewed anything
     * @param profiles distinct profiles
     * @param units units with each profile
     */
    public RatingProfiles(int coders, int categories, List<Profile> profiles, long[] units) {
        if (profiles.size() != units.length) {
            throw new IllegalArgumentException(profiles.size() + " profiles but " + units.length + " counts");
        }
        this.coders = coders;
        this.categories = categories;
        this.profiles = List.copyOf(profiles);
        this.units = units.clone();
    }

    /** All profiles that {@code coders} coders can give a theme: absent and present counts, read count first. */
    public static List<Profile> binarySpace(int coders) {
        List<Profile> space = new ArrayList<>();
        for (int read = 0; read <= coders; read++) {
            for (int present = 0; present <= read; present++) {
                space.add(new Profile(read - present, present));
            }
        }
        return List.copyOf(space);
    }

    /** Place of a profile in {@link #binarySpace}. */
    public static int binaryIndex(int read, int present) {
        return read * (read + 1) / 2 + present;
    }

    /** Two coders' table as profiles: the units both reviewed. */
    public static RatingProfiles of(ContingencyTable table) {
        int q = table.categories();
        List<Profile> profiles = new ArrayList<>();
        long[] units = new long[q * q];
        for (int i = 0; i < q; i++) {
            for (int j = 0; j < q; j++) {
                int[] counts = new int[q];
                counts[i]++;
                counts[j]++;
                units[profiles.size()] = table.count(i, j);
                profiles.add(new Profile(counts));
            }
        }
        return new RatingProfiles(2, q, profiles, units);
    }

    /** The counts of a part of these units, in this list of profiles, so that parts add up. */
    public RatingProfiles recount(RatingProfiles part) {
        if (profiles.equals(part.profiles)) {
            return new RatingProfiles(coders, categories, profiles, part.units);
        }
        long[] counts = new long[units.length];
        for (int i = 0; i < part.units.length; i++) {
            int index = profiles.indexOf(part.profiles.get(i));
            if (index < 0) {
                throw new IllegalArgumentException("profile " + part.profiles.get(i) + " does not occur in the whole");
            }
            counts[index] += part.units[i];
        }
        return new RatingProfiles(coders, categories, profiles, counts);
    }

    public int coders() {
        return coders;
    }

    public int categories() {
        return categories;
    }

    /** Distinct profiles, including some that no unit may have. */
    public int size() {
        return units.length;
    }

    public Profile profile(int index) {
        return profiles.get(index);
    }

    public long units(int index) {
        return units[index];
    }

    /** {@code n}: units at least one coder reviewed. */
    @Override
    public long n() {
        return countFrom(1);
    }

    /** {@code n'}: units at least two coders reviewed. */
    public long pairable() {
        return countFrom(2);
    }

    private long countFrom(int coders) {
        long sum = 0;
        for (int i = 0; i < units.length; i++) {
            if (profiles.get(i).total() >= coders) {
                sum += units[i];
            }
        }
        return sum;
    }

    /** Only the units that every coder reviewed. */
    public RatingProfiles complete() {
        long[] kept = units.clone();
        for (int i = 0; i < kept.length; i++) {
            if (profiles.get(i).total() < coders) {
                kept[i] = 0;
            }
        }
        return new RatingProfiles(coders, categories, profiles, kept);
    }

    /** {@code pi_k}: mean over reviewed units of the share of their coders who chose category k. */
    public double[] meanShares() {
        double[] pi = new double[categories];
        long n = n();
        for (int i = 0; i < units.length; i++) {
            Profile profile = profiles.get(i);
            for (int k = 0; k < categories && profile.total() > 0; k++) {
                pi[k] += (double) units[i] * profile.count(k) / profile.total() / n;
            }
        }
        return pi;
    }

    /** Codings per category, over units with at least {@code coders} coders. */
    public long[] totals(int coders) {
        long[] totals = new long[categories];
        for (int i = 0; i < units.length; i++) {
            Profile profile = profiles.get(i);
            for (int k = 0; k < categories && profile.total() >= coders; k++) {
                totals[k] += units[i] * profile.count(k);
            }
        }
        return totals;
    }

    /** Whether all codings, of units with at least {@code coders} coders, fall into one category. */
    public boolean isConstant(int coders) {
        return Arrays.stream(totals(coders)).filter(total -> total > 0).count() <= 1;
    }

    /** Why no coefficient of several coders can be had from this, before any formula is tried; or null. */
    @Nullable
    Reason incomparable() {
        if (coders < 2) {
            return Reason.ONE_CODER;
        }
        return pairable() == 0 ? Reason.NO_JOINT_UNITS : null;
    }

    /** Working of a coefficient that uses the pairable units only. */
    Basis pairableBasis() {
        return Basis.of(pairable(), n() - pairable());
    }

    @Override
    public RatingProfiles plus(RatingProfiles other) {
        return combine(other, 1);
    }

    @Override
    public RatingProfiles minus(RatingProfiles other) {
        return combine(other, -1);
    }

    private RatingProfiles combine(RatingProfiles other, int sign) {
        if (!profiles.equals(other.profiles)) {
            throw new IllegalArgumentException("clusters of different data cannot be combined");
        }
        long[] sum = new long[units.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = units[i] + sign * other.units[i];
        }
        return new RatingProfiles(coders, categories, profiles, sum);
    }
}
