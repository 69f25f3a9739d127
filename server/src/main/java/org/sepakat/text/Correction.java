package org.sepakat.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text and the corrected one that takes its place: where the places of the one lie in the other. A place whose words are untouched only moves; of one that was
 * changed inside it is said that it was; one that was taken out, with nothing in its stead, has no place any more. The same two texts always give the same answer.
 */
public final class Correction {

    /** Where a place lies now, and whether its quote is the same. */
    public record Found(Span span, boolean same) {}

    /** What stood from {@code oldStart} to {@code oldEnd} stands from {@code newStart} to {@code newEnd} now, half open; either may be empty. */
    public record Change(int oldStart, int oldEnd, int newStart, int newEnd) {}

    private static final Pattern BLANK = Pattern.compile("\\s+");

    private final TranscriptText before;
    private final TranscriptText after;
    private final List<Alignment.Run> runs;

    private Correction(TranscriptText before, TranscriptText after) {
        this.before = before;
        this.after = after;
        this.runs = Alignment.of(before.text(), after.text());
    }

    public static Correction of(TranscriptText before, TranscriptText after) {
        return new Correction(before, after);
    }

    /**
     * At most this share of the first text's characters can stand in the second, from 0 to 1: the words that both have, in whatever order. Cheap, where a whole
     * alignment of two different texts would not be.
     */
    public static double mostKept(TranscriptText before, TranscriptText after) {
        Map<String, Integer> there = new HashMap<>();
        BLANK.splitAsStream(after.text()).forEach(word -> there.merge(word, 1, Integer::sum));
        int all = 0;
        int kept = 0;
        for (String word : BLANK.splitAsStream(before.text()).toList()) {
            all += word.length();
            int left = there.getOrDefault(word, 0);
            if (left > 0) {
                kept += word.length();
                there.put(word, left - 1);
            }
        }
        return all == 0 ? 0 : (double) kept / all;
    }

    /** In reading order. */
    public List<Change> changes() {
        var changes = new ArrayList<Change>();
        int old = 0;
        int now = 0;
        for (Alignment.Run run : runs) {
            add(changes, new Change(old, run.before(), now, run.after()));
            old = run.before() + run.length();
            now = run.after() + run.length();
        }
        add(changes, new Change(old, before.text().length(), now, after.text().length()));
        return changes;
    }

    private static void add(List<Change> changes, Change change) {
        if (change.oldStart() < change.oldEnd() || change.newStart() < change.newEnd()) {
            changes.add(change);
        }
    }

    /** Empty if nothing of the place is left, or if it lies outside all base segments now. */
    public Optional<Found> find(Span place) {
        int start = startOf(place.start());
        int end = endOf(place.end());
        String text = after.text();
        while (start < end && Character.isWhitespace(text.charAt(start)) && !isSame(place, start, end)) {
            start++;
        }
        while (start < end && Character.isWhitespace(text.charAt(end - 1)) && !isSame(place, start, end)) {
            end--;
        }
        if (start >= end) {
            return Optional.empty();
        }
        var span = new Span(start, end);
        return after.segmentsIn(span).findAny().isEmpty()
                ? Optional.empty()
                : Optional.of(new Found(span, isSame(place, start, end)));
    }

    private boolean isSame(Span place, int start, int end) {
        return before.quote(place).contentEquals(after.text().subSequence(start, end));
    }

    /** Where the unit at an offset stands now; of one that was replaced, where what replaced it begins. */
    private int startOf(int offset) {
        Alignment.@Nullable Run last = null;
        for (Alignment.Run run : runs) {
            if (run.before() > offset) {
                break;
            }
            last = run;
        }
        if (last == null) {
            return 0;
        }
        return last.after() + Math.min(offset - last.before(), last.length());
    }

    /** Where the units before an offset end now; where the last of them was replaced, where what replaced it ends. */
    private int endOf(int offset) {
        for (Alignment.Run run : runs) {
            if (run.before() + run.length() >= offset) {
                return run.after() + Math.max(0, offset - run.before());
            }
        }
        return after.text().length();
    }

    /** Whether two places of the second text touch one base segment. */
    public boolean shareSegment(Span one, Span other) {
        return after.segmentsIn(one)
                .anyMatch(segment -> after.segments().get(segment).span().overlaps(other));
    }

    /** Speakers whose label the first text does not have, and the label that their first turn had in it. */
    public Map<String, String> renamedSpeakers() {
        var renamed = new LinkedHashMap<String, String>();
        for (BaseSegment old : before.segments()) {
            String label = old.speaker();
            String now =
                    find(old.span()).map(found -> after.speakerOf(found.span())).orElse(null);
            if (label != null && now != null && !now.equals(label)) {
                renamed.putIfAbsent(now, label);
            }
        }
        before.segments().forEach(segment -> renamed.remove(segment.speaker()));
        return renamed;
    }

    /** Of the first text's base segments those that stand in the second, turn for turn, with the place they have there. */
    public Map<Span, Span> segments() {
        Set<Span> now = new HashSet<>();
        after.segments().forEach(segment -> now.add(segment.span()));
        var same = new HashMap<Span, Span>();
        for (BaseSegment segment : before.segments()) {
            find(segment.span())
                    .filter(found -> found.same() && now.contains(found.span()))
                    .ifPresent(found -> same.put(segment.span(), found.span()));
        }
        return same;
    }
}
