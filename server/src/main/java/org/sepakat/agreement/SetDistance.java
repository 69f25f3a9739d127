package org.sepakat.agreement;

import java.util.BitSet;

/** How far apart two coders' sets of themes on one unit are, 0 to 1. Two empty sets are the same set. */
public enum SetDistance {
    NOMINAL {
        @Override
        public double between(BitSet first, BitSet second) {
            return first.equals(second) ? 0 : 1;
        }
    },
    /** {@code 1 - |A and B| / |A or B|}. */
    JACCARD {
        @Override
        public double between(BitSet first, BitSet second) {
            return 1 - jaccard(first, second);
        }
    },
    /** {@code 1 - J M}, M = 1 equal, 2/3 one inside the other, 1/3 overlap, 0 apart (Passonneau 2006, LREC). */
    MASI {
        @Override
        public double between(BitSet first, BitSet second) {
            return 1 - jaccard(first, second) * monotonicity(first, second);
        }
    };

    public abstract double between(BitSet first, BitSet second);

    private static int common(BitSet first, BitSet second) {
        BitSet both = (BitSet) first.clone();
        both.and(second);
        return both.cardinality();
    }

    private static double jaccard(BitSet first, BitSet second) {
        int common = common(first, second);
        int union = first.cardinality() + second.cardinality() - common;
        return union == 0 ? 1 : (double) common / union;
    }

    private static double monotonicity(BitSet first, BitSet second) {
        int common = common(first, second);
        if (first.equals(second)) {
            return 1;
        }
        if (common == first.cardinality() || common == second.cardinality()) {
            return common == 0 ? 0 : 2.0 / 3;
        }
        return common == 0 ? 0 : 1.0 / 3;
    }
}
