package org.sepakat.cli.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Compares what a case expects with what was computed, number by number; null expects an undefined figure. */
final class GoldenComparison {
    private final JsonNode expected;
    private final JsonNode tolerances;
    private final double tolerance;

    GoldenComparison(JsonNode example) {
        this.expected = example.get("expected");
        this.tolerances = example.path("tolerances");
        this.tolerance = example.get("tolerance").asDouble();
    }

    void compare(JsonNode actual) {
        for (Map.Entry<String, JsonNode> entry : expected.properties()) {
            double within = tolerances.path(entry.getKey()).asDouble(tolerance);
            compare(entry.getKey(), entry.getValue(), actual.get(entry.getKey()), within);
        }
    }

    private void compare(String key, JsonNode wanted, JsonNode got, double within) {
        assertNotNull(got, () -> "the key " + key + " is not known");
        if (wanted.isObject()) {
            for (Map.Entry<String, JsonNode> entry : wanted.properties()) {
                compare(key + "." + entry.getKey(), entry.getValue(), got.get(entry.getKey()), within);
            }
        } else if (wanted.isArray()) {
            assertEquals(wanted.size(), got.size(), key);
            for (int i = 0; i < wanted.size(); i++) {
                compare(key + "[" + i + "]", wanted.get(i), got.get(i), within);
            }
        } else if (wanted.isNull()) {
            assertTrue(got.isNull(), () -> key + " must be undefined, got " + got);
        } else {
            assertTrue(got.isNumber(), () -> key + " must be a number, got " + got);
            assertEquals(wanted.asDouble(), got.asDouble(), within, key);
        }
    }
}
