package org.sepakat.study;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
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
            ErasableText reason)
            implements ConsensusAct, Wording {
        public RecordDecision {
            codings = List.copyOf(codings);
        }

        @Override
        public String kind() {
            return "decision.record";
        }

        @Override
        public ErasableText words() {
            return reason;
        }

        @Override
        public RecordDecision recorded(Supplier<UUID> ids) {
            return new RecordDecision(
                    round, decision, transcript, theme, segment, outcome, codings, reason.recorded(ids));
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

    /** Takes away for good what somebody said in the round's stream. */
    record EraseContent(UUID round, UUID content) implements ConsensusAct {
        public static final String KIND = "content.erase";

        @Override
        public String kind() {
            return KIND;
        }
    }
}
