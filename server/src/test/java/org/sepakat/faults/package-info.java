/**
 * Faults on purpose: patient clients code through broken lines, killed servers and killed databases while everything they send and receive is recorded; a
 * checker then holds the record against the log. {@code scripts/faults} runs all of it and prints a table.
 */
@NullMarked
package org.sepakat.faults;

import org.jspecify.annotations.NullMarked;
