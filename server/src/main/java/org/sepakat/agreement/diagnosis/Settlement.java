package org.sepakat.agreement.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.sepakat.agreement.CohenKappa;
import org.sepakat.agreement.ContingencyTable;
import org.sepakat.agreement.Figure;
import org.sepakat.agreement.KrippendorffAlpha;
import org.sepakat.agreement.Profile;
import org.sepakat.agreement.RatingProfiles;

/**
 * How a figure would move if disagreements over one theme were settled, the most telling first. A unit is settled as most of its coders have it,
 * an even split as absent. It forecasts nothing: nobody knows how they will be settled.
 */
public final class Settlement {
    private static final long[] COUNTS = {1, 2, 5, 10, 20, 50};

    /**
     * Two coders after some units of cells b and c were settled, each taken from the larger cell.
     *
     * @param asPresent kappa if both now apply the theme there
     * @param asAbsent kappa if neither does
     */
    public record PairStep(long settled, Figure asPresent, Figure asAbsent) {}

    /** @param alpha of all coders, once that many units are settled */
    public record Step(long settled, Figure alpha) {}

    /**
     * Units that are alike in how many coders read them and how many of these applied the theme.
     *
     * @param gain in alpha if one of them is settled
     */
    public record Telling(Profile profile, long units, double gain) {}

    private final RatingProfiles before;
    private final double alpha;

    private Settlement(RatingProfiles before, double alpha) {
        this.before = before;
        this.alpha = alpha;
    }

    /** For 1, 2, 5, 10, 20, 50 and all of the pair's disagreements. */
    public static List<PairStep> ofPair(ContingencyTable table) {
        return counts(table.b() + table.c())
                .mapToObj(settled -> step(table, settled))
                .toList();
    }

    private static PairStep step(ContingencyTable table, long settled) {
        long lead = Math.min(settled, Math.abs(table.b() - table.c()));
        long even = settled - lead;
        long fromB = table.b() >= table.c() ? lead + (even + 1) / 2 : even / 2;
        long b = table.b() - fromB;
        long c = table.c() - (settled - fromB);
        return new PairStep(
                settled,
                CohenKappa.of(ContingencyTable.binary(table.a() + settled, b, c, table.d())),
                CohenKappa.of(ContingencyTable.binary(table.a(), b, c, table.d() + settled)));
    }

    private static LongStream counts(long all) {
        return LongStream.concat(
                LongStream.of(COUNTS).filter(count -> count < all),
                LongStream.of(all).filter(count -> count > 0));
    }

    /** Kinds of disagreement of a theme, the most telling first; empty where alpha is undefined. */
    public static List<Telling> telling(RatingProfiles profiles) {
        RatingProfiles space = inBinarySpace(profiles);
        return KrippendorffAlpha.nominal(space) instanceof Figure.Defined alpha
                ? new Settlement(space, alpha.value()).telling()
                : List.of();
    }

    /** For 1, 2, 5, 10, 20, 50 and all of the theme's disagreements; empty where alpha is undefined. */
    public static List<Step> ofAll(RatingProfiles profiles) {
        RatingProfiles space = inBinarySpace(profiles);
        List<Telling> order = telling(space);
        return counts(order.stream().mapToLong(Telling::units).sum())
                .mapToObj(settled -> new Step(settled, KrippendorffAlpha.nominal(settled(space, order, settled))))
                .toList();
    }

    private static RatingProfiles inBinarySpace(RatingProfiles profiles) {
        List<Profile> space = RatingProfiles.binarySpace(profiles.coders());
        return new RatingProfiles(profiles.coders(), 2, space, new long[space.size()]).recount(profiles);
    }

    private List<Telling> telling() {
        List<Telling> telling = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            Profile profile = before.profile(i);
            if (before.units(i) > 0 && profile.count(0) > 0 && profile.count(1) > 0) {
                Telling one = new Telling(profile, 1, 0);
                double after = KrippendorffAlpha.nominal(settled(before, List.of(one), 1))
                        .optional()
                        .orElse(alpha);
                telling.add(new Telling(profile, before.units(i), after - alpha));
            }
        }
        telling.sort(Comparator.comparingDouble(Telling::gain).reversed());
        return List.copyOf(telling);
    }

    private static RatingProfiles settled(RatingProfiles space, List<Telling> order, long settled) {
        long[] units = new long[space.size()];
        for (int i = 0; i < units.length; i++) {
            units[i] = space.units(i);
        }
        long left = settled;
        for (Telling each : order) {
            long moved = Math.min(left, each.units());
            int read = each.profile().total();
            int present = each.profile().count(1);
            units[RatingProfiles.binaryIndex(read, present)] -= moved;
            units[RatingProfiles.binaryIndex(read, 2 * present > read ? read : 0)] += moved;
            left -= moved;
        }
        return new RatingProfiles(space.coders(), 2, RatingProfiles.binarySpace(space.coders()), units);
    }
}
