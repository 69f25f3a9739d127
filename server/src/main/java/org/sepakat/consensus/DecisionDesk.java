package org.sepakat.consensus;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sepakat.study.CodebookVersion;
import org.sepakat.study.ContentEntry;
import org.sepakat.study.Member;
import org.sepakat.study.Study;
import org.sepakat.study.Work;
import org.sepakat.text.TranscriptText;

/**
 * What lies before the rule when it judges what a team settles, all read in the transaction that records it.
 *
 * @param codebook the version the round pins, or null if the round is unknown or not started
 * @param texts of the transcripts named, in the versions the round pins
 * @param work by coder, or at least the codings that overlap the base segment named and whether that was reviewed
 * @param settled or at least what stands of the passage, and under the ids named
 * @param contents those named
 */
public record DecisionDesk(
        Study study,
        Member actor,
        @Nullable CodebookVersion codebook,
        Map<UUID, TranscriptText> texts,
        Map<UUID, Work> work,
        Settled settled,
        Map<UUID, ContentEntry> contents) {

    public DecisionDesk {
        texts = Map.copyOf(texts);
        work = Map.copyOf(work);
        contents = Map.copyOf(contents);
    }
}
