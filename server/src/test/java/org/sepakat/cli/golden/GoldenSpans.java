package org.sepakat.cli.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.sepakat.agreement.gamma.Dissimilarity;
import org.sepakat.agreement.gamma.Gamma;
import org.sepakat.agreement.span.CodingAlpha;
import org.sepakat.agreement.span.Continuum;
import org.sepakat.agreement.span.UnitizingAlpha;
import org.sepakat.agreement.span.UnitizingAlpha1995;

/** Free spans. */
final class GoldenSpans implements GoldenKind {
    private static final long SEED = 20_150_101;

    @Override
    public JsonNode figures(JsonNode data, JsonNode example) {
        Continuum continuum = continuum(data);
        ObjectNode figures = JSON.createObjectNode();
        alphas(continuum, figures);
        alphas1995(new UnitizingAlpha1995(continuum), continuum.values(), figures);
        if (data.has("gamma_parameters")) {
            gamma(new Gamma(continuum, dissimilarity(data.get("gamma_parameters"))), figures);
        }
        return figures;
    }

    private static void alphas1995(UnitizingAlpha1995 alpha, List<String> values, ObjectNode figures) {
        GoldenSmall.put(figures, "alpha_U_1995", alpha.all());
        ObjectNode perValue = figures.putObject("alpha_U_1995_per_category");
        Consumer<String> put = value -> GoldenSmall.put(perValue, value, alpha.of(value));
        values.forEach(put);
    }

    private static Dissimilarity dissimilarity(JsonNode parameters) {
        return new Dissimilarity(
                parameters.get("alpha").asDouble(),
                parameters.get("beta").asDouble(),
                parameters.get("delta_empty").asDouble());
    }

    private static void gamma(Gamma gamma, ObjectNode figures) {
        GoldenSmall.put(figures, "gamma_observed_disorder", gamma.observedDisorder());
        GoldenSmall.put(figures, "gamma", gamma.of(SEED, 1_000));
    }

    private static void alphas(Continuum continuum, ObjectNode figures) {
        CodingAlpha coding = new CodingAlpha(continuum);
        GoldenSmall.put(figures, "u_alpha", UnitizingAlpha.uAlpha(continuum));
        GoldenSmall.put(figures, "u_alpha_binary", UnitizingAlpha.binary(continuum));
        GoldenSmall.put(figures, "cu_alpha", coding.all());
        ObjectNode perValue = figures.putObject("k_u_alpha");
        ObjectNode coverage = figures.putObject("k_u_alpha_coverage");
        Consumer<String> put = value -> {
            GoldenSmall.put(perValue, value, coding.of(value));
            GoldenSmall.put(coverage, value, coding.coverage(value));
        };
        coding.values().forEach(put);
    }

    private static Continuum continuum(JsonNode data) {
        List<List<Continuum.Segment>> lines = new ArrayList<>();
        for (int rater = 0; rater < data.get("raters").asInt(); rater++) {
            lines.add(new ArrayList<>());
        }
        for (JsonNode span : data.get("spans")) {
            lines.get(span.get("rater").asInt())
                    .add(new Continuum.Segment(
                            span.get("begin").asInt(),
                            span.get("end").asInt(),
                            span.get("code").asText()));
        }
        JsonNode limits = data.get("continuum");
        return new Continuum(limits.get(0).asInt(), limits.get(1).asInt(), lines);
    }
}
