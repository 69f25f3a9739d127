package org.sepakat.cli.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What a kind of case asks the kernel for. */
interface GoldenKind {
    ObjectMapper JSON = new ObjectMapper();

    JsonNode figures(JsonNode data, JsonNode example);

    static GoldenKind of(String kind) {
        return switch (kind) {
            case "nominal", "edge", "cluster" -> new GoldenRatings();
            case "multilabel" -> new GoldenSets();
            case "units_from_spans" -> new GoldenUnits();
            case "unitizing" -> new GoldenSpans();
            case "segmentation" -> GoldenSmall::segmentation;
            case "benchmark" -> GoldenSmall::benchmark;
            case "sample_size" -> GoldenSmall::sampleSize;
            default -> throw new IllegalArgumentException("the kind " + kind + " is not known");
        };
    }
}
