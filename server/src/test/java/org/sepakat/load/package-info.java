/**
 * Load on the shipped jar in a process of its own, each figure beside the limit that was measured in the same run on the same machine. {@code scripts/load} runs
 * it and prints a table; nothing here passes or fails but the arithmetic.
 */
@NullMarked
package org.sepakat.load;

import org.jspecify.annotations.NullMarked;
