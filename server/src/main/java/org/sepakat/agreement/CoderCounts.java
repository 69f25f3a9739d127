package org.sepakat.agreement;

/** What Conger's kappa needs of a transcript: its profiles and how often each coder used each category. Immutable. */
public final class CoderCounts implements Additive<CoderCounts> {
    private final RatingProfiles profiles;
    private final long[][] margins;

    private CoderCounts(RatingProfiles profiles, long[][] margins) {
        this.profiles = profiles;
        this.margins = margins;
    }

    /** @param whole whose profiles all parts share, so that they add up */
    public static CoderCounts of(Ratings part, RatingProfiles whole) {
        return new CoderCounts(whole.recount(part.profiles()), part.margins());
    }

    public Figure congerKappa() {
        return CongerKappa.of(profiles, margins);
    }

    @Override
    public long n() {
        return profiles.n();
    }

    @Override
    public CoderCounts plus(CoderCounts other) {
        return new CoderCounts(profiles.plus(other.profiles), combine(other.margins, 1));
    }

    @Override
    public CoderCounts minus(CoderCounts other) {
        return new CoderCounts(profiles.minus(other.profiles), combine(other.margins, -1));
    }

    private long[][] combine(long[][] other, int sign) {
        long[][] sum = new long[margins.length][];
        for (int g = 0; g < sum.length; g++) {
            sum[g] = margins[g].clone();
            for (int k = 0; k < sum[g].length; k++) {
                sum[g][k] += sign * other[g][k];
            }
        }
        return sum;
    }
}
