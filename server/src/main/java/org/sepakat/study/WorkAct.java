package org.sepakat.study;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sepakat.text.Span;

/** What coders do within a round, and the reopening of one coder of a closed blind round. */
public sealed interface WorkAct extends Act {

    UUID round();

    /**
     * @param replaces codings of the same exclusive group that this one displaces: filled in by the rule, empty as submitted
     * @param version of the text that the span was drawn in, if it was told; not recorded
     */
    record ApplyTheme(
            UUID round,
            UUID coding,
            UUID transcript,
            UUID theme,
            Span span,
            List<UUID> replaces,
            @Nullable Integer version)
            implements WorkAct {
        public ApplyTheme {
            replaces = List.copyOf(replaces);
        }

        public ApplyTheme(UUID round, UUID coding, UUID transcript, UUID theme, Span span, List<UUID> replaces) {
            this(round, coding, transcript, theme, span, replaces, null);
        }

        @Override
        public String kind() {
            return "coding.apply";
        }
    }

    record RemoveCoding(UUID round, UUID coding) implements WorkAct {
        @Override
        public String kind() {
            return "coding.remove";
        }
    }

    /** The coder has looked at a coding whose text was corrected, and it still holds. */
    record ConfirmCoding(UUID round, UUID coding) implements WorkAct {
        @Override
        public String kind() {
            return "coding.confirm";
        }
    }

    /** @param version as of {@link ApplyTheme} */
    record MarkReviewed(
            UUID round,
            UUID transcript,
            Span span,
            @Nullable Integer version) implements WorkAct {
        public MarkReviewed(UUID round, UUID transcript, Span span) {
            this(round, transcript, span, null);
        }

        @Override
        public String kind() {
            return "review.mark";
        }
    }

    /** @param version as of {@link ApplyTheme} */
    record ClearReview(
            UUID round,
            UUID transcript,
            Span span,
            @Nullable Integer version) implements WorkAct {
        public ClearReview(UUID round, UUID transcript, Span span) {
            this(round, transcript, span, null);
        }

        @Override
        public String kind() {
            return "review.clear";
        }
    }

    /**
     * Made by the server when a text is corrected: where one coder's work in it lies now. What is not named stays as it is.
     *
     * @param coder whose work it is
     * @param from the version that it was done in
     * @param to the corrected version
     * @param orphans codings of whose text nothing is left
     * @param cleared base segments of the old version that need a new look
     * @param reviewed where those lie in the new version that need none
     */
    record AnchorWork(
            UUID round,
            UUID coder,
            UUID transcript,
            int from,
            int to,
            List<Anchored> codings,
            List<UUID> orphans,
            List<Span> cleared,
            List<Span> reviewed)
            implements WorkAct {
        public AnchorWork {
            codings = List.copyOf(codings);
            orphans = List.copyOf(orphans);
            cleared = List.copyOf(cleared);
            reviewed = List.copyOf(reviewed);
        }

        @Override
        public String kind() {
            return "work.anchor";
        }
    }

    /** Where a coding lies in a corrected text. */
    record Anchored(UUID coding, Span span, Anchor anchor) {}

    record ReopenAssignments(UUID round, UUID member) implements WorkAct {
        @Override
        public String kind() {
            return "assignment.reopen";
        }
    }

    record CloseAssignments(UUID round, UUID member) implements WorkAct {
        @Override
        public String kind() {
            return "assignment.close";
        }
    }
}
