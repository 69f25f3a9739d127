package org.sepakat.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a transcript is cut into the units that agreement counts. All but windows lie inside base segments, so that a speaker's label is never
 * counted; windows run through the whole text from its first character.
 *
 * @param kind turn, paragraph, sentence, token, character or window
 * @param width of a window, in code points; 0 for the others
 */
public record UnitOfAnalysis(Kind kind, int width) {
    public enum Kind {
        TURN,
        PARAGRAPH,
        SENTENCE,
        TOKEN,
        CHARACTER,
        WINDOW
    }

    private static final Pattern NAME =
            Pattern.compile("(turn|paragraph|sentence|token|character)|window:([1-9][0-9]{0,6})");
    private static final Pattern BLANK_LINES = Pattern.compile("\\n[ \\t]*\\n\\s*");
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['\u2019.\\-_][\\p{L}\\p{M}\\p{N}]+)*");

    public UnitOfAnalysis {
        if ((kind == Kind.WINDOW) != (width > 0)) {
            throw new IllegalArgumentException("a window needs a width above 0 and nothing else has one, got " + width);
        }
    }

    public static UnitOfAnalysis of(Kind kind) {
        return new UnitOfAnalysis(kind, 0);
    }

    /** Reads {@code turn}, {@code sentence}, ... or {@code window:40}. */
    public static UnitOfAnalysis parse(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("unit '" + name
                    + "': expected turn, paragraph, sentence, token, character or window:N with N from 1 to 9999999");
        }
        return matcher.group(1) == null
                ? new UnitOfAnalysis(Kind.WINDOW, Integer.parseInt(matcher.group(2)))
                : of(Kind.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)));
    }

    /** The name that {@link #parse} reads. */
    public String label() {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return width > 0 ? name + ":" + width : name;
    }

    /** The units of a text, in reading order, apart from one another. */
    public List<TextUnit> units(TranscriptText transcript) {
        if (kind == Kind.WINDOW) {
            return windows(transcript);
        }
        List<TextUnit> units = new ArrayList<>();
        for (BaseSegment segment : transcript.segments()) {
            for (Span span : cut(transcript.text(), segment.span())) {
                units.add(new TextUnit(span, segment.speaker()));
            }
        }
        return List.copyOf(units);
    }

    private List<Span> cut(String text, Span place) {
        return switch (kind) {
            case TURN, WINDOW -> List.of(place);
            case PARAGRAPH -> between(text, place, BLANK_LINES);
            case SENTENCE -> SentenceBreaks.sentences(text, place);
            case TOKEN -> matches(text, place, WORD);
            case CHARACTER -> characters(text, place);
        };
    }

    private static List<Span> matches(String text, Span place, Pattern pattern) {
        List<Span> spans = new ArrayList<>();
        Matcher matcher = pattern.matcher(text).region(place.start(), place.end());
        while (matcher.find()) {
            spans.add(new Span(matcher.start(), matcher.end()));
        }
        return spans;
    }

    private static List<Span> between(String text, Span place, Pattern separator) {
        List<Span> spans = new ArrayList<>();
        int from = place.start();
        for (Span gap : matches(text, place, separator)) {
            if (gap.start() > from) {
                spans.add(new Span(from, gap.start()));
            }
            from = gap.end();
        }
        if (from < place.end()) {
            spans.add(new Span(from, place.end()));
        }
        return spans;
    }

    /** Code points; a line break is none. */
    private static List<Span> characters(String text, Span place) {
        List<Span> spans = new ArrayList<>();
        for (int at = place.start(); at < place.end(); ) {
            int next = at + Character.charCount(text.codePointAt(at));
            if (text.charAt(at) != '\n') {
                spans.add(new Span(at, next));
            }
            at = next;
        }
        return spans;
    }

    private List<TextUnit> windows(TranscriptText transcript) {
        String text = transcript.text();
        List<TextUnit> units = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int left = text.codePointCount(from, Math.min(text.length(), from + 2 * width));
            int to = text.offsetByCodePoints(from, Math.min(left, width));
            Span span = new Span(from, to);
            units.add(new TextUnit(span, transcript.speakerOf(span)));
            from = to;
        }
        return List.copyOf(units);
    }
}
