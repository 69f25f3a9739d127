package org.sepakat.agreement.figures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sepakat.agreement.Additive;
import org.sepakat.agreement.Figure;
import org.sepakat.agreement.interval.ClusterBootstrap;
import org.sepakat.agreement.interval.ClusterJackknife;

/**
 * Which intervals over transcripts are worked out: the jackknife always, the bootstrap where it is asked for.
 *
 * @param seed of the bootstrap, or null for none
 */
public record Resampling(@Nullable Long seed) {
    public static final Resampling JACKKNIFE = new Resampling(null);

    <T extends Additive<T>> void into(
            FigureObject json, String key, List<T> clusters, Function<T, Figure> coefficient) {
        json.jackknife(key, ClusterJackknife.of(clusters, coefficient));
        if (seed != null) {
            json.bootstrap(key, ClusterBootstrap.of(clusters, coefficient, seed, ClusterBootstrap.RESAMPLES));
        }
    }

    /** What a reader must know to get the same intervals again; null where nothing was drawn. */
    @Nullable
    Map<String, @Nullable Object> toJson() {
        if (seed == null) {
            return null;
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("seed", seed);
        json.put("resamples", ClusterBootstrap.RESAMPLES);
        return json;
    }
}
