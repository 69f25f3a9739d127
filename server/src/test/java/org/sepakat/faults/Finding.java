package org.sepakat.faults;

/**
 * One thing that must not be.
 *
 * @param rule the invariant that it breaks, as the checker names them
 */
record Finding(Rule rule, String words) {

    /** What a broken invariant means to a researcher. */
    enum Rule {
        /** I1: an acknowledged act is not where the acknowledgement said. */
        LOST,
        /** I2: in the log, but never sent or refused for good. */
        PHANTOM,
        /** I3, I5: recorded, acknowledged or delivered twice. */
        DUPLICATED,
        /** I4-I7: a gap, two truths about one place, or an order other than the one in which things happened. */
        OUT_OF_ORDER,
        /** I10, I11, I13: somebody saw a blind coder's stream before it was revealed, or was served after being removed. */
        LEAKED,
        /** I9: an entitled client that is there at the end has not seen the head. */
        UNSEEN,
        /** The scenario broke off, so that nothing can be said of it. */
        UNFINISHED
    }
}
