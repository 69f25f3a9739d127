/**
 * What to know before believing a figure, and why it is low: flags in plain words, the split of disagreement into themes left out, other themes
 * instead and edges that differ, the coder who stands apart, and what settling the most telling disagreements would change. Values in, values
 * out; one bit per unit, all transcripts of a round on one line of units.
 */
@NullMarked
package org.sepakat.agreement.diagnosis;

import org.jspecify.annotations.NullMarked;
