package org.sepakat.study;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * An imported source. Its text lives in a content row and never changes within a version.
 *
 * @param version the newest version, from 1
 * @param length of that version in UTF-16 code units
 * @param segments how many base segments it has
 * @param speakers role of each speaker label
 * @param rev counts changes of name from 1
 */
public record Transcript(
        UUID id,
        String name,
        TranscriptKind kind,
        int version,
        UUID content,
        int length,
        int segments,
        String sha256,
        Map<String, SpeakerRole> speakers,
        int rev) {

    public Transcript {
        speakers = Collections.unmodifiableMap(new TreeMap<>(speakers));
    }

    /** Whoever spoke in an earlier version keeps the role: rounds that stay with that one count by it. */
    Transcript corrected(StudyAct.CorrectTranscript to) {
        var known = new TreeMap<>(to.speakers());
        known.putAll(speakers);
        return new Transcript(
                id, name, kind, to.version(), to.content(), to.length(), to.segments(), to.sha256(), known, rev);
    }

    Transcript renamed(String newName) {
        return new Transcript(id, newName, kind, version, content, length, segments, sha256, speakers, rev + 1);
    }
}
