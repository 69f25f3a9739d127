package org.sepakat.agreement.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sepakat.agreement.CohenKappa;
import org.sepakat.agreement.ContingencyTable;
import org.sepakat.agreement.Figure;
import org.sepakat.agreement.Reason;

class ResamplingTest {
    private static final List<ContingencyTable> TRANSCRIPTS = IntStream.range(0, 12)
            .mapToObj(t -> ContingencyTable.binary(6 + t % 5, 2 + t % 3, 1 + t % 4, 20 - t))
            .toList();
    private static final ContingencyTable SAME = ContingencyTable.binary(5, 2, 1, 9);
    private static final ContingencyTable PERFECT = ContingencyTable.binary(5, 0, 0, 9);
    private static final ContingencyTable ABSENT = ContingencyTable.binary(0, 0, 0, 9);
    private static final ContingencyTable EMPTY = ContingencyTable.binary(0, 0, 0, 0);

    @Test
    void the_jackknife_leaves_out_one_transcript_at_a_time() {
        ClusterJackknife jackknife = ClusterJackknife.of(TRANSCRIPTS, CohenKappa::of);
        ContingencyTable whole =
                TRANSCRIPTS.stream().reduce(ContingencyTable::plus).orElseThrow();
        double[] values = TRANSCRIPTS.stream()
                .mapToDouble(t -> value(CohenKappa.of(whole.minus(t))))
                .toArray();
        double mean = IntStream.range(0, 12).mapToDouble(i -> values[i] / 12).sum();
        double squares = IntStream.range(0, 12)
                .mapToDouble(i -> Math.pow(values[i] - mean, 2))
                .sum();
        double error = Math.sqrt(11.0 / 12 * squares);
        assertEquals(error, jackknife.standardError().getAsDouble(), 1e-12);
        Interval.Between interval = (Interval.Between) jackknife.interval();
        assertEquals(value(CohenKappa.of(whole)) - 2.200985160082949 * error, interval.lower(), 1e-9);
        assertEquals(2 * 2.200985160082949 * error, interval.width(), 1e-9);
        assertEquals(11, interval.degreesOfFreedom());
        List<Figure> replicates = ClusterJackknife.leaveOneOut(TRANSCRIPTS, CohenKappa::of);
        assertEquals(values[3], value(replicates.get(3)), 1e-12);
        assertEquals(12, replicates.size());
    }

    @Test
    void transcripts_without_joint_units_take_no_part() {
        List<ContingencyTable> more =
                Stream.concat(TRANSCRIPTS.stream(), Stream.of(EMPTY, EMPTY)).toList();
        assertEquals(ClusterJackknife.of(TRANSCRIPTS, CohenKappa::of), ClusterJackknife.of(more, CohenKappa::of));
        assertEquals(
                ClusterBootstrap.of(TRANSCRIPTS, CohenKappa::of, 1, 50),
                ClusterBootstrap.of(more, CohenKappa::of, 1, 50));
    }

    @Test
    void below_five_transcripts_there_is_an_error_but_no_interval() {
        ClusterJackknife four = ClusterJackknife.of(TRANSCRIPTS.subList(0, 4), CohenKappa::of);
        assertTrue(four.standardError().isPresent());
        assertEquals(new Interval.None(Reason.TOO_FEW_CLUSTERS), four.interval());
        assertTrue(
                ClusterJackknife.of(TRANSCRIPTS.subList(0, 5), CohenKappa::of).interval() instanceof Interval.Between);
        ClusterBootstrap boot = ClusterBootstrap.of(TRANSCRIPTS.subList(0, 4), CohenKappa::of, 1, 100);
        assertEquals(new Interval.None(Reason.TOO_FEW_CLUSTERS), boot.interval());
        assertTrue(
                ClusterBootstrap.of(TRANSCRIPTS.subList(0, 5), CohenKappa::of, 1, 100)
                                .interval()
                        instanceof Interval.Between);
    }

    @Test
    void one_transcript_and_none_have_no_error() {
        ClusterJackknife one = ClusterJackknife.of(List.of(SAME), CohenKappa::of);
        assertTrue(one.standardError().isEmpty());
        assertEquals(new Interval.None(Reason.TOO_FEW_CLUSTERS), one.interval());
        assertEquals(1, one.undefinedReplicates());
        assertEquals(List.of(), ClusterJackknife.leaveOneOut(List.of(SAME), CohenKappa::of));
        ClusterJackknife none = ClusterJackknife.of(List.of(EMPTY), CohenKappa::of);
        assertEquals(new Interval.None(Reason.NO_JOINT_UNITS), none.interval());
        assertEquals(
                new Interval.None(Reason.NO_JOINT_UNITS),
                ClusterBootstrap.of(List.<ContingencyTable>of(), CohenKappa::of, 1, 10)
                        .interval());
    }

    @Test
    void at_a_boundary_no_interval_is_shown() {
        List<ContingencyTable> perfect = Stream.generate(() -> PERFECT).limit(8).toList();
        assertEquals(
                new Interval.None(Reason.CONSTANT),
                ClusterJackknife.of(perfect, CohenKappa::of).interval());
        assertEquals(
                new Interval.None(Reason.CONSTANT),
                ClusterBootstrap.of(perfect, CohenKappa::of, 1, 50).interval());
        List<ContingencyTable> absent = Stream.generate(() -> ABSENT).limit(8).toList();
        assertEquals(
                new Interval.None(Reason.CONSTANT),
                ClusterJackknife.of(absent, CohenKappa::of).interval());
    }

