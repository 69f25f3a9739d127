package org.sepakat.cli.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.sepakat.agreement.Figure;
import org.sepakat.agreement.planner.KappaPlan;
import org.sepakat.agreement.scale.BenchmarkScale;
import org.sepakat.agreement.span.BoundarySimilarity;

/** Cases of a handful of numbers. */
final class GoldenSmall {
    private GoldenSmall() {}

    static JsonNode segmentation(JsonNode data, JsonNode example) {
        BoundarySimilarity pair = new BoundarySimilarity(
                masses(data.get("masses").get(0)), masses(data.get("masses").get(1)));
        ObjectNode figures = GoldenKind.JSON.createObjectNode();
        put(figures, "boundary_similarity", pair.similarity(data.get("n_t").asInt()));
        put(figures, "window_diff", pair.windowDifference());
        put(figures, "pk", pair.pk());
        return figures;
    }

    private static int[] masses(JsonNode array) {
        return IntStream.range(0, array.size()).map(i -> array.get(i).asInt()).toArray();
    }

    static void put(ObjectNode figures, String key, Figure figure) {
        if (figure instanceof Figure.Defined defined) {
            figures.put(key, defined.value());
        } else {
            figures.putNull(key);
        }
    }

    static JsonNode benchmark(JsonNode data, JsonNode example) {
        ObjectNode figures = GoldenKind.JSON.createObjectNode();
        memberships(figures.putObject("landis_koch"), BenchmarkScale.LANDIS_KOCH, data);
        memberships(figures.putObject("altman"), BenchmarkScale.ALTMAN, data);
        memberships(figures.putObject("fleiss"), BenchmarkScale.FLEISS, data);
        return figures;
    }

    private static void memberships(ObjectNode target, BenchmarkScale scale, JsonNode data) {
        scale.memberships(data.get("coefficient").asDouble(), data.get("se").asDouble())
                .forEach(membership -> target.put(membership.level().name(), membership.probability()));
    }

    static JsonNode sampleSize(JsonNode data, JsonNode example) {
        ObjectNode figures = GoldenKind.JSON.createObjectNode();
        double alpha = data.get("alpha").asDouble();
        switch (data.get("fn").asText()) {
            case "N.cohen.kappa" ->
                figures.put(
                        "n",
                        KappaPlan.unitsForPower(
                                number(data, "rate1"),
                                number(data, "rate2"),
                                number(data, "k1"),
                                number(data, "k0"),
                                alpha,
                                number(data, "power"),
                                data.get("twosided").asBoolean()));
            case "donner_eliasziw_gof_power" -> {
                double raw = KappaPlan.rawUnitsForFit(
                        number(data, "kappa0"),
                        number(data, "kappa1"),
                        number(data, "prop"),
                        data.get("raters").asInt(),
                        halvedNoncentrality(alpha, number(data, "power")));
                figures.put("n_raw", raw).put("n", Math.ceil(raw));
            }
            case "donner_eliasziw_gof_ci" ->
                figures.put(
                        "n",
                        KappaPlan.unitsForLimits(
                                number(data, "kappa0"),
                                number(data, "kappaL"),
                                number(data, "kappaU"),
                                number(data, "prop"),
                                data.get("raters").asInt(),
                                alpha));
            default -> throw new IllegalArgumentException("the function " + data.get("fn") + " is not known");
        }
        return figures;
    }

    /**
     * As kappaSize finds it: halving between two and three critical values until the power is right to 1e-5. It stops 6e-5 above the exact
     * one, which is why its raw units differ from ours in the third decimal.
     */
    private static double halvedNoncentrality(double alpha, double power) {
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double z = normal.inverseCumulativeProbability(1 - alpha / 2);
        double low = z * z;
        double middle = 2 * low;
        double high = 3 * low;
        double missed;
        do {
            boolean isTooPowerful = missed(normal, z, middle) < 1 - power;
            high = isTooPowerful ? middle : high;
            low = isTooPowerful ? low : middle;
            middle = (low + high) / 2;
            missed = missed(normal, z, middle);
        } while (Math.abs(missed - (1 - power)) > 1e-5);
        assertEquals(KappaPlan.noncentrality(alpha, power), middle, 1e-4);
        return middle;
    }

    private static double missed(NormalDistribution normal, double z, double noncentrality) {
        double shift = Math.sqrt(noncentrality);
        return normal.cumulativeProbability(z - shift) - normal.cumulativeProbability(-z - shift);
    }

    private static double number(JsonNode data, String key) {
        return data.get(key).asDouble();
    }
}
