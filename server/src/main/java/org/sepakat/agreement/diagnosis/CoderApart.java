package org.sepakat.agreement.diagnosis;

import java.util.List;
import java.util.Optional;
import org.sepakat.agreement.CoderInfluence;
import org.sepakat.agreement.Figure;
import org.sepakat.agreement.KrippendorffAlpha;
import org.sepakat.agreement.Ratings;

/**
 * The coder who differs from the rest: without them the others' alpha rises most, and by enough to matter. It does not say who is right.
 *
 * @param gain by which alpha without the coder exceeds alpha of all
 */
public record CoderApart(int coder, double alphaWithout, double gain) {
    public static final double LEAST_GAIN = 0.05;

    public static Optional<CoderApart> of(Ratings ratings) {
        return of(KrippendorffAlpha.nominal(ratings.profiles()), ratings.influences());
    }

    /** Of two coders neither stands apart from the other. */
    public static Optional<CoderApart> of(Figure alpha, List<CoderInfluence> coders) {
        CoderApart apart = null;
        for (CoderInfluence each : coders) {
            if (alpha instanceof Figure.Defined all && each.alphaWithout() instanceof Figure.Defined without) {
                double gain = without.value() - all.value();
                if (gain >= LEAST_GAIN && (apart == null || gain > apart.gain())) {
                    apart = new CoderApart(each.coder(), without.value(), gain);
                }
            }
        }
        return Optional.ofNullable(apart);
    }
}
