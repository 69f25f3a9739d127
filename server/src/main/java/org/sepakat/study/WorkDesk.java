package org.sepakat.study;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sepakat.text.TranscriptText;

/**
 * What lies before a rule when it judges an act within a round, all read in the transaction that records the act.
 *
 * @param actor the member who acts
 * @param codebook the version the round pins, or null if the round is unknown or not started
 * @param texts of the transcripts the act names, in the versions the round pins
 * @param work the coder's work, or at least: the codings named, those that overlap the base segments touched, the reviews there, and whether the coder was
 *     reopened; for reopening and closing, that of the member concerned
 */
public record WorkDesk(
        Study study, Member actor, @Nullable CodebookVersion codebook, Map<UUID, TranscriptText> texts, Work work) {

    public WorkDesk {
        texts = Map.copyOf(texts);
    }

    public WorkDesk with(Work changed) {
        return new WorkDesk(study, actor, codebook, texts, changed);
    }
}
