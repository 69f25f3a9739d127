package org.sepakat.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What two strings have in common, in order: first by lines, then, between equal lines, by words; as many changed lines as there were are taken one by one. What
 * differs in too many pieces to be compared is taken as replaced whole, so that the work is bounded. The same two strings always give the same answer. Offsets are
 * UTF-16 code units.
 */
final class Alignment {

    /** {@code length} units from {@code before} in the one are the same from {@code after} in the other. */
    record Run(int before, int after, int length) {}

    private static final Pattern LINES = Pattern.compile("[^\n]*\n|[^\n]+");
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|\\s+|.", Pattern.DOTALL);

    /** Pieces of both sides between what they begin and end alike with; the work grows with the square. */
    private static final int MOST_PIECES = 12_000;

    private final List<Run> runs = new ArrayList<>();

    private Alignment() {}

    /** In order, none empty, none that continues the one before it. */
    static List<Run> of(String before, String after) {
        var alignment = new Alignment();
        alignment.align(before, 0, after, 0, List.of(LINES, WORDS));
        return List.copyOf(alignment.runs);
    }

    private void align(String before, int beforeAt, String after, int afterAt, List<Pattern> patterns) {
        if (before.isEmpty() || after.isEmpty() || patterns.isEmpty()) {
            return;
        }
        List<String> pieces = pieces(patterns.get(0), before);
        List<String> others = pieces(patterns.get(0), after);
        int[] starts = starts(pieces);
        int[] otherStarts = starts(others);
        Differences differences = Differences.of(pieces, others);
        int piece = 0;
        int other = 0;
        while (piece < pieces.size() || other < others.size()) {
            int kept = differences.gone().nextClearBit(piece);
            int otherKept = differences.added().nextClearBit(other);
            boolean pairs = kept - piece == otherKept - other;
            while (pairs && piece + 1 < kept) {
                align(
                        pieces.get(piece),
                        beforeAt + starts[piece],
                        others.get(other),
                        afterAt + otherStarts[other],
                        patterns.subList(1, patterns.size()));
                piece++;
                other++;
            }
            align(
                    before.substring(starts[piece], starts[kept]),
                    beforeAt + starts[piece],
                    after.substring(otherStarts[other], otherStarts[otherKept]),
                    afterAt + otherStarts[other],
                    patterns.subList(1, patterns.size()));
            piece = kept;
            other = otherKept;
            while (differences.isKept(piece, pieces.size())
                    && other < others.size()
                    && !differences.added().get(other)) {
                keep(
                        beforeAt + starts[piece],
                        afterAt + otherStarts[other],
                        pieces.get(piece).length());
                piece++;
                other++;
            }
        }
    }

    /** Which pieces of the one are not in the other; all others are the same, in order. */
    private record Differences(BitSet gone, BitSet added) {

        static Differences of(List<String> pieces, List<String> others) {
            int least = Math.min(pieces.size(), others.size());
            int head = 0;
            while (head < least && pieces.get(head).equals(others.get(head))) {
                head++;
            }
            int tail = 0;
            while (tail < least - head
                    && pieces.get(pieces.size() - 1 - tail).equals(others.get(others.size() - 1 - tail))) {
                tail++;
            }
            List<String> middle = pieces.subList(head, pieces.size() - tail);
            List<String> otherMiddle = others.subList(head, others.size() - tail);
            var differences = new Differences(new BitSet(), new BitSet());
            if (middle.size() + otherMiddle.size() > MOST_PIECES) {
                differences.gone.set(head, head + middle.size());
                differences.added.set(head, head + otherMiddle.size());
                return differences;
            }
            for (AbstractDelta<String> delta : DiffUtils.diff(middle, otherMiddle, new MyersDiffWithLinearSpace<>())
                    .getDeltas()) {
                set(differences.gone, head, delta.getSource());
                set(differences.added, head, delta.getTarget());
            }
            return differences;
        }

        private static void set(BitSet pieces, int from, Chunk<String> chunk) {
            pieces.set(from + chunk.getPosition(), from + chunk.getPosition() + chunk.size());
        }

        boolean isKept(int piece, int size) {
            return piece < size && !gone.get(piece);
        }
    }

    private void keep(int before, int after, int length) {
        Run last = runs.isEmpty() ? new Run(-1, -1, 0) : runs.get(runs.size() - 1);
        if (last.before() + last.length() == before && last.after() + last.length() == after) {
            runs.set(runs.size() - 1, new Run(last.before(), last.after(), last.length() + length));
        } else {
            runs.add(new Run(before, after, length));
        }
    }

    private static List<String> pieces(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    /** Where each piece begins, and where the last one ends. */
    private static int[] starts(List<String> pieces) {
        var starts = new int[pieces.size() + 1];
        for (int i = 0; i < pieces.size(); i++) {
            starts[i + 1] = starts[i] + pieces.get(i).length();
        }
        return starts;
    }
}
