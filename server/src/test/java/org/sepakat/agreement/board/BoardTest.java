package org.sepakat.agreement.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.sepakat.agreement.CohenKappa;
import org.sepakat.agreement.ContingencyTable;
import org.sepakat.agreement.KrippendorffAlpha;
import org.sepakat.agreement.Pair;
import org.sepakat.agreement.RatingProfiles;
import org.sepakat.agreement.Ratings;
import org.sepakat.agreement.interval.ClusterJackknife;
import org.sepakat.agreement.interval.Estimate;

class BoardTest {
    private static final int[] UNITS = {3, 70, 64, 0, 1, 20, 9};
    private static final int THEMES = 3;

    @Property(tries = 60)
    void after_any_history_the_counts_are_those_of_a_full_recount(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int coders) {
        Random random = new Random(seed);
        Board live = board(coders);
        Board counted = board(coders);
        boolean[][][][] marked = new boolean[THEMES][coders][UNITS.length][70];
        boolean[][][] reviewed = new boolean[coders][UNITS.length][70];
        for (int step = 0; step < 300; step++) {
            int transcript = random.nextInt(UNITS.length);
            if (UNITS[transcript] > 0) {
                int unit = random.nextInt(UNITS[transcript]);
                int coder = random.nextInt(coders);
                int theme = random.nextInt(THEMES);
                boolean on = random.nextInt(3) > 0;
                if (random.nextBoolean()) {
                    live.mark(theme, coder, transcript, unit, on);
                    marked[theme][coder][transcript][unit] = on;
                } else {
                    live.review(coder, transcript, unit, on);
                    reviewed[coder][transcript][unit] = on;
                }
            }
        }
        load(counted, marked, reviewed);
        assertSame(counted, live);
        assertAsRatings(live, marked, reviewed);
        assertEstimates(live);
        live.recount();
        assertSame(counted, live);
    }

    private static void assertEstimates(Board board) {
        for (int theme = 0; theme < THEMES; theme++) {
            for (Pair pair : Pair.all(board.coders())) {
                List<ContingencyTable> tables = board.tables(theme, pair);
                ContingencyTable whole =
                        tables.stream().reduce(ContingencyTable::plus).orElseThrow();
                Estimate kappa = board.kappa(theme, pair);
                assertEquals(CohenKappa.of(whole), kappa.figure());
                assertClose(ClusterJackknife.of(tables, CohenKappa::of), kappa.jackknife());
            }
            List<RatingProfiles> profiles = board.profiles(theme);
            RatingProfiles whole =
                    profiles.stream().reduce(RatingProfiles::plus).orElseThrow();
            assertEquals(KrippendorffAlpha.nominal(whole), board.alpha(theme).figure());
            assertClose(
                    ClusterJackknife.of(profiles, KrippendorffAlpha::nominal),
                    board.alpha(theme).jackknife());
        }
    }

    private static void assertClose(ClusterJackknife expected, ClusterJackknife actual) {
        assertEquals(expected.clusters(), actual.clusters());
        assertEquals(expected.undefinedReplicates(), actual.undefinedReplicates());
        assertEquals(expected.standardError().orElse(-1), actual.standardError().orElse(-1), 1e-12);
        assertEquals(expected.interval().getClass(), actual.interval().getClass());
    }

    private static Board board(int coders) {
        Board board = new Board(new UnitGrid(UNITS), coders, THEMES);
        long[] even = board.emptyBits();
        for (int t = 0; t < UNITS.length; t++) {
            for (int unit = 0; unit < UNITS[t]; unit += 2) {
                board.set(even, t, unit);
            }
        }
        board.scope(1, even);
        board.recount();
        return board;
    }

    private static void load(Board board, boolean[][][][] marked, boolean[][][] reviewed) {
        for (int coder = 0; coder < board.coders(); coder++) {
            for (int t = 0; t < UNITS.length; t++) {
                for (int unit = 0; unit < UNITS[t]; unit++) {
                    if (reviewed[coder][t][unit]) {
                        board.loadReview(coder, t, unit);
                    }
                    for (int theme = 0; theme < THEMES; theme++) {
                        if (marked[theme][coder][t][unit]) {
                            board.load(theme, coder, t, unit);
                        }
                    }
                }
            }
        }
        board.recount();
    }

    private static void assertSame(Board expected, Board actual) {
        for (int theme = 0; theme < THEMES; theme++) {
            for (Pair pair : Pair.all(expected.coders())) {
                assertEquals(expected.tables(theme, pair), actual.tables(theme, pair));
            }
            for (int t = 0; t < UNITS.length; t++) {
                assertEquals(
                        counts(expected.profiles(theme).get(t)),
                        counts(actual.profiles(theme).get(t)));
            }
        }
    }

    private static List<Long> counts(RatingProfiles profiles) {
        return IntStream.range(0, profiles.size()).mapToObj(profiles::units).toList();
    }

    private static void assertAsRatings(Board board, boolean[][][][] marked, boolean[][][] reviewed) {
        for (int theme = 0; theme < THEMES; theme++) {
            int[][] cells = cells(theme, board.coders(), marked[theme], reviewed);
            Ratings ratings = new Ratings(board.coders(), 2, cells);
            for (Pair pair : Pair.all(board.coders())) {
                ContingencyTable whole = board.tables(theme, pair).stream()
                        .reduce(ContingencyTable.binary(0, 0, 0, 0), ContingencyTable::plus);
                assertEquals(ratings.table(pair.first(), pair.second()), whole);
            }
            RatingProfiles whole =
                    board.profiles(theme).stream().reduce(RatingProfiles::plus).orElseThrow();
            assertEquals(
                    KrippendorffAlpha.nominal(ratings.profiles()).optional().orElse(-2),
                    KrippendorffAlpha.nominal(whole).optional().orElse(-2),
                    1e-12);
        }
    }

    private static int[][] cells(int theme, int coders, boolean[][][] marked, boolean[][][] reviewed) {
        List<int[]> rows = new ArrayList<>();
        for (int t = 0; t < UNITS.length; t++) {
            for (int unit = 0; unit < UNITS[t]; unit += theme == 1 ? 2 : 1) {
                int[] row = new int[coders];
                for (int coder = 0; coder < coders; coder++) {
                    row[coder] = !reviewed[coder][t][unit] ? Ratings.MISSING : marked[coder][t][unit] ? 1 : 0;
                }
                rows.add(row);
            }
        }
        return rows.toArray(int[][]::new);
    }

    @Test
    void a_change_that_changes_nothing_says_so() {
        Board board = board(2);
        assertTrue(board.mark(0, 1, 0, 2, true));
        assertFalse(board.mark(0, 1, 0, 2, true));
        assertTrue(board.review(1, 0, 2, true));
        assertFalse(board.review(1, 0, 2, true));
    }
}
