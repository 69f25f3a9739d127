/** Free spans, without units: how far coders agree on where a theme begins and ends. One theme per line of a continuum. */
@NullMarked
package org.sepakat.agreement.span;

import org.jspecify.annotations.NullMarked;
