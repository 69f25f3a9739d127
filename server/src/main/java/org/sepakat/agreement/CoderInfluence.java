package org.sepakat.agreement;

import java.util.ArrayList;
import java.util.List;

/**
 * How one coder stands to the others.
 *
 * @param againstRest mean of the kappas of the coder's pairs
 * @param alphaWithout Krippendorff's alpha of the others
 */
public record CoderInfluence(int coder, LightKappa againstRest, Figure alphaWithout) {

    static List<CoderInfluence> of(Ratings ratings) {
        List<CoderInfluence> influences = new ArrayList<>();
        for (int coder = 0; coder < ratings.coders(); coder++) {
            influences.add(of(ratings, coder));
        }
        return List.copyOf(influences);
    }

    private static CoderInfluence of(Ratings ratings, int coder) {
        List<ContingencyTable> own = Pair.all(ratings.coders()).stream()
                .filter(pair -> pair.includes(coder))
                .map(pair -> ratings.table(pair.first(), pair.second()))
                .toList();
        return new CoderInfluence(
                coder,
                LightKappa.of(own),
                KrippendorffAlpha.nominal(ratings.withoutCoder(coder).profiles()));
    }
}
