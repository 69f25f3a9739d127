package org.sepakat.agreement.planner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KappaPlanTest {

    @ParameterizedTest
    @CsvSource({
        ".6,.02,3281", ".6,.05,1347", ".6,.10,705", ".6,.20,392", ".6,.30,296", ".6,.50,246",
        ".7,.02,2662", ".7,.05,1091", ".7,.10,569", ".7,.20,314", ".7,.30,236", ".7,.50,196",
        ".8,.02,1873", ".8,.05,768", ".8,.10,401", ".8,.20,222", ".8,.30,167", ".8,.50,139"
    })
    @DisplayName("Bloch & Kraemer 1989: units for a half-width of .10")
    void blochAndKraemer1989(double kappa, double prevalence, long units) {
        assertEquals(units, KappaPlan.unitsForWidth(kappa, prevalence, 0.10));
    }

    @ParameterizedTest
    @CsvSource({
        ".3,.3,.7,.5,.05,.8,false,123",
        ".3,.3,.7,.5,.05,.8,true,158",
        ".1,.1,.8,.6,.05,.8,false,239",
        ".1,.1,.8,.6,.05,.8,true,309"
    })
    @DisplayName("Cantor 1996, Flack et al. 1988: units for a test of two kappas")
    void cantor1996(
            double rate1, double rate2, double k1, double k0, double alpha, double power, boolean twoSided, long n) {
        assertEquals(n, KappaPlan.unitsForPower(rate1, rate2, k1, k0, alpha, power, twoSided));
    }

    @Property
    void swapping_the_coders_changes_no_plan(
            @ForAll @DoubleRange(min = 0.05, max = 0.5) double rate1,
            @ForAll @DoubleRange(min = 0.05, max = 0.5) double rate2) {
        assertEquals(
                KappaPlan.unitsForPower(rate1, rate2, 0.6, 0.4, 0.05, 0.8, true),
                KappaPlan.unitsForPower(rate2, rate1, 0.6, 0.4, 0.05, 0.8, true));
    }

    @Test
    @DisplayName("Donner & Eliasziw 1992: kappa .6 against .4 at prevalence .3 needs 191")
    void donnerAndEliasziw1992() {
        assertEquals(190.45, KappaPlan.rawUnitsForFit(0.4, 0.6, 0.3, 2, 0.05, 0.8), 0.01);
        assertEquals(171.42, KappaPlan.rawUnitsForFit(0.6, 0.75, 0.2, 4, 0.05, 0.8), 0.01);
    }

    @Test
    @DisplayName("Rotondi & Donner 2012: kappa .7 within .6 and .8 at prevalence .3 needs 290")
    void rotondiAndDonner2012() {
        assertEquals(290, KappaPlan.unitsForLimits(0.7, 0.6, 0.8, 0.3, 2, 0.05));
    }

    @Test
    void the_noncentrality_gives_the_test_its_power_with_both_tails() {
        assertEquals(7.848860509, KappaPlan.noncentrality(0.05, 0.8), 1e-8);
        assertEquals(0.426, KappaPlan.noncentrality(0.05, 0.1), 1e-3);
        assertThrows(IllegalArgumentException.class, () -> KappaPlan.noncentrality(0.05, 0.05));
        assertThrows(IllegalArgumentException.class, () -> KappaPlan.noncentrality(0.05, 1));
        assertThrows(IllegalArgumentException.class, () -> KappaPlan.noncentrality(0, 0.8));
    }

    @Test
    void clustering_multiplies_and_what_is_done_is_taken_off() {
        assertEquals(1, KappaPlan.designEffect(1, 0.9));
        assertEquals(1, KappaPlan.designEffect(30, 0));
        assertEquals(2.45, KappaPlan.designEffect(30, 0.05), 1e-12);
        assertEquals(665, KappaPlan.stillNeeded(314, 2.45, 105));
        assertEquals(0, KappaPlan.stillNeeded(314, 1, 314));
        assertEquals(0, KappaPlan.stillNeeded(314, 1, 900));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 1.5, Double.NaN, Double.POSITIVE_INFINITY})
    void shares_outside_0_and_1_are_refused(double share) {
        assertThrows(IllegalArgumentException.class, () -> KappaPlan.unitsForWidth(0.6, share, 0.1));
        assertThrows(IllegalArgumentException.class, () -> KappaPlan.unitsForWidth(0.6, 0.2, share));
        assertThrows(
                IllegalArgumentException.class, () -> KappaPlan.unitsForPower(share, 0.2, 0.6, 0.4, 0.05, 0.8, true));
        assertThrows(
                IllegalArgumentException.class, () -> KappaPlan.unitsForPower(0.2, share, 0.6, 0.4, 0.05, 0.8, true));
        assertThrows(IllegalArgumentException.class, () -> KappaPlan.unitsForLimits(0.7, 0.6, 0.8, share, 2, 0.05));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 1, Double.NaN})
    void an_expected_kappa_without_spread_is_refused(double kappa) {
        assertThrows(IllegalArgumentException.class, () -> KappaPlan.unitsForWidth(kappa, 0.2, 0.1));
    }

    @ParameterizedTest
    @CsvSource({"0.9,.1", "10,-.1", "10,1.1", "NaN,.1", "10,NaN"})
    void clusters_below_one_unit_and_correlations_outside_0_and_1_are_refused(double units, double correlation) {
        assertThrows(IllegalArgumentException.class, () -> KappaPlan.designEffect(units, correlation));
    }
}
