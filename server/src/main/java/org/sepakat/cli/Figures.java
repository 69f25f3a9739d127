package org.sepakat.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sepakat.agreement.Ratings;

/** The door to the figures as JSON objects, for whoever holds ratings in memory. */
public final class Figures {
    private Figures() {}

    /** @param clusters the transcript of each unit, or null */
    public static Map<String, @Nullable Object> ofRatings(
            Ratings ratings, List<String> coders, List<String> categories, @Nullable List<String> clusters) {
        List<Ratings> parts = clusters == null ? null : RatingsFigures.cluster(ratings, clusters);
        return new RatingsFigures(ratings, coders, categories, parts).toJson();
    }
}
