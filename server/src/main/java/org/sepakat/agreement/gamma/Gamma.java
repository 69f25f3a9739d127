package org.sepakat.agreement.gamma;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.jspecify.annotations.Nullable;
import org.sepakat.agreement.Basis;
import org.sepakat.agreement.Figure;
import org.sepakat.agreement.Reason;
import org.sepakat.agreement.span.Continuum;
import org.sepakat.agreement.span.Continuum.Segment;

/**
 * {@code 1 - observed disorder / expected disorder}; 1 where nothing is out of order, below 0 where coders do worse than chance. Expected
 * disorder is the mean over samples, so the figure moves a little with the seed. The best alignment is exact and its cost exponential in the
 * coders: at most {@value #MOST_CODERS} coders and {@value #MOST_UNITS} units in all, beyond which it is undefined.
 */
public final class Gamma {
    public static final int MOST_CODERS = 4;
    public static final int MOST_UNITS = 40;
    public static final int SAMPLES = 300;

    private final List<List<Unit>> coders;
    private final Dissimilarity dissimilarity;
    private final Basis basis;

    public Gamma(Continuum continuum, Dissimilarity dissimilarity) {
        this.coders = units(continuum);
        this.dissimilarity = dissimilarity;
        this.basis = Basis.of(coders.stream().mapToInt(List::size).sum(), 0);
    }

    private static List<List<Unit>> units(Continuum continuum) {
        List<String> values = continuum.values();
        List<List<Unit>> coders = new ArrayList<>();
        for (List<Segment> line : continuum.segments()) {
            coders.add(line.stream()
                    .map(segment -> new Unit(
                            segment.begin() - continuum.start(),
                            segment.end() - continuum.start(),
                            values.indexOf(segment.value())))
                    .sorted(Comparator.comparingDouble(Unit::begin))
                    .toList());
        }
        return coders;
    }

    /** Of the best alignment, per unit of a coder. */
    public Figure observedDisorder() {
        Reason reason = impossible();
        return reason != null
                ? new Figure.Undefined(reason, basis)
                : Figure.chanceCorrected(BestAlignment.disorder(coders, dissimilarity), 0, basis);
    }

    public Figure of(long seed, int samples) {
        if (!(observedDisorder() instanceof Figure.Defined observed)) {
            return observedDisorder();
        }
        if (observed.value() == 0) {
            return new Figure.Defined(1, 1, 0, basis);
        }
        UnitSampler sampler = new UnitSampler(coders);
        RandomGenerator random = new Well19937c(seed);
        double expected = 0;
        for (int i = 0; i < samples; i++) {
            expected += BestAlignment.disorder(sampler.draw(random), dissimilarity) / samples;
        }
        return new Figure.Defined(1 - observed.value() / expected, 1 - observed.value(), 1 - expected, basis);
    }

    private @Nullable Reason impossible() {
        if (coders.size() < 2) {
            return Reason.ONE_CODER;
        }
        if (basis.n() == 0) {
            return Reason.EMPTY_DENOMINATOR;
        }
        return coders.size() > MOST_CODERS || basis.n() > MOST_UNITS ? Reason.TOO_LARGE : null;
    }
}
