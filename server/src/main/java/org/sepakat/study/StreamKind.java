package org.sepakat.study;

/** What a stream is a list of. Meeting and ballot streams come with the consensus meeting. */
public enum StreamKind implements Word {
    STUDY,
    DRAFTS,
    ROUND,
    PRIVATE
}
