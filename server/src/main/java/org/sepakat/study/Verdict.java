package org.sepakat.study;

/**
 * What a rule says of an act: accepted, as it is to be recorded (completed with what the rule found out), or refused.
 *
 * @param <A> the kind of act that was judged
 */
public sealed interface Verdict<A extends Act> {

    record Accepted<A extends Act>(A act) implements Verdict<A> {}

    record Refused<A extends Act>(Refusal refusal) implements Verdict<A> {}

    static <A extends Act> Verdict<A> accept(A act) {
        return new Accepted<>(act);
    }

    static <A extends Act> Verdict<A> refuse(Refusal refusal) {
        return new Refused<>(refusal);
    }
}
