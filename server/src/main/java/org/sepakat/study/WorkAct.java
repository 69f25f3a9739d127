package org.sepakat.study;

import java.util.List;
import java.util.UUID;
import org.sepakat.text.Span;

/** What coders do within a round, and the reopening of one coder of a closed blind round. */
public sealed interface WorkAct extends Act {

    UUID round();

    /**
     * @param replaces codings of the same exclusive group that this one displaces: filled in by the rule, empty as submitted
     */
    record ApplyTheme(UUID round, UUID coding, UUID transcript, UUID theme, Span span, List<UUID> replaces)
            implements WorkAct {
        public ApplyTheme {
            replaces = List.copyOf(replaces);
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

    record MarkReviewed(UUID round, UUID transcript, Span span) implements WorkAct {
        @Override
        public String kind() {
            return "review.mark";
        }
    }

    record ClearReview(UUID round, UUID transcript, Span span) implements WorkAct {
        @Override
        public String kind() {
            return "review.clear";
        }
    }

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
