package org.sepakat.exchange;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sepakat.text.BaseSegment;
import org.sepakat.text.Span;

/** A text cut at its line feeds. A line's end is the offset of its line feed. */
record Lines(String text, List<Line> lines) {

    /** Half open like a span, but possibly empty. */
    record Line(int start, int end) {}

    static Lines of(String text) {
        var lines = new ArrayList<Line>();
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                end = text.length();
            }
            lines.add(new Line(start, end));
            start = end + 1;
        }
        return new Lines(text, lines);
    }

    String line(int index) {
        Line line = lines.get(index);
        return text.substring(line.start(), line.end());
    }

    boolean isBlank(int index) {
        return line(index).isBlank();
    }

    int size() {
        return lines.size();
    }

    /** The segment between two offsets without the white space around it, or null if there is nothing else. */
    @Nullable
    BaseSegment segment(int from, int to, @Nullable String speaker) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return start == end ? null : new BaseSegment(new Span(start, end), speaker, null);
    }

    /** Paragraphs among the lines [from, to): between blank lines, or each line where no line is blank. */
    List<BaseSegment> paragraphs(int from, int to) {
        boolean linewise = !hasBlankBetween(from, to);
        var found = new ArrayList<BaseSegment>();
        int first = from;
        for (int i = from; i < to; i++) {
            boolean last = i == to - 1 || linewise || isBlank(i);
            if (last) {
                BaseSegment paragraph =
                        segment(lines.get(first).start(), lines.get(i).end(), null);
                if (paragraph != null) {
                    found.add(paragraph);
                }
                first = i + 1;
            }
        }
        return found;
    }

    private boolean hasBlankBetween(int from, int to) {
        boolean text = false;
        boolean blankAfterText = false;
        for (int i = from; i < to; i++) {
            if (!isBlank(i) && blankAfterText) {
                return true;
            }
            text |= !isBlank(i);
            blankAfterText = text && isBlank(i);
        }
        return false;
    }
}
