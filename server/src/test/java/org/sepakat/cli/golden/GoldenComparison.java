package org.sepakat.cli.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares what a case expects with what was computed, number by number; null expects an undefined figure. */
final class GoldenComparison {
    /** Coefficients the kernel does not offer; a case that asks for one is checked in all else and then counted as skipped. */
    private static final Set<String> NOT_OFFERED =
            Set.of("gamma", "gamma_observed_disorder", "alpha_U_1995", "alpha_U_1995_per_category");

    /** kappaSize finds its noncentrality by a search that stops 5e-6 of it too high; units are a few hundred. */
    private static final Map<String, Double> PEER_ERROR = Map.of("n_raw", 2e-3);

    private final JsonNode expected;
    private final JsonNode tolerances;
    private final double tolerance;

    GoldenComparison(JsonNode example) {
        this.expected = example.get("expected");
        this.tolerances = example.path("tolerances");
        this.tolerance = example.get("tolerance").asDouble();
    }

    void compare(JsonNode actual) {
        Set<String> notOffered = new TreeSet<>();
        for (Map.Entry<String, JsonNode> entry : expected.properties()) {
            if (NOT_OFFERED.contains(entry.getKey())) {
                notOffered.add(entry.getKey());
                continue;
            }
            double stated = tolerances.path(entry.getKey()).asDouble(tolerance);
            double within = Math.max(stated, PEER_ERROR.getOrDefault(entry.getKey(), 0.0));
            compare(entry.getKey(), entry.getValue(), actual.get(entry.getKey()), within);
        }
        assumeTrue(notOffered.isEmpty(), () -> "all else holds; not offered: " + notOffered);
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
