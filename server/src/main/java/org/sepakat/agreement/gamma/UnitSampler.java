package org.sepakat.agreement.gamma;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/**
 * Coders by chance: as many units, as long, as far apart and with themes as common as the real ones, drawn from normal distributions with their
 * means and deviations.
 */
final class UnitSampler {
    private final List<List<Unit>> coders;
    private final double[] counts;
    private final double[] gaps;
    private final double[] lengths;
    private final List<Unit> units;

    UnitSampler(List<List<Unit>> coders) {
        this.coders = coders;
        this.units = coders.stream().flatMap(List::stream).toList();
        this.counts = coders.stream().mapToDouble(List::size).toArray();
        this.lengths = units.stream().mapToDouble(Unit::length).toArray();
        this.gaps = gaps().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Before every unit. */
    private List<Double> gaps() {
        List<Double> gaps = new ArrayList<>();
        for (List<Unit> line : coders) {
            double from = 0;
            for (Unit unit : line) {
                gaps.add(unit.begin() - from);
                from = unit.end();
            }
        }
        return gaps;
    }

    List<List<Unit>> draw(RandomGenerator random) {
        List<List<Unit>> drawn = new ArrayList<>();
        for (int coder = 0; coder < coders.size(); coder++) {
            int most = BestAlignment.MOST_UNITS / coders.size();
            int count = Math.min(most, Math.max(1, (int) normal(counts, random)));
            List<Unit> line = new ArrayList<>();
            double from = 0;
            for (int i = 0; i < count; i++) {
                double begin = from + normal(gaps, random);
                double length = Math.abs(normal(lengths, random));
                from = begin + length;
                line.add(new Unit(
                        begin, from, units.get(random.nextInt(units.size())).theme()));
            }
            drawn.add(line);
        }
        return drawn;
    }

    private static double normal(double[] like, RandomGenerator random) {
        return new Mean().evaluate(like) + new StandardDeviation(false).evaluate(like) * random.nextGaussian();
    }
}
