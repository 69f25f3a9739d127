package org.sepakat.agreement.span;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sepakat.agreement.Figure;
import org.sepakat.agreement.Holsti;
import org.sepakat.text.Span;

/**
 * {@code 2 matches / (N1 + N2)} over two coders' spans of one theme (Hripcsak &amp; Rothschild 2005). Symmetric, not corrected for chance.
 */
public final class SpanF1 {
    private SpanF1() {}

    /** Both ends alike. */
    public static Figure exact(List<Span> first, List<Span> second) {
        return overlapping(first, second, 1);
    }

    /** One to one, the best overlaps first, shared length over joint length at least {@code threshold}. */
    public static Figure overlapping(List<Span> first, List<Span> second, double threshold) {
        return Holsti.of(matches(first, second, threshold), first.size(), second.size());
    }

    /** How many spans find a partner; of several texts, the matches are added up. */
    public static long matches(List<Span> first, List<Span> second, double threshold) {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException("the least overlap lies above 0 and up to 1, got " + threshold);
        }
        record Match(int first, int second, double overlap) {}
        List<Span> mine = first.stream().sorted().toList();
        List<Span> theirs = second.stream().sorted().toList();
        List<Match> matches = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < mine.size(); i++) {
            while (from < theirs.size() && theirs.get(from).end() <= mine.get(i).start()) {
                from++;
            }
            for (int j = from;
                    j < theirs.size() && theirs.get(j).start() < mine.get(i).end();
                    j++) {
                double overlap = intersectionOverUnion(mine.get(i), theirs.get(j));
                if (overlap >= threshold) {
                    matches.add(new Match(i, j, overlap));
                }
            }
        }
        matches.sort(Comparator.comparingDouble(Match::overlap).reversed());
        boolean[] usedFirst = new boolean[first.size()];
        boolean[] usedSecond = new boolean[second.size()];
        long matched = 0;
        for (Match match : matches) {
            if (!usedFirst[match.first()] && !usedSecond[match.second()]) {
                usedFirst[match.first()] = true;
                usedSecond[match.second()] = true;
                matched++;
            }
        }
        return matched;
    }

    static double intersectionOverUnion(Span first, Span second) {
        int shared = Math.max(0, Math.min(first.end(), second.end()) - Math.max(first.start(), second.start()));
        return (double) shared / (first.length() + second.length() - shared);
    }
}
