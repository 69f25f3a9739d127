package org.sepakat.cli.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.sepakat.agreement.span.CodingAlpha;
import org.sepakat.agreement.span.Continuum;
import org.sepakat.agreement.span.UnitizingAlpha;

/** Free spans. A line on which one coder's spans overlap is no continuum, and its alphas are undefined. */
final class GoldenSpans implements GoldenKind {
    private static final List<String> ALPHAS = List.of("u_alpha", "u_alpha_binary", "cu_alpha");

    @Override
    public JsonNode figures(JsonNode data, JsonNode example) {
        ObjectNode figures = JSON.createObjectNode();
        try {
            alphas(continuum(data), figures);
        } catch (IllegalArgumentException overlapping) {
            ALPHAS.forEach(figures::putNull);
        }
        return figures;
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
