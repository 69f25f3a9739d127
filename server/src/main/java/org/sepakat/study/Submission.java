package org.sepakat.study;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An act on its way in.
 *
 * @param opId made by the client, kept when it sends the act again
 * @param ifRev the revision the client had before it when it decided, or null where none is needed
 */
public record Submission(UUID opId, Act act, @Nullable Integer ifRev) {}
