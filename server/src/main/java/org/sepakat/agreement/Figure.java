package org.sepakat.agreement;

import java.util.OptionalDouble;

/** One coefficient of agreement with its working: a value, or the reason why there is none. Never NaN. */
public sealed interface Figure {

    Basis basis();

    OptionalDouble optional();

    default boolean isDefined() {
        return this instanceof Defined;
    }

    /**
     * @param value the coefficient
     * @param observed agreement seen; for a plain proportion the value itself
     * @param expected agreement by chance; 0 where the coefficient corrects for none
     */
    record Defined(double value, double observed, double expected, Basis basis) implements Figure {
        public Defined {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a defined figure needs a finite value, got " + value);
            }
        }

        @Override
        public OptionalDouble optional() {
            return OptionalDouble.of(value);
        }
    }

    record Undefined(Reason reason, Basis basis) implements Figure {
        @Override
        public OptionalDouble optional() {
            return OptionalDouble.empty();
        }
    }

    /** {@code (Ao - Ae) / (1 - Ae)}; the caller has made sure, on integers where it can, that chance is below 1. */
    static Figure chanceCorrected(double observed, double expected, Basis basis) {
        return new Defined((observed - expected) / (1 - expected), observed, expected, basis);
    }

    /** A share that no chance is taken out of, {@code part / whole}. */
    static Figure proportion(long part, long whole, Basis basis) {
        if (whole == 0) {
            return new Undefined(basis.n() == 0 ? Reason.NO_JOINT_UNITS : Reason.EMPTY_DENOMINATOR, basis);
        }
        double share = (double) part / whole;
        return new Defined(share, share, 0, basis);
    }
}
