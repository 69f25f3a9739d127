package org.sepakat.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sepakat.agreement.interval.CohenKappaError;
import org.sepakat.agreement.interval.FleissNullError;

/** The tables of the papers, at the precision they print. */
class PublishedTablesTest {

    @Test
    @DisplayName("Cohen 1960, table 2: kappa .492, the highest its margins allow .831")
    void cohen1960() {
        var table = ContingencyTable.of(new long[][] {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}});
        assertEquals(0.492, value(CohenKappa.of(table)), 0.0005);
        assertEquals(0.831, value(CohenKappa.max(table)), 0.0005);
    }

    @Test
    @DisplayName("Feinstein & Cicchetti 1990: .85 of agreement, kappa .70 or .32 as the margins go")
    void feinsteinCicchetti1990() {
        assertEquals(0.70, value(CohenKappa.of(ContingencyTable.binary(40, 9, 6, 45))), 0.005);
        assertEquals(0.32, value(CohenKappa.of(ContingencyTable.binary(80, 10, 5, 5))), 0.005);
    }

    @Test
    @DisplayName("Artstein & Poesio 2008, table 2: S .400, pi .341, kappa .348")
    void artsteinPoesio2008() {
        var table = ContingencyTable.binary(20, 10, 20, 50);
        assertEquals(0.400, value(BrennanPrediger.of(table)), 0.0005);
        assertEquals(0.341, value(ScottPi.of(table)), 0.0005);
        assertEquals(0.348, value(CohenKappa.of(table)), 0.0005);
    }

    @Test
    @DisplayName("Krippendorff 2004, 11.3.1: two observers, ten units, alpha .095")
    void krippendorff2004() {
        assertEquals(
                0.095,
                value(KrippendorffAlpha.nominal(RatingProfiles.of(ContingencyTable.binary(1, 1, 3, 5)))),
                0.0005);
    }

    @Test
    @DisplayName(
            "Krippendorff 2011, C: four observers, missing values, alpha .743; Gwet 2014 on the same data, AC1 .77544")
    void krippendorff2011() {
        int m = Ratings.MISSING;
        var ratings = new Ratings(4, 5, new int[][] {
            {0, 0, m, 0}, {1, 1, 2, 1}, {2, 2, 2, 2}, {2, 2, 2, 2}, {1, 1, 1, 1}, {0, 1, 2, 3},
            {3, 3, 3, 3}, {0, 0, 1, 0}, {1, 1, 1, 1}, {m, 4, 4, 4}, {m, m, 0, 0}, {m, m, 2, m}
        });
        assertEquals(0.743, value(KrippendorffAlpha.nominal(ratings.profiles())), 0.0005);
        assertEquals(0.77544, value(GwetAc1.of(ratings.profiles())), 6e-6);
        assertEquals(1, KrippendorffAlpha.nominal(ratings.profiles()).basis().dropped());
    }

    @Test
    @DisplayName("Fleiss 1971: thirty patients, six psychiatrists, kappa .430")
    void fleiss1971() {
        int[][] patients = {
            {0, 0, 0, 6, 0}, {0, 3, 0, 0, 3}, {0, 1, 4, 0, 1}, {0, 0, 0, 0, 6}, {0, 3, 0, 3, 0}, {2, 0, 4, 0, 0},
            {0, 0, 4, 0, 2}, {2, 0, 3, 1, 0}, {2, 0, 0, 4, 0}, {0, 0, 0, 0, 6}, {1, 0, 0, 5, 0}, {1, 1, 0, 4, 0},
            {0, 3, 3, 0, 0}, {1, 0, 0, 5, 0}, {0, 2, 0, 3, 1}, {0, 0, 5, 0, 1}, {3, 0, 0, 1, 2}, {5, 1, 0, 0, 0},
            {0, 2, 0, 4, 0}, {1, 0, 2, 0, 3}, {0, 0, 0, 0, 6}, {0, 1, 0, 5, 0}, {0, 2, 0, 1, 3}, {2, 0, 0, 4, 0},
            {1, 0, 0, 4, 1}, {0, 5, 0, 1, 0}, {4, 0, 0, 0, 2}, {0, 2, 0, 4, 0}, {1, 0, 5, 0, 0}, {0, 0, 0, 0, 6}
        };
        List<Profile> profiles = Arrays.stream(patients).map(Profile::new).toList();
        long[] once = new long[profiles.size()];
        Arrays.fill(once, 1);
        var counted = new RatingProfiles(6, 5, profiles, once);
        assertEquals(0.430, value(FleissKappa.of(counted)), 0.0005);
        assertEquals(0.520, value(FleissKappa.perCategory(counted).get(2)), 0.0005);
        // the test that R's irr prints for these data: z = 17.7, by Fleiss, Nee & Landis 1979
        double error = FleissNullError.of(counted).getAsDouble();
        assertEquals(17.7, value(FleissKappa.of(counted)) / error, 0.05);
    }

    @Test
    @DisplayName("Fleiss, Nee & Landis 1979: of two categories the error under the null is sqrt(2 / (N r (r - 1)))")
    void fleissNeeLandis1979() {
        var profiles = List.of(new Profile(3, 0), new Profile(2, 1), new Profile(0, 3), new Profile(1, 1));
        var counted = new RatingProfiles(3, 2, profiles, new long[] {7, 4, 3, 5});
        assertEquals(Math.sqrt(2 / (14.0 * 3 * 2)), FleissNullError.of(counted).getAsDouble(), 1e-12);
        assertTrue(FleissNullError.of(new RatingProfiles(3, 2, profiles, new long[] {7, 0, 0, 5}))
                .isEmpty());
        assertTrue(FleissNullError.of(new RatingProfiles(3, 2, profiles, new long[4]))
                .isEmpty());
    }

    @Test
    @DisplayName("Gwet 2014, three abstractors' categories: kappa .79641")
    void gwet2014() {
        var table = ContingencyTable.of(new long[][] {{20, 0, 7}, {0, 13, 0}, {4, 0, 56}});
        assertEquals(0.79641, value(CohenKappa.of(table)), 6e-6);
        assertEquals(0.84933, value(GwetAc1.of(RatingProfiles.of(table))), 6e-6);
    }

    @Test
    @DisplayName("SAS PROC FREQ's example: kappa .4842, ASE .1380, ASE under the null .1484")
    void sasProcFreq() {
        var table = ContingencyTable.of(new long[][] {{0, 4, 1}, {0, 8, 0}, {0, 1, 5}});
        assertEquals(0.4842, value(CohenKappa.of(table)), 5e-5);
        assertEquals(0.1380, CohenKappaError.nonNull(table).getAsDouble(), 5e-5);
        assertEquals(0.1484, CohenKappaError.underNull(table).getAsDouble(), 5e-5);
    }

    private static double value(Figure figure) {
        return figure.optional().orElseThrow();
    }
}
