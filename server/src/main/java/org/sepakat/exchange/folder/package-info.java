/**
 * Reading tables and coding folders, all or nothing: what is wrong is reported with file, line, column and what was expected, and nothing
 * half-read leaves this package. The format is described in {@code docs/formats.md}.
 */
@NullMarked
package org.sepakat.exchange.folder;

import org.jspecify.annotations.NullMarked;
