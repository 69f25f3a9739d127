package org.sepakat.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the base segments of a plain text: turns where its paragraphs begin with a speaker's label and a colon, else paragraphs. Paragraphs
 * are parted by blank lines. A paragraph without a label belongs to the turn before it.
 */
public final class SpeakerLabels {
    private static final Pattern PARAGRAPH = Pattern.compile("\\S[^\\n]*(?:\\n[ \\t]*\\S[^\\n]*)*");
    private static final Pattern LABEL =
            Pattern.compile("(\\p{L}[\\p{L}\\p{M}\\p{N} ._'/-]{0,39}?)[ \\t]*:[ \\t]+(?=\\S)");

    private SpeakerLabels() {}

    /** @param raw as read from a file; line ends become LF and a byte order mark goes */
    public static TranscriptText read(String raw) {
        String text = raw.replace("\r\n", "\n").replace('\r', '\n');
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        List<Span> paragraphs = paragraphs(text);
        long labelled = 0;
        for (Span paragraph : paragraphs) {
            labelled += label(text, paragraph).lookingAt() ? 1 : 0;
        }
        boolean hasSpeakers = labelled * 2 > paragraphs.size()
                && label(text, paragraphs.get(0)).lookingAt();
        return new TranscriptText(text, hasSpeakers ? turns(text, paragraphs) : plain(paragraphs));
    }

    private static List<Span> paragraphs(String text) {
        List<Span> paragraphs = new ArrayList<>();
        Matcher matcher = PARAGRAPH.matcher(text);
        while (matcher.find()) {
            paragraphs.add(new Span(matcher.start(), matcher.end()));
        }
        return paragraphs;
    }

    private static Matcher label(String text, Span paragraph) {
        return LABEL.matcher(text).region(paragraph.start(), paragraph.end());
    }

    private static List<BaseSegment> plain(List<Span> paragraphs) {
        return paragraphs.stream()
                .map(span -> new BaseSegment(span, null, null))
                .toList();
    }

    private static List<BaseSegment> turns(String text, List<Span> paragraphs) {
        List<BaseSegment> turns = new ArrayList<>();
        for (Span paragraph : paragraphs) {
            Matcher label = label(text, paragraph);
            if (label.lookingAt()) {
                turns.add(new BaseSegment(new Span(label.end(), paragraph.end()), label.group(1), null));
            } else {
                BaseSegment before = turns.remove(turns.size() - 1);
                Span longer = new Span(before.span().start(), paragraph.end());
                turns.add(new BaseSegment(longer, before.speaker(), null));
            }
        }
        return turns;
    }
}
