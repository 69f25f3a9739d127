/**
 * The one path from codings to figures: a {@link org.sepakat.agreement.figures.CodedRound}, from a folder or from a study, becomes a
 * {@link org.sepakat.agreement.figures.CountedRound} under a unit, a rule and a scope, and this one becomes ordered JSON maps under the published names.
 */
@NullMarked
package org.sepakat.agreement.figures;

import org.jspecify.annotations.NullMarked;
