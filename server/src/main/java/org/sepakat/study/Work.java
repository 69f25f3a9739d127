package org.sepakat.study;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.sepakat.text.Span;

/**
 * What one coder did in one round, or the part of it that a rule needs: codings by id, reviewed base segments, and whether the coder was
 * reopened after close.
 */
public record Work(Map<UUID, Coding> codings, Set<Reviewed> reviews, boolean reopened) {

    public static final Work NONE = new Work(Map.of(), Set.of(), false);

    /** Coder × theme × span: one act, by its coder. */
    public record Coding(UUID id, UUID transcript, UUID theme, Span span) {}

    /** A base segment that the coder has looked at. */
    public record Reviewed(UUID transcript, Span span) implements Comparable<Reviewed> {
        @Override
        public int compareTo(Reviewed other) {
            int byTranscript = transcript.compareTo(other.transcript);
            return byTranscript != 0 ? byTranscript : span.compareTo(other.span);
        }
    }

    public Work {
        codings = Collections.unmodifiableMap(new TreeMap<>(codings));
        reviews = Collections.unmodifiableSet(new TreeSet<>(reviews));
    }

    /** The work after an accepted act. */
    public Work apply(WorkAct act) {
        return applyAll(List.of(act));
    }

    /** The work after accepted acts, in their order. */
    public Work applyAll(List<WorkAct> acts) {
        var nextCodings = new TreeMap<>(codings);
        var nextReviews = new TreeSet<>(reviews);
        boolean nextReopened = reopened;
        for (WorkAct act : acts) {
            if (act instanceof WorkAct.ApplyTheme in) {
                in.replaces().forEach(nextCodings::remove);
                nextCodings.put(in.coding(), new Coding(in.coding(), in.transcript(), in.theme(), in.span()));
            } else if (act instanceof WorkAct.RemoveCoding out) {
                nextCodings.remove(out.coding());
            } else if (act instanceof WorkAct.MarkReviewed mark) {
                nextReviews.add(new Reviewed(mark.transcript(), mark.span()));
            } else if (act instanceof WorkAct.ClearReview clear) {
                nextReviews.remove(new Reviewed(clear.transcript(), clear.span()));
            } else {
                nextReopened = act instanceof WorkAct.ReopenAssignments;
            }
        }
        return new Work(nextCodings, nextReviews, nextReopened);
    }
}
