/**
 * Pure: where coders differ and what the team settles. A {@link org.sepakat.consensus.RoundWork} becomes what agreement counts;
 * {@link org.sepakat.consensus.Comparer} finds and classes the places where coders differ; {@link org.sepakat.consensus.DecisionRules} says what may be
 * settled; {@link org.sepakat.consensus.Settled} holds it, beside the originals, which nothing here changes.
 */
@NullMarked
package org.sepakat.consensus;

import org.jspecify.annotations.NullMarked;
