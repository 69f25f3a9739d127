package org.sepakat.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Sentences of Indonesian and English prose: up to a run of {@code . ! ? ...} with the quotes and brackets that close it, followed by white
 * space. A full stop ends nothing after an abbreviation, a single initial or a number followed by a small letter; an ellipsis ends nothing
 * when a small letter follows; a line break ends nothing by itself.
 */
final class SentenceBreaks {
    private static final String STOPS = ".!?\u2026";
    private static final String CLOSERS = "\"'\u201d\u2019\u00bb)]";
    private static final String OPENERS = "\"'\u201c\u2018\u00ab([";
    private static final Set<String> ABBREVIATIONS = Set.of(
            ("mr mrs dr prof st jr sr vs e.g i.e cf approx ph.d bpk sdr sdri yth tn ny drs dra ir hj kh tgl jl jln dkk "
                            + "a.n u.p s.d hlm thn bln utk pd krn spt s.h s.e s.pd s.psi m.si m.pd m.psi")
                    .split(" "));

    private SentenceBreaks() {}

    static List<Span> sentences(String text, Span place) {
        List<Span> sentences = new ArrayList<>();
        int from = skipBlank(text, place.start(), place.end());
        for (int at = from; at < place.end(); at++) {
            if (STOPS.indexOf(text.charAt(at)) >= 0) {
                int first = at;
                int end = closed(text, at, place.end());
                if (isEnd(text, from, first, end, place.end())) {
                    sentences.add(new Span(from, end));
                    from = skipBlank(text, end, place.end());
                }
                at = end - 1;
            }
        }
        int last = trimmedEnd(text, from, place.end());
        if (last > from) {
            sentences.add(new Span(from, last));
        }
        return sentences;
    }

    /** After the whole run of stops and what closes it. */
    private static int closed(String text, int at, int end) {
        int after = at;
        while (after < end && STOPS.indexOf(text.charAt(after)) >= 0) {
            after++;
        }
        while (after < end && CLOSERS.indexOf(text.charAt(after)) >= 0) {
            after++;
        }
        return after;
    }

    private static boolean isEnd(String text, int from, int stop, int after, int end) {
        if (after >= end) {
            return true;
        }
        if (!Character.isWhitespace(text.charAt(after))) {
            return false;
        }
        int next = skipBlank(text, after, end);
        while (next < end && OPENERS.indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        boolean goesOn = next < end && Character.isLowerCase(text.codePointAt(next));
        boolean isEllipsis = text.charAt(stop) == '\u2026' || text.startsWith("..", stop);
        if (isEllipsis || after > stop + 1) {
            return !goesOn;
        }
        return text.charAt(stop) != '.' || !(goesOn || isAbbreviation(text, from, stop));
    }

    private static boolean isAbbreviation(String text, int from, int stop) {
        int start = stop;
        while (start > from && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        while (start < stop && OPENERS.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        String word = text.substring(start, stop);
        boolean isInitial = word.length() == 1 && Character.isUpperCase(word.charAt(0)) && !word.equals("I");
        return isInitial || ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
    }

    private static int skipBlank(String text, int at, int end) {
        int next = at;
        while (next < end && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next;
    }

    private static int trimmedEnd(String text, int from, int end) {
        int last = end;
        while (last > from && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        return last;
    }
}
