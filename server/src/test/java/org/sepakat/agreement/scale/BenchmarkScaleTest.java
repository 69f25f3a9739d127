package org.sepakat.agreement.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sepakat.agreement.scale.BenchmarkScale.Membership;

class BenchmarkScaleTest {
    private static final List<BenchmarkScale> ALL = List.of(
            BenchmarkScale.LANDIS_KOCH,
            BenchmarkScale.FLEISS,
            BenchmarkScale.ALTMAN,
            BenchmarkScale.CICCHETTI,
            BenchmarkScale.MCHUGH,
            BenchmarkScale.KRIPPENDORFF);

    @ParameterizedTest
    @CsvSource({
        ".85,Almost Perfect,Excellent,Very Good,Excellent,Strong,Rely",
        ".7,Substantial,Intermediate to Good,Good,Good,Moderate,Tentative",
        ".5,Moderate,Intermediate to Good,Moderate,Fair,Weak,Discard",
        ".3,Fair,Poor,Fair,Poor,Minimal,Discard",
        ".1,Slight,Poor,Poor,Poor,None,Discard",
        "-.2,Poor,Poor,Poor,Poor,None,Discard",
        ".95,Almost Perfect,Excellent,Very Good,Excellent,Almost Perfect,Rely"
    })
    void each_scale_has_its_own_word_for_a_figure_known_for_sure(
            double value, String landis, String fleiss, String altman, String cicchetti, String mchugh, String alpha) {
        List<String> words = ALL.stream()
                .map(scale -> scale.probableLevel(value, 1e-6).level().name())
                .toList();
        assertEquals(List.of(landis, fleiss, altman, cicchetti, mchugh, alpha), words);
    }

    @Test
    void an_uncertain_figure_gets_the_class_it_reaches_with_a_probability_of_95() {
        assertEquals(
                "Almost Perfect",
                BenchmarkScale.LANDIS_KOCH.probableLevel(0.85, 0.02).level().name());
        assertEquals(
                "Substantial",
                BenchmarkScale.LANDIS_KOCH.probableLevel(0.85, 0.05).level().name());
        assertEquals(
                "Moderate",
                BenchmarkScale.LANDIS_KOCH.probableLevel(0.65, 0.1).level().name());
        assertEquals(
                "Poor", BenchmarkScale.LANDIS_KOCH.probableLevel(0.2, 3).level().name());
    }

    @Property
    void memberships_grow_from_the_best_class_down_to_1(
            @ForAll @DoubleRange(min = -1, max = 1) double value,
            @ForAll @DoubleRange(min = 0.01, max = 2) double error) {
        for (BenchmarkScale scale : ALL) {
            double last = 0;
            for (Membership membership : scale.memberships(value, error)) {
                assertTrue(membership.probability() >= last - 1e-12);
                last = membership.probability();
            }
            assertEquals(1, last, 1e-9, scale.source());
        }
    }

    @ParameterizedTest
    @CsvSource({".5,0", ".5,-1", ".5,NaN", "1.1,.1", "-1.1,.1", "NaN,.1"})
    void values_outside_the_scale_and_no_error_are_refused(double value, double error) {
        assertThrows(IllegalArgumentException.class, () -> BenchmarkScale.LANDIS_KOCH.memberships(value, error));
    }
}
