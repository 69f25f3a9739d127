package org.sepakat.study;

import java.util.List;
import java.util.UUID;
import org.sepakat.text.Span;

/** What a team settles within a revealed round. None of these touches what a coder did. */
public sealed interface ConsensusAct extends Act {

    UUID round();

    /** What a decision says stands in the reference. */
    record Decided(UUID coding, UUID theme, Span span) {}

    /** Settles a theme at a base segment, or settles it anew. */
    record RecordDecision(
            UUID round,
            UUID decision,
            UUID transcript,
            UUID theme,
            Span segment,
            Outcome outcome,
            List<Decided> codings,
            String reason)
            implements ConsensusAct {
        public RecordDecision {
            codings = List.copyOf(codings);
        }

        @Override
        public String kind() {
            return "decision.record";
        }
    }

    /** Opens it again; what had been adopted by itself there stands once more. */
    record WithdrawDecision(UUID round, UUID transcript, UUID theme, Span segment) implements ConsensusAct {
        @Override
        public String kind() {
            return "decision.withdraw";
        }
    }

    /** Made by the server when a round is revealed or imported: what needs no decision. */
    record AdoptReference(UUID round, List<ReferenceCoding> codings) implements ConsensusAct {
        public AdoptReference {
            codings = List.copyOf(codings);
        }

        @Override
        public String kind() {
            return "reference.adopt";
        }
    }
}
