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
 * What one coder did in one round, or the part of it that a rule needs: codings by id, reviewed base segments, whether the coder was reopened after close, and
 * codings whose text a correction took away, by id.
 */
public record Work(Map<UUID, Coding> codings, Set<Reviewed> reviews, boolean reopened, Map<UUID, Orphan> orphans) {

    public static final Work NONE = new Work(Map.of(), Set.of(), false, Map.of());

    /** Coder × theme × span: one act, by its coder. */
    public record Coding(UUID id, UUID transcript, UUID theme, Span span, Anchor anchor) {
        public Coding(UUID id, UUID transcript, UUID theme, Span span) {
            this(id, transcript, theme, span, Anchor.FIRM);
        }

        Coding at(WorkAct.Anchored place) {
            return new Coding(id, transcript, theme, place.span(), place.anchor());
        }
    }

    /** A coding without a place in the corrected text: it counts nowhere, and is kept until its coder lets it go. The span is of the version named. */
    public record Orphan(UUID id, UUID transcript, int version, UUID theme, Span span) {}

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
        orphans = Collections.unmodifiableMap(new TreeMap<>(orphans));
    }

    /** The work after an accepted act. */
    public Work apply(WorkAct act) {
        return applyAll(List.of(act));
    }

    /** The work after accepted acts, in their order. */
    public Work applyAll(List<WorkAct> acts) {
        var next = new Draft(this);
        acts.forEach(next::apply);
        return next.work();
    }

    /** Work in the making. */
    private static final class Draft {
        private final Map<UUID, Coding> codings;
        private final Set<Reviewed> reviews;
        private final Map<UUID, Orphan> orphans;
        private boolean reopened;

        Draft(Work from) {
            codings = new TreeMap<>(from.codings());
            reviews = new TreeSet<>(from.reviews());
            orphans = new TreeMap<>(from.orphans());
            reopened = from.reopened();
        }

        void apply(WorkAct act) {
            if (act instanceof WorkAct.ApplyTheme in) {
                in.replaces().forEach(codings::remove);
                codings.put(in.coding(), new Coding(in.coding(), in.transcript(), in.theme(), in.span()));
            } else if (act instanceof WorkAct.RemoveCoding out) {
                codings.remove(out.coding());
                orphans.remove(out.coding());
            } else if (act instanceof WorkAct.ConfirmCoding confirm) {
                codings.computeIfPresent(
                        confirm.coding(),
                        (id, known) -> new Coding(id, known.transcript(), known.theme(), known.span()));
            } else if (act instanceof WorkAct.MarkReviewed mark) {
                reviews.add(new Reviewed(mark.transcript(), mark.span()));
            } else if (act instanceof WorkAct.ClearReview clear) {
                reviews.remove(new Reviewed(clear.transcript(), clear.span()));
            } else if (act instanceof WorkAct.AnchorWork anchor) {
                anchor(anchor);
            } else {
                reopened = act instanceof WorkAct.ReopenAssignments;
            }
        }

        private void anchor(WorkAct.AnchorWork act) {
            act.codings().forEach(place -> codings.computeIfPresent(place.coding(), (id, known) -> known.at(place)));
            for (UUID gone : act.orphans()) {
                Coding known = codings.remove(gone);
                if (known != null) {
                    orphans.put(gone, new Orphan(gone, known.transcript(), act.from(), known.theme(), known.span()));
                }
            }
            act.cleared().forEach(span -> reviews.remove(new Reviewed(act.transcript(), span)));
            act.reviewed().forEach(span -> reviews.add(new Reviewed(act.transcript(), span)));
        }

        Work work() {
            return new Work(codings, reviews, reopened, orphans);
        }
    }
}
