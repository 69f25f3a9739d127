package org.sepakat.study;

/** What a transcript was made from. */
public enum TranscriptKind implements Word {
    INTERVIEW,
    OBSERVATION,
    FOCUS_GROUP
}
