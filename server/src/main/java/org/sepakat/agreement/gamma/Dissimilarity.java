package org.sepakat.agreement.gamma;

/**
 * How unlike two coders' units are: {@code alpha ((|db| + |de|) / (l_u + l_v))^2 D}, plus {@code beta D} if they carry different themes; a unit
 * without a partner costs D.
 *
 * @param alpha weight of position
 * @param beta weight of theme
 * @param empty D
 */
public record Dissimilarity(double alpha, double beta, double empty) {
    public static final Dissimilarity STANDARD = new Dissimilarity(1, 1, 1);

    public Dissimilarity {
        if (!(alpha >= 0 && beta >= 0 && empty > 0 && alpha + beta + empty < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "weights are finite and not negative and the cost of no partner above 0, got " + alpha + ", " + beta
                            + " and " + empty);
        }
    }

    double between(Unit first, Unit second) {
        double moved = Math.abs(first.begin() - second.begin()) + Math.abs(first.end() - second.end());
        double position = moved / (first.length() + second.length());
        return (alpha * position * position + (first.theme() == second.theme() ? 0 : beta)) * empty;
    }
}
