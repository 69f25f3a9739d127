package org.sepakat.agreement;

/** How far apart two coders' sets of themes on one unit are, 0 to 1. Two empty sets are the same set. */
public enum SetDistance {
    NOMINAL {
        @Override
        double between(int first, int second, int common) {
            return isEqual(first, second, common) ? 0 : 1;
        }
    },
    /** {@code 1 - |A and B| / |A or B|}. */
    JACCARD {
        @Override
        double between(int first, int second, int common) {
            return 1 - jaccard(first, second, common);
        }
    },
    /** {@code 1 - J M}, M = 1 equal, 2/3 one inside the other, 1/3 overlap, 0 apart (Passonneau 2006, LREC). */
    MASI {
        @Override
        double between(int first, int second, int common) {
            double monotonicity =
                    isEqual(first, second, common) ? 1 : common == Math.min(first, second) ? 2.0 / 3 : 1.0 / 3;
            return 1 - jaccard(first, second, common) * monotonicity;
        }
    };

    /**
     * @param first themes in the one set
     * @param second themes in the other
     * @param common themes in both
     */
    abstract double between(int first, int second, int common);

    private static boolean isEqual(int first, int second, int common) {
        return first == common && second == common;
    }

    private static double jaccard(int first, int second, int common) {
        int union = first + second - common;
        return union == 0 ? 1 : (double) common / union;
    }
}
