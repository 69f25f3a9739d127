/** Verdict words for a figure, only ever at the reader's request: every author calls the cut points arbitrary, and none is preset. */
@NullMarked
package org.sepakat.agreement.scale;

import org.jspecify.annotations.NullMarked;
