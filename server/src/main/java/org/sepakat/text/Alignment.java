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
 * What two strings have in common, in order: first by lines, then, between equal lines, by words. The same two strings always give the same answer.
 * Offsets are UTF-16 code units.
 */
final class Alignment {

    /** {@code length} units from {@code before} in the one are the same from {@code after} in the other. */
    record Run(int before, int after, int length) {}

    private static final Pattern LINES = Pattern.compile("[^\n]*\n|[^\n]+");
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|\\s+|.", Pattern.DOTALL);

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
        var gone = new BitSet();
        var added = new BitSet();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(pieces, others, new MyersDiffWithLinearSpace<>()).getDeltas()) {
            set(gone, delta.getSource());
            set(added, delta.getTarget());
        }
        int piece = 0;
        int other = 0;
        while (piece < pieces.size() || other < others.size()) {
            int kept = gone.nextClearBit(piece);
            int otherKept = added.nextClearBit(other);
            align(
                    before.substring(starts[piece], starts[kept]),
                    beforeAt + starts[piece],
                    after.substring(otherStarts[other], otherStarts[otherKept]),
                    afterAt + otherStarts[other],
                    patterns.subList(1, patterns.size()));
            piece = kept;
            other = otherKept;
            while (piece < pieces.size() && !gone.get(piece) && other < others.size() && !added.get(other)) {
                keep(
                        beforeAt + starts[piece],
                        afterAt + otherStarts[other],
                        pieces.get(piece).length());
                piece++;
                other++;
            }
        }
    }

    private static void set(BitSet pieces, Chunk<String> chunk) {
        pieces.set(chunk.getPosition(), chunk.getPosition() + chunk.size());
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
