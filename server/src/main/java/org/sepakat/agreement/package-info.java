/**
 * Pure: how far coders agree. From who said what about which unit to coefficients, intervals and the reasons behind them; {@code java.*} and
 * Commons Math only, so it can be used as a library:
 *
 * <pre>{@code
 * var table = ContingencyTable.binary(40, 9, 6, 45);              // both, only the first, only the second, neither
 * Figure kappa = CohenKappa.of(table);
 * if (kappa instanceof Figure.Defined k) System.out.println(k.value() + " over " + k.basis().n() + " units");
 * if (kappa instanceof Figure.Undefined u) System.out.println(u.reason().sentence().english());
 * Interval ci = ClusterJackknife.of(tablePerTranscript, CohenKappa::of).interval();
 * }</pre>
 *
 * <p>Three kinds of counts carry everything: {@link org.sepakat.agreement.ContingencyTable} (two coders),
 * {@link org.sepakat.agreement.RatingProfiles} (any number of coders, anonymous) and {@link org.sepakat.agreement.Ratings} (who said what).
 * The first two are {@link org.sepakat.agreement.Additive}: a transcript's counts are added and taken away, which is all that intervals need.
 * One class per coefficient of the literature turns counts into a {@link org.sepakat.agreement.Figure}: a value with its working, or the
 * {@link org.sepakat.agreement.Reason} why there is none. Formulas are in the class comments in the papers' letters.
 *
 * <p>{@code figures}: from codings to all of them at once. {@code interval}: how sure. {@code span}: free spans, no units. {@code board}: bits
 * and counts kept up to date while coding goes on. {@code planner}: how much to double-code. {@code scale}: verdict words, by choice.
 */
@NullMarked
package org.sepakat.agreement;

import org.jspecify.annotations.NullMarked;
