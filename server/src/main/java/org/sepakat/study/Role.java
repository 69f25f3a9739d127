package org.sepakat.study;

/** A member's place in a study. The facilitator's seat in a meeting is not a role, nor is the operator of the server. */
public enum Role implements Word {
    LEAD,
    CODER,
    OBSERVER
}
