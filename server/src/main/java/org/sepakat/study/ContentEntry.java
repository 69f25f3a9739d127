package org.sepakat.study;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an {@link ErasableText} besides its words.
 *
 * @param round in whose stream it was said, or null
 * @param author the member who said it
 */
public record ContentEntry(@Nullable UUID round, UUID author, boolean erased) {}
