package org.sepakat.study;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sepakat.text.TranscriptText;

/** Acts on what every member sees: members, published codebook, transcripts, rounds. */
public sealed interface StudyAct extends Act {

    /** Made by the server when an account founds a study; the founder is its first lead. */
    record CreateStudy(
            UUID study,
            String name,
            UUID founder,
            String founderName,
            @Nullable UUID account) implements StudyAct {
        @Override
        public String kind() {
            return "study.create";
        }
    }

    record RenameStudy(String name) implements StudyAct {
        @Override
        public String kind() {
            return "study.rename";
        }
    }

    record AddMember(UUID member, String name, Role role) implements StudyAct {
        @Override
        public String kind() {
            return "member.add";
        }
    }

    record ChangeMember(UUID member, String name, Role role) implements StudyAct {
        @Override
        public String kind() {
            return "member.change";
        }
    }

    /** Made by the server when an account accepts an invitation. */
    record JoinMember(UUID member, UUID account) implements StudyAct {
        @Override
        public String kind() {
            return "member.join";
        }
    }

    record RemoveMember(UUID member) implements StudyAct {
        @Override
        public String kind() {
            return "member.remove";
        }
    }

    /**
     * @param version and {@code themes}: filled in by the rule; 0 and empty as submitted
     */
    record PublishCodebook(String reason, int version, List<Theme> themes) implements StudyAct {
        public PublishCodebook {
            themes = List.copyOf(themes);
        }

        @Override
        public String kind() {
            return "codebook.publish";
        }
    }

    /** Made by the server from an uploaded text, which it stores under {@code content} in the same transaction. */
    record ImportTranscript(
            UUID transcript,
            String name,
            TranscriptKind transcriptKind,
            int version,
            UUID content,
            int length,
            int segments,
            String sha256,
            Map<String, SpeakerRole> speakers)
            implements StudyAct {
        public ImportTranscript {
            speakers = Map.copyOf(speakers);
        }

        /** Version 1, whose text is stored under the transcript's own id. */
        public static ImportTranscript first(
                UUID transcript,
                String name,
                TranscriptKind kind,
                TranscriptText text,
                Map<String, SpeakerRole> speakers) {
            return new ImportTranscript(
                    transcript,
                    name,
                    kind,
                    1,
                    transcript,
                    text.text().length(),
                    text.segments().size(),
                    text.sha256(),
                    speakers);
        }

        @Override
        public String kind() {
            return "transcript.import";
        }
    }

    /**
     * Made by the server from a corrected text: the next version of a transcript.
     *
     * @param rounds those being coded that the lead moves to it; all others keep the version they have
     */
    record CorrectTranscript(
            UUID transcript,
            int version,
            UUID content,
            int length,
            int segments,
            String sha256,
            Map<String, SpeakerRole> speakers,
            Set<UUID> rounds)
            implements StudyAct {
        public CorrectTranscript {
            speakers = Map.copyOf(speakers);
            rounds = Set.copyOf(rounds);
        }

        @Override
        public String kind() {
            return "transcript.correct";
        }
    }

    record RenameTranscript(UUID transcript, String name) implements StudyAct {
        @Override
        public String kind() {
            return "transcript.rename";
        }
    }

    record CreateRound(RoundPlan plan) implements StudyAct {
        @Override
        public String kind() {
            return "round.create";
        }
    }

    record PlanRound(RoundPlan plan) implements StudyAct {
        @Override
        public String kind() {
            return "round.plan";
        }
    }

    record MoveRound(UUID round, Phase to) implements StudyAct {
        @Override
        public String kind() {
            return "round.move";
        }
    }

    /**
     * A round that was coded elsewhere, made by the server for a lead: it is born revealed, and its coders' acts follow in the same transaction.
     *
     * @param codebookVersion and what follows: filled in from what is imported; 0 and empty as submitted
     */
    record ImportRound(
            UUID round,
            String name,
            String unit,
            String rule,
            int codebookVersion,
            List<Round.Pinned> transcripts,
            Set<Assignment> assignments)
            implements StudyAct {
        public ImportRound {
            transcripts = List.copyOf(transcripts);
            assignments = Set.copyOf(assignments);
        }

        @Override
        public String kind() {
            return "round.import";
        }
    }

    record AddAssignment(UUID round, UUID member, UUID transcript) implements StudyAct {
        @Override
        public String kind() {
            return "assignment.add";
        }
    }
}
