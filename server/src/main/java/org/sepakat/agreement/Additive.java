package org.sepakat.agreement;

/**
 * Counts that add up over transcripts: the whole is the sum of its clusters, and leaving one out is a subtraction. Jackknife and
 * bootstrap work on nothing else.
 */
public interface Additive<T extends Additive<T>> {

    T plus(T other);

    T minus(T other);

    /** Units counted; a cluster with none takes no part in a resampling. */
    long n();
}
