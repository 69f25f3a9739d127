package org.sepakat.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sepakat.agreement.scale.BenchmarkScale;

/**
 * The words that a published scale has for the headline figures, only where a reader names the scale: the best class that the figure reaches with
 * a probability of .95 (Gwet), by its error over transcripts, or, where no transcripts are known, by the one that takes units as independent.
 */
final class Verdicts {
    private static final List<String> HEADLINES = List.of("cohen_kappa", "krippendorff_alpha");

    private final BenchmarkScale scale;

    Verdicts(BenchmarkScale scale) {
        this.scale = scale;
    }

    /** Puts {@code KEY_level} beside each headline figure of the result, its themes and their pairs. */
    void into(Map<String, @Nullable Object> figures) {
        for (String key : HEADLINES) {
            if (figures.containsKey(key)) {
                figures.put(key + "_level", level(figures, key));
            }
        }
        for (String inner : List.of("themes", "pairs")) {
            if (figures.get(inner) instanceof List<?> list) {
                list.forEach(this::intoOne);
            }
        }
    }

    // The objects were made by the figures and hold what JSON can.
    @SuppressWarnings("unchecked")
    private void intoOne(Object figures) {
        into((Map<String, @Nullable Object>) figures);
    }

    private @Nullable Map<String, Object> level(Map<String, @Nullable Object> figures, String key) {
        String overTranscripts = key + "_se_cluster_jackknife";
        boolean areKnown = figures.containsKey(overTranscripts);
        Object error = figures.get(areKnown ? overTranscripts : key + "_se");
        if (!(figures.get(key) instanceof Number value && error instanceof Number se) || !(se.doubleValue() > 0)) {
            return null;
        }
        BenchmarkScale.Membership reached = scale.probableLevel(value.doubleValue(), se.doubleValue());
        Map<String, Object> level = new LinkedHashMap<>();
        level.put("scale", scale.source());
        level.put("level", reached.level().name());
        level.put("probability", reached.probability());
        level.put("error", areKnown ? "over transcripts" : "units taken as independent");
        return level;
    }
}
