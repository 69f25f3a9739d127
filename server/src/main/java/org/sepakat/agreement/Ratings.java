package org.sepakat.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who put which unit into which category: a row per unit, a column per coder, {@link #MISSING} where a coder did not review it. Categories
 * are numbered in declared order, used or not. Immutable.
 */
public final class Ratings {
    public static final int MISSING = -1;

    /** Up to so many coders, all profiles that a theme can have are few enough to count each in a place of its own. */
    private static final int MOST_FOR_PLACES = 60;

    private final int coders;
    private final int categories;
    private final int[][] cells;

    // Worked out when first asked for; two threads at worst do it twice.
    private @Nullable RatingProfiles profiles;
    private @Nullable List<ContingencyTable> pairTables;
    private @Nullable List<CoderInfluence> influences;

    public Ratings(int coders, int categories, int[][] cells) {
        this.coders = coders;
        this.categories = categories;
        this.cells = new int[cells.length][];
        for (int unit = 0; unit < cells.length; unit++) {
            this.cells[unit] = requireRow(cells[unit], unit).clone();
        }
    }

    private int[] requireRow(int[] row, int unit) {
        if (row.length != coders) {
            throw new IllegalArgumentException(
                    "unit " + unit + " has " + row.length + " cells for " + coders + " coders");
        }
        for (int cell : row) {
            if (cell < MISSING || cell >= categories) {
                throw new IllegalArgumentException("unit " + unit + " holds category " + cell + " of " + categories);
            }
        }
        return row;
    }

    public int units() {
        return cells.length;
    }

    public int coders() {
        return coders;
    }

    public int categories() {
        return categories;
    }

    public int rating(int unit, int coder) {
        return cells[unit][coder];
    }

    public boolean hasReviewed(int unit, int coder) {
        return cells[unit][coder] != MISSING;
    }

    /** The two coders' table over the units both reviewed; the lower number first. */
    public ContingencyTable table(int first, int second) {
        return pairTables().get(first * (2 * coders - first - 1) / 2 + second - first - 1);
    }

    /** Every pair's table, in the order of {@link Pair#all}. */
    public List<ContingencyTable> pairTables() {
        List<ContingencyTable> known = pairTables;
        if (known == null) {
            known = Pair.all(coders).stream().map(this::count).toList();
            pairTables = known;
        }
        return known;
    }

    private ContingencyTable count(Pair pair) {
        long[][] counts = new long[categories][categories];
        for (int[] row : cells) {
            if (row[pair.first()] != MISSING && row[pair.second()] != MISSING) {
                counts[row[pair.first()]][row[pair.second()]]++;
            }
        }
        return ContingencyTable.of(counts);
    }

    public RatingProfiles profiles() {
        RatingProfiles known = profiles;
        if (known == null) {
            known = countProfiles();
            profiles = known;
        }
        return known;
    }

    /** How each coder stands to the others. */
    public List<CoderInfluence> influences() {
        List<CoderInfluence> known = influences;
        if (known == null) {
            known = CoderInfluence.of(this);
            influences = known;
        }
        return known;
    }

    private RatingProfiles countProfiles() {
        return categories == 2 && coders <= MOST_FOR_PLACES ? countByPlace() : countByProfile();
    }

    private RatingProfiles countByPlace() {
        List<Profile> space = RatingProfiles.binarySpace(coders);
        long[] units = new long[space.size()];
        for (int[] row : cells) {
            int read = 0;
            int present = 0;
            for (int cell : row) {
                read += cell == MISSING ? 0 : 1;
                present += cell == 1 ? 1 : 0;
            }
            units[RatingProfiles.binaryIndex(read, present)]++;
        }
        return new RatingProfiles(coders, categories, space, units);
    }

    private RatingProfiles countByProfile() {
        Map<Profile, Long> counts = new LinkedHashMap<>();
        for (int unit = 0; unit < cells.length; unit++) {
            counts.merge(profile(unit), 1L, Long::sum);
        }
        long[] units = counts.values().stream().mapToLong(Long::longValue).toArray();
        return new RatingProfiles(coders, categories, List.copyOf(counts.keySet()), units);
    }

    public Profile profile(int unit) {
        int[] counts = new int[categories];
        for (int cell : cells[unit]) {
            if (cell != MISSING) {
                counts[cell]++;
            }
        }
        return new Profile(counts);
    }

    /** {@code n_gk}: units that coder g put into category k. */
    public long[][] margins() {
        long[][] margins = new long[coders][categories];
        for (int[] row : cells) {
            for (int coder = 0; coder < coders; coder++) {
                if (row[coder] != MISSING) {
                    margins[coder][row[coder]]++;
                }
            }
        }
        return margins;
    }

    /** Only the units that every coder reviewed. */
    public Ratings complete() {
        List<int[]> kept = new ArrayList<>();
        for (int[] row : cells) {
            boolean isComplete = true;
            for (int cell : row) {
                isComplete &= cell != MISSING;
            }
            if (isComplete) {
                kept.add(row);
            }
        }
        return new Ratings(coders, categories, kept.toArray(int[][]::new));
    }

    public Ratings withoutCoder(int coder) {
        int[][] kept = new int[cells.length][coders - 1];
        for (int unit = 0; unit < cells.length; unit++) {
            System.arraycopy(cells[unit], 0, kept[unit], 0, coder);
            System.arraycopy(cells[unit], coder + 1, kept[unit], coder, coders - 1 - coder);
        }
        return new Ratings(coders - 1, categories, kept);
    }

    /** Several matrices over the same coders, one below the other. */
    public static Ratings concatenate(List<Ratings> parts) {
        List<int[]> rows = new ArrayList<>();
        parts.forEach(part -> rows.addAll(List.of(part.cells)));
        return new Ratings(parts.get(0).coders, parts.get(0).categories, rows.toArray(int[][]::new));
    }

    /** The units in the given rows only, as one cluster of them. */
    public Ratings rows(int[] units) {
        int[][] kept = new int[units.length][];
        for (int i = 0; i < units.length; i++) {
            kept[i] = cells[units[i]];
        }
        return new Ratings(coders, categories, kept);
    }
}
