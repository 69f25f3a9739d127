package org.sepakat.text;

import java.util.BitSet;
import java.util.List;

/**
 * When a coder's marks of a theme make a unit carry it: {@code any}, one covered character that is not white space (in a unit of nothing but
 * white space, any character); {@code half}, half of its characters; {@code share:x}, that share of them. Characters are code points.
 *
 * @param share 0 for any, else the least share, above 0 and up to 1
 */
public record CoverageRule(double share) {
    public static final CoverageRule ANY = new CoverageRule(0);
    public static final CoverageRule HALF = new CoverageRule(0.5);

    public CoverageRule {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share lies between 0 and 1, got " + share);
        }
    }

    /** Reads {@code any}, {@code half} or {@code share:0.25}. */
    public static CoverageRule parse(String name) {
        if (name.equals("any") || name.equals("half")) {
            return name.equals("any") ? ANY : HALF;
        }
        if (name.matches("share:(0?\\.[0-9]{1,9}|1(\\.0+)?)") && Double.parseDouble(name.substring(6)) > 0) {
            return new CoverageRule(Double.parseDouble(name.substring(6)));
        }
        throw new IllegalArgumentException(
                "rule '" + name + "': expected any, half or share:X with X above 0 and up to 1");
    }

    /** The name that {@link #parse} reads. */
    public String label() {
        return share == 0 ? "any" : share == 0.5 ? "half" : "share:" + share;
    }

    /** The units, by their place in the list, that carry the theme. */
    public BitSet carried(String text, List<TextUnit> units, SpanUnion marks) {
        BitSet carried = new BitSet(units.size());
        for (int i = 0; i < units.size(); i++) {
            Span unit = units.get(i).span();
            carried.set(i, marks.meets(unit) && isCarried(text, unit, marks.within(unit)));
        }
        return carried;
    }

    private boolean isCarried(String text, Span unit, List<Span> covered) {
        if (share == 0) {
            return covered.stream().anyMatch(part -> hasInk(text, part)) || !hasInk(text, unit);
        }
        int points = 0;
        for (Span part : covered) {
            points += text.codePointCount(part.start(), part.end());
        }
        return points >= share * text.codePointCount(unit.start(), unit.end());
    }

    private static boolean hasInk(String text, Span span) {
        return text.substring(span.start(), span.end()).codePoints().anyMatch(point -> !Character.isWhitespace(point));
    }
}
