package org.sepakat.agreement.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.sepakat.agreement.BinaryIndices;
import org.sepakat.agreement.CohenKappa;
import org.sepakat.agreement.ContingencyTable;
import org.sepakat.agreement.RatingProfiles;
import org.sepakat.agreement.Ratings;
import org.sepakat.agreement.interval.ClusterJackknife;
import org.sepakat.text.UnitOfAnalysis;
import org.sepakat.text.UnitOfAnalysis.Kind;

/**
 * When each flag is raised. The bounds are conventions of the house, chosen before any study was looked at; they never change a figure.
 */
public final class Flags {
    public static final int FEW_UNITS = 10;
    public static final int FEW_MARKS = 10;
    public static final double RARE = 0.05;
    public static final double BIAS = 0.1;
    public static final double LOW_KAPPA_MAX = 0.8;
    public static final int LONG_TURN_WORDS = 80;

    private final List<Flag> flags = new ArrayList<>();

    private Flags() {}

    /**
     * Two coders and one theme; none where nothing was compared, which the figures themselves say.
     *
     * @param transcripts with joint units; 0 where they are not known
     */
    public static List<Flag> of(ContingencyTable table, int transcripts) {
        Flags flags = new Flags();
        long n = table.n();
        if (n > 0) {
            flags.amounts(n, n - table.d(), (2.0 * table.a() + table.b() + table.c()) / (2.0 * n));
            flags.constant(List.of(table.row(1), table.column(1)), List.of(n, n));
            flags.unevenness(table);
            flags.transcripts(transcripts);
        }
        return List.copyOf(flags.flags);
    }

    /**
     * All coders and one theme.
     *
     * @param transcripts with comparable units; 0 where they are not known
     */
    public static List<Flag> of(Ratings ratings, int transcripts) {
        Flags flags = new Flags();
        RatingProfiles profiles = ratings.profiles();
        long n = profiles.pairable();
        if (n > 0) {
            long[] totals = profiles.totals(2);
            flags.amounts(n, marked(profiles), (double) totals[1] / (totals[0] + totals[1]));
            long[][] margins = ratings.margins();
            flags.constant(
                    IntStream.range(0, margins.length)
                            .mapToObj(g -> margins[g][1])
                            .toList(),
                    IntStream.range(0, margins.length)
                            .mapToObj(g -> margins[g][0] + margins[g][1])
                            .toList());
            flags.transcripts(transcripts);
        }
        return List.copyOf(flags.flags);
    }

    /** Pairable units that anyone marked. */
    private static long marked(RatingProfiles profiles) {
        return IntStream.range(0, profiles.size())
                .filter(i ->
                        profiles.profile(i).isPairable() && profiles.profile(i).count(1) > 0)
                .mapToLong(profiles::units)
                .sum();
    }

    private void amounts(long n, long marked, double prevalence) {
        raiseIf(n < FEW_UNITS, Flag.Code.FEW_UNITS, n);
        raiseIf(marked < FEW_MARKS, Flag.Code.FEW_MARKS, marked);
        raiseIf(prevalence < RARE, Flag.Code.RARE_THEME, prevalence);
        raiseIf(prevalence > 1 - RARE, Flag.Code.NEAR_UNIVERSAL_THEME, prevalence);
    }

    /** The first coder who reviewed something and answered nothing but yes, or nothing but no, while another did not. */
    private void constant(List<Long> marks, List<Long> reviewed) {
        boolean varies = false;
        long constant = -1;
        for (int g = 0; g < marks.size(); g++) {
            boolean isConstant = marks.get(g) == 0 || marks.get(g).equals(reviewed.get(g));
            varies |= !isConstant;
            constant = constant < 0 && isConstant && reviewed.get(g) > 0 ? marks.get(g) : constant;
        }
        boolean isOpposite =
                marks.stream().anyMatch(m -> m == 0) && marks.stream().anyMatch(m -> m > 0);
        raiseIf(constant >= 0 && (varies || isOpposite), Flag.Code.CODER_CONSTANT, constant);
    }

    private void unevenness(ContingencyTable table) {
        double bias = BinaryIndices.biasIndex(table).optional().orElse(0);
        raiseIf(Math.abs(bias) > BIAS, Flag.Code.CODER_BIAS, table.row(1), table.column(1), bias);
        CohenKappa.max(table).optional().ifPresent(max -> raiseIf(max < LOW_KAPPA_MAX, Flag.Code.LOW_KAPPA_MAX, max));
    }

    private void transcripts(int transcripts) {
        boolean areFew = transcripts > 0 && transcripts < ClusterJackknife.FEWEST_CLUSTERS;
        raiseIf(areFew, Flag.Code.FEW_TRANSCRIPTS, transcripts);
    }

    private void raiseIf(boolean holds, Flag.Code code, Number... values) {
        if (holds) {
            flags.add(Flag.of(code, values));
        }
    }

    /**
     * What the unit itself calls for, whatever the codings.
     *
     * @param units in all
     * @param words how many each turn has
     */
    public static List<Flag> ofUnits(UnitOfAnalysis unit, long units, int[] words) {
        Flags flags = new Flags();
        flags.raiseIf(unit.kind() == Kind.CHARACTER || unit.kind() == Kind.TOKEN, Flag.Code.FINE_UNIT, units);
        int[] sorted = words.clone();
        Arrays.sort(sorted);
        int median = sorted.length == 0 ? 0 : sorted[(sorted.length - 1) / 2];
        flags.raiseIf(unit.kind() == Kind.TURN && median > LONG_TURN_WORDS, Flag.Code.LONG_TURNS, median);
        return List.copyOf(flags.flags);
    }
}