    @Test
    void more_than_a_tenth_of_undefined_replicates_prints_no_interval() {
        // Only one transcript has the theme: without it kappa is undefined.
        List<ContingencyTable> ten = withOnly(PERFECT, 9);
        ClusterJackknife tenth = ClusterJackknife.of(ten, CohenKappa::of);
        assertEquals(1, tenth.undefinedReplicates());
        assertEquals(new Interval.None(Reason.CONSTANT), tenth.interval());
        assertEquals(
                new Interval.None(Reason.TOO_FEW_CLUSTERS),
                ClusterJackknife.of(withOnly(PERFECT, 8), CohenKappa::of).interval());
        ClusterBootstrap boot = ClusterBootstrap.of(ten, CohenKappa::of, 1, 400);
        assertEquals(Math.pow(0.9, 10), boot.undefinedShare(), 0.08);
        assertEquals(new Interval.None(Reason.TOO_FEW_CLUSTERS), boot.interval());
    }

    @Test
    void each_undefined_replicate_costs_a_degree_of_freedom() {
        // Without the one transcript that has the theme kappa is undefined; without any other it is not, and differs by
        // their sizes.
        List<ContingencyTable> ten = Stream.concat(
                        Stream.of(SAME), IntStream.range(1, 10).mapToObj(d -> ContingencyTable.binary(0, 0, 0, 7L * d)))
                .toList();
        ClusterJackknife jackknife = ClusterJackknife.of(ten, CohenKappa::of);
        assertEquals(1, jackknife.undefinedReplicates());
        assertEquals(8, ((Interval.Between) jackknife.interval()).degreesOfFreedom());
        double[] defined = ClusterJackknife.leaveOneOut(ten, CohenKappa::of).stream()
                .flatMapToDouble(figure -> figure.optional().stream())
                .toArray();
        double mean = DoubleStream.of(defined).average().orElseThrow();
        double squares =
                DoubleStream.of(defined).map(k -> (k - mean) * (k - mean)).sum();
        assertEquals(Math.sqrt(8.0 / 9 * squares), jackknife.standardError().getAsDouble(), 1e-12);
    }

    @Test
    void two_transcripts_are_the_fewest_that_can_be_left_out_in_turn() {
        List<ContingencyTable> two = List.of(SAME, TRANSCRIPTS.get(1));
        assertEquals(2, ClusterJackknife.leaveOneOut(two, CohenKappa::of).size());
        double apart = value(CohenKappa.of(SAME)) - value(CohenKappa.of(TRANSCRIPTS.get(1)));
        assertEquals(
                Math.abs(apart) / 2,
                ClusterJackknife.of(two, CohenKappa::of).standardError().getAsDouble(),
                1e-12);
    }

    private static List<ContingencyTable> withOnly(ContingencyTable one, int others) {
        return Stream.concat(Stream.of(one), Stream.generate(() -> ABSENT).limit(others))
                .toList();
    }

    @Test
    void the_bootstrap_is_the_same_for_the_same_seed_and_near_the_jackknife() {
        ClusterBootstrap boot = ClusterBootstrap.of(TRANSCRIPTS, CohenKappa::of, 42, ClusterBootstrap.RESAMPLES);
        assertEquals(boot, ClusterBootstrap.of(TRANSCRIPTS, CohenKappa::of, 42, ClusterBootstrap.RESAMPLES));
        assertNotEquals(
                boot.interval(),
                ClusterBootstrap.of(TRANSCRIPTS, CohenKappa::of, 43, ClusterBootstrap.RESAMPLES)
                        .interval());
        ClusterJackknife jackknife = ClusterJackknife.of(TRANSCRIPTS, CohenKappa::of);
        double ratio =
                boot.standardError().getAsDouble() / jackknife.standardError().getAsDouble();
        assertEquals(1, ratio, 0.2);
        Interval.Between interval = (Interval.Between) boot.interval();
        double whole = value(CohenKappa.of(
                TRANSCRIPTS.stream().reduce(ContingencyTable::plus).orElseThrow()));
        assertTrue(interval.lower() < whole && whole < interval.upper());
        assertEquals(
                3.6 * boot.standardError().getAsDouble(),
                interval.width(),
                0.6 * boot.standardError().getAsDouble());
        assertEquals(0, boot.undefinedShare());
        assertEquals(42, boot.seed());
    }

    @Test
    void quantiles_are_those_of_the_tables() {
        Interval.Between normal = Interval.normal(0.5, 0.1);
        assertEquals(0.5 - 0.1959963984540054, normal.lower(), 1e-15);
        assertEquals(0.5 + 0.1959963984540054, normal.upper(), 1e-15);
        assertEquals(12.706204736432095, Quantile.student975(1), 1e-9);
        assertEquals(2.2281388519649385, Quantile.student975(10), 1e-9);
        assertEquals(Double.POSITIVE_INFINITY, normal.degreesOfFreedom());
    }

    private static double value(Figure figure) {
        return figure.optional().orElseThrow();
    }
}
