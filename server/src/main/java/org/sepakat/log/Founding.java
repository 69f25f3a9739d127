package org.sepakat.log;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sepakat.study.SpeakerRole;
import org.sepakat.study.TranscriptKind;
import org.sepakat.text.TranscriptText;

/**
 * Acts that the server makes for somebody, by the same path as those that clients send: judged, recorded and told alike. May be called from any context; answers
 * come on the caller's.
 */
public interface Founding {

    /** A new study and its first lead. */
    record Founded(UUID study, UUID member) {}

    /**
     * A text to import.
     *
     * @param opId kept when the import is sent again
     * @param speakers role of each speaker label
     */
    record Import(
            UUID opId,
            UUID transcript,
            String name,
            TranscriptKind kind,
            TranscriptText text,
            Map<String, SpeakerRole> speakers) {}

    /**
     * A text that takes the place of another.
     *
     * @param opId kept when the correction is sent again
     * @param version that it makes, the one before and one
     * @param rounds being coded that are moved to it
     */
    record Corrected(
            UUID opId,
            UUID transcript,
            int version,
            TranscriptText text,
            Map<String, SpeakerRole> speakers,
            Set<UUID> rounds) {}

    /**
     * Founds a study and lets the account in; fails if the database is away.
     *
     * @param account of the founder, or null for one without
     */
    Future<Founded> createStudy(String name, String founderName, @Nullable UUID account);

    /** Version 1 of a transcript; the actor must be a lead. */
    Future<Answer> importTranscript(UUID study, UUID actor, Import text);

    /** A corrected text, the next version of a transcript; the actor must be a lead. Codings move with it, or are to be looked at. */
    Future<Answer> correctTranscript(UUID study, UUID actor, Corrected text);

    /** Links an account to a member who has none, and lets it in. */
    Future<Answer> joinMember(UUID study, UUID member, UUID account);
}
