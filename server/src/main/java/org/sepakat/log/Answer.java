package org.sepakat.log;

import java.util.UUID;
import org.sepakat.study.Refusal;

/** What became of one submission. */
public sealed interface Answer {

    UUID opId();

    /**
     * Durable.
     *
     * @param seq its place in the stream, from 1
     * @param dup whether it had been recorded before, under the same op id
     */
    record Ok(UUID opId, UUID stream, long seq, boolean dup) implements Answer {}

    /** Refused, and nothing was recorded; after {@code E_DB} alone the outcome is unknown. */
    record No(UUID opId, Refusal refusal) implements Answer {}
}
