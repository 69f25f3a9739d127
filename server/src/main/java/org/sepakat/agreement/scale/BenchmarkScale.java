package org.sepakat.agreement.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The published scales. Landis and Koch's cut points were set for kappa; on AC1 they flatter. Each class runs from its floor up to the floor
 * of the better one.
 *
 * @param levels from the best class down
 */
public record BenchmarkScale(String source, List<Level> levels) {
    public static final BenchmarkScale LANDIS_KOCH = scale(
            "Landis & Koch 1977",
            new Level("Almost Perfect", 0.8),
            new Level("Substantial", 0.6),
            new Level("Moderate", 0.4),
            new Level("Fair", 0.2),
            new Level("Slight", 0),
            new Level("Poor", -1));
    public static final BenchmarkScale FLEISS = scale(
            "Fleiss 1981", new Level("Excellent", 0.75), new Level("Intermediate to Good", 0.4), new Level("Poor", -1));
    public static final BenchmarkScale ALTMAN = scale(
            "Altman 1991",
            new Level("Very Good", 0.8),
            new Level("Good", 0.6),
            new Level("Moderate", 0.4),
            new Level("Fair", 0.2),
            new Level("Poor", -1));
    public static final BenchmarkScale CICCHETTI = scale(
            "Cicchetti 1994",
            new Level("Excellent", 0.75),
            new Level("Good", 0.6),
            new Level("Fair", 0.4),
            new Level("Poor", -1));
    public static final BenchmarkScale MCHUGH = scale(
            "McHugh 2012",
            new Level("Almost Perfect", 0.9),
            new Level("Strong", 0.8),
            new Level("Moderate", 0.6),
            new Level("Weak", 0.4),
            new Level("Minimal", 0.2),
            new Level("None", -1));
    public static final BenchmarkScale KRIPPENDORFF =
            scale("Krippendorff 2004", new Level("Rely", 0.8), new Level("Tentative", 0.667), new Level("Discard", -1));

    private static final Map<String, BenchmarkScale> NAMED = Map.of(
            "landis-koch", LANDIS_KOCH,
            "fleiss", FLEISS,
            "altman", ALTMAN,
            "cicchetti", CICCHETTI,
            "mchugh", MCHUGH,
            "krippendorff", KRIPPENDORFF);
    private static final double ENOUGH = 0.95;
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private static BenchmarkScale scale(String source, Level... levels) {
        return new BenchmarkScale(source, List.of(levels));
    }

    /** By the name a reader gives. */
    public static BenchmarkScale parse(String name) {
        BenchmarkScale scale = NAMED.get(name);
        if (scale == null) {
            throw new IllegalArgumentException(
                    "scale '" + name + "': expected one of " + new TreeSet<>(NAMED.keySet()));
        }
        return scale;
    }

    /** @param floor the least value of the class */
    public record Level(String name, double floor) {}

    /** @param probability that the true value lies in this class or a better one */
    public record Membership(Level level, double probability) {}

    /**
     * Gwet's cumulative memberships: {@code [Phi((x-lo)/SE) - Phi((x-hi)/SE)] / [Phi((x+1)/SE) - Phi((x-1)/SE)]}, summed from the best class
     * down. The standard error should be the one over transcripts.
     */
    public List<Membership> memberships(double value, double standardError) {
        if (!(standardError > 0) || !(Math.abs(value) <= 1)) {
            throw new IllegalArgumentException(
                    "needs a value in [-1, 1] and an error above 0, got " + value + " and " + standardError);
        }
        double inside = phi((value + 1) / standardError) - phi((value - 1) / standardError);
        double above = phi((value - 1) / standardError);
        List<Membership> memberships = new ArrayList<>();
        for (Level level : levels) {
            double reached = phi((value - level.floor()) / standardError);
            memberships.add(new Membership(level, (reached - above) / inside));
        }
        return List.copyOf(memberships);
    }

    /** The best class the value reaches with a probability of .95. */
    public Membership probableLevel(double value, double standardError) {
        List<Membership> memberships = memberships(value, standardError);
        return memberships.stream()
                .filter(membership -> membership.probability() >= ENOUGH)
                .findFirst()
                .orElse(memberships.get(memberships.size() - 1));
    }

    private static double phi(double z) {
        return NORMAL.cumulativeProbability(z);
    }
}
