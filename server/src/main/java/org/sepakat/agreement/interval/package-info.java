/**
 * How sure a figure is. The default is {@link org.sepakat.agreement.interval.ClusterJackknife}, which leaves out one transcript at a time: the
 * units of one interview are not independent, and the textbook intervals beside it, which take them to be, cover the truth in 54 to 74 of 100
 * simulated studies where they promise 95.
 */
@NullMarked
package org.sepakat.agreement.interval;

import org.jspecify.annotations.NullMarked;
