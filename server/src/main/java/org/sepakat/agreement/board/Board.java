package org.sepakat.agreement.board;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.sepakat.agreement.ContingencyTable;
import org.sepakat.agreement.Pair;
import org.sepakat.agreement.Profile;
import org.sepakat.agreement.RatingProfiles;
import org.sepakat.agreement.interval.Estimate;

/**
 * All 2x2 tables and all profile counts of a round, per theme and transcript. Marks on units not reviewed are kept and not counted. Not thread
 * safe: one owner applies the changes in order.
 */
public final class Board {
    private final UnitGrid grid;
    private final int coders;
    private final int themes;
    private final long[][] reviewed;
    private final long[][][] marks;
    private final long[][] scope;
    private final PairCounts[] pairs;
    private final ProfileCounts[] profiles;

    /** Nothing reviewed, nothing marked, every unit in every theme's scope. */
    public Board(UnitGrid grid, int coders, int themes) {
        this.grid = grid;
        this.coders = coders;
        this.themes = themes;
        this.reviewed = new long[coders][grid.words()];
        this.marks = new long[themes][coders][grid.words()];
        this.scope = new long[themes][];
        this.pairs = new PairCounts[themes];
        this.profiles = new ProfileCounts[themes];
        List<Profile> space = RatingProfiles.binarySpace(coders);
        long[] everyUnit = grid.everyUnit();
        for (int theme = 0; theme < themes; theme++) {
            scope[theme] = everyUnit;
            pairs[theme] = new PairCounts(coders, grid.transcripts());
            profiles[theme] = new ProfileCounts(coders, space, grid);
        }
    }

    /** Restricts a theme to some units; {@link #recount()} must follow. Themes of one scope may share the array. */
    public void scope(int theme, long[] units) {
        scope[theme] = units;
    }

    /** A place for bits over all units of the grid, for {@link #scope} and {@link #load}. */
    public long[] emptyBits() {
        return new long[grid.words()];
    }

    public void set(long[] bits, int transcript, int unit) {
        bits[grid.word(transcript, unit)] |= UnitGrid.bit(unit);
    }

    /** Sets a mark or a review without counting; for loading many, before one {@link #recount()}. */
    public void load(int theme, int coder, int transcript, int unit) {
        set(marks[theme][coder], transcript, unit);
    }

    public void loadReview(int coder, int transcript, int unit) {
        set(reviewed[coder], transcript, unit);
    }

    /** Counts everything again, themes in parallel. */
    public void recount() {
        IdentityHashMap<long[], ReviewMasks> masks = reviewMasks();
        masks.values().forEach(ReviewMasks::countReaders);
        IntStream.range(0, themes).parallel().forEach(theme -> {
            ReviewMasks reviews = Objects.requireNonNull(masks.get(scope[theme]));
            new WordCounter(grid, reviews).count(marks[theme], pairs[theme], profiles[theme]);
        });
    }

    /** The pair tables alone, one theme after the other. */
    void recountPairs() {
        IdentityHashMap<ReviewMasks, WordCounter> counters = new IdentityHashMap<>();
        IdentityHashMap<long[], ReviewMasks> masks = reviewMasks();
        for (int theme = 0; theme < themes; theme++) {
            ReviewMasks reviews = Objects.requireNonNull(masks.get(scope[theme]));
            counters.computeIfAbsent(reviews, of -> new WordCounter(grid, of)).countPairs(marks[theme], pairs[theme]);
        }
    }

    /** One for each scope; themes of one scope share the array, so that is what tells scopes apart. */
    private IdentityHashMap<long[], ReviewMasks> reviewMasks() {
        IdentityHashMap<long[], ReviewMasks> masks = new IdentityHashMap<>();
        for (long[] units : scope) {
            masks.computeIfAbsent(units, of -> new ReviewMasks(grid, reviewed, of));
        }
        return masks;
    }

    /** A coder's theme on a unit, as it now is; true if that changed anything. */
    public boolean mark(int theme, int coder, int transcript, int unit, boolean present) {
        int word = grid.word(transcript, unit);
        long bit = UnitGrid.bit(unit);
        if (((marks[theme][coder][word] & bit) != 0) == present) {
            return false;
        }
        boolean counts = (reviewed[coder][word] & scope[theme][word] & bit) != 0;
        if (counts) {
            take(theme, coder, transcript, word, bit, -1);
        }
        marks[theme][coder][word] ^= bit;
        if (counts) {
            take(theme, coder, transcript, word, bit, 1);
        }
        return true;
    }

    /** Whether a coder has looked at a unit, as it now is; true if that changed anything. */
    public boolean review(int coder, int transcript, int unit, boolean isReviewed) {
        int word = grid.word(transcript, unit);
        long bit = UnitGrid.bit(unit);
        if (((reviewed[coder][word] & bit) != 0) == isReviewed) {
            return false;
        }
        for (int theme = 0; theme < themes; theme++) {
            take(theme, coder, transcript, word, bit, -1);
        }
        reviewed[coder][word] ^= bit;
        for (int theme = 0; theme < themes; theme++) {
            take(theme, coder, transcript, word, bit, 1);
        }
        return true;
    }

    /** Puts the unit into, or takes it out of, the coder's pair tables and the theme's profiles, as the bits stand. */
    private void take(int theme, int coder, int transcript, int word, long bit, int sign) {
        if ((scope[theme][word] & bit) == 0) {
            return;
        }
        boolean isReviewed = (reviewed[coder][word] & bit) != 0;
        boolean isPresent = (marks[theme][coder][word] & bit) != 0;
        int read = 0;
        int present = 0;
        for (int other = 0; other < coders; other++) {
            if ((reviewed[other][word] & bit) != 0) {
                boolean otherPresent = (marks[theme][other][word] & bit) != 0;
                read++;
                present += otherPresent ? 1 : 0;
                if (isReviewed && other != coder) {
                    pairs[theme].add(transcript, coder, other, isPresent, otherPresent, sign);
                }
            }
        }
        profiles[theme].add(transcript, RatingProfiles.binaryIndex(read, present), sign);
    }

    /** Cohen's kappa of a pair over all transcripts, with its interval. */
    public Estimate kappa(int theme, Pair pair) {
        return pairs[theme].kappa(pair.first(), pair.second());
    }

    /** Krippendorff's alpha of all coders over all transcripts, with its interval. */
    public Estimate alpha(int theme) {
        return profiles[theme].alpha();
    }

    public int coders() {
        return coders;
    }

    public int themes() {
        return themes;
    }

    /** The pair's table in each transcript. */
    public List<ContingencyTable> tables(int theme, Pair pair) {
        List<ContingencyTable> tables = new ArrayList<>(grid.transcripts());
        for (int t = 0; t < grid.transcripts(); t++) {
            tables.add(pairs[theme].table(t, pair.first(), pair.second()));
        }
        return tables;
    }

    /** The theme's profiles in each transcript. */
    public List<RatingProfiles> profiles(int theme) {
        List<RatingProfiles> all = new ArrayList<>(grid.transcripts());
        for (int t = 0; t < grid.transcripts(); t++) {
            all.add(profiles[theme].of(t));
        }
        return all;
    }
}
