/**
 * Gamma (Mathet, Widlöcher &amp; Métivier 2015, Comput. Linguist. 41:437): agreement on free spans, where they are and what they are called, by the
 * best way to pair them. Exact, hence for few coders and short stretches only: {@link org.sepakat.agreement.gamma.Gamma} states the limit.
 */
@NullMarked
package org.sepakat.agreement.gamma;

import org.jspecify.annotations.NullMarked;
