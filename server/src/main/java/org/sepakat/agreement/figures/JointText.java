package org.sepakat.agreement.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.sepakat.text.BaseSegment;
import org.sepakat.text.Span;

/**
 * The turns of a transcript that two coders both reviewed and a theme applies to, one after another and nothing between them: the text over which
 * their free spans are compared.
 */
final class JointText {
    private final int[] starts;
    private final int[] ends;
    private final int[] before;

    /** @param joint the numbers of these turns */
    JointText(List<BaseSegment> segments, BitSet joint) {
        int turns = joint.cardinality();
        this.starts = new int[turns];
        this.ends = new int[turns];
        this.before = new int[turns + 1];
        int i = 0;
        for (int segment = joint.nextSetBit(0); segment >= 0; segment = joint.nextSetBit(segment + 1)) {
            Span span = segments.get(segment).span();
            starts[i] = span.start();
            ends[i] = span.end();
            before[i + 1] = before[i] + span.length();
            i++;
        }
    }

    int length() {
        return before[starts.length];
    }

    /** Spans where they now lie, behind {@code offset} other characters; what lies in no joint turn falls away. */
    List<Span> moved(List<Span> spans, int offset) {
        List<Span> moved = new ArrayList<>(spans.size());
        for (Span span : spans) {
            int start = before(span.start());
            int end = before(span.end());
            if (end > start) {
                moved.add(new Span(offset + start, offset + end));
            }
        }
        return moved;
    }

    /** Joint characters before an offset. */
    private int before(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        int turn = found >= 0 ? found : -found - 2;
        return turn < 0 ? 0 : before[turn] + Math.min(offset, ends[turn]) - starts[turn];
    }
}
