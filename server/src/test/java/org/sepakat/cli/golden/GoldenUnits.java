package org.sepakat.cli.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sepakat.agreement.BinaryIndices;
import org.sepakat.agreement.CohenKappa;
import org.sepakat.agreement.ContingencyTable;
import org.sepakat.agreement.Figure;
import org.sepakat.agreement.PercentAgreement;
import org.sepakat.agreement.span.SpanF1;
import org.sepakat.text.BaseSegment;
import org.sepakat.text.CoverageRule;
import org.sepakat.text.Span;
import org.sepakat.text.SpanUnion;
import org.sepakat.text.TextUnit;
import org.sepakat.text.TranscriptText;
import org.sepakat.text.UnitOfAnalysis;

/** The same spans under several units and rules. */
final class GoldenUnits implements GoldenKind {

    @Override
    public JsonNode figures(JsonNode data, JsonNode example) {
        TranscriptText text = text(data);
        assertEquals(spans(data.get("sentences")), spansOf(text, "sentence"));
        assertEquals(spans(data.get("tokens")), spansOf(text, "token"));
        ObjectNode figures = JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> entry : example.get("expected").properties()) {
            if (entry.getKey().equals("segments_coded_by_either")) {
                figures.set(entry.getKey(), segments(data, entry.getValue()));
            } else {
                figures.set(entry.getKey(), tables(data, text, entry.getKey()));
            }
        }
        return figures;
    }

    private static TranscriptText text(JsonNode data) {
        List<BaseSegment> turns = new ArrayList<>();
        for (JsonNode turn : data.get("turns")) {
            Span span = new Span(turn.get("begin").asInt(), turn.get("end").asInt());
            turns.add(new BaseSegment(span, turn.get("speaker").asText(), null));
        }
        return new TranscriptText(data.get("text").asText(), turns);
    }

    private static List<Span> spans(JsonNode array) {
        List<Span> spans = new ArrayList<>();
        array.forEach(
                pair -> spans.add(new Span(pair.get(0).asInt(), pair.get(1).asInt())));
        return spans;
    }

    private static List<Span> spansOf(TranscriptText text, String unit) {
        return UnitOfAnalysis.parse(unit).units(text).stream()
                .map(TextUnit::span)
                .toList();
    }

    private static ObjectNode tables(JsonNode data, TranscriptText text, String key) {
        String[] name = key.split("\\|", -1);
        boolean isScoped = name[0].startsWith("participant_");
        String unit = name[0].replace("participant_", "").replaceFirst("fixed_(\\d+)_characters", "window:$1");
        List<TextUnit> units = UnitOfAnalysis.parse(unit).units(text).stream()
                .filter(each -> !isScoped || "P".equals(each.speaker()))
                .toList();
        CoverageRule rule = CoverageRule.parse(name[1]);
        ObjectNode figures = JSON.createObjectNode().put("units", units.size());
        ObjectNode perTheme = figures.putObject("per_theme");
        for (String theme : themes(data)) {
            BitSet first = rule.carried(text.text(), units, SpanUnion.of(marks(data, 0, theme)));
            BitSet second = rule.carried(text.text(), units, SpanUnion.of(marks(data, 1, theme)));
            perTheme.set(theme, figures(table(first, second, units.size())));
        }
        return figures;
    }

    private static Set<String> themes(JsonNode data) {
        Set<String> themes = new TreeSet<>();
        data.get("spans").forEach(span -> themes.add(span.get("code").asText()));
        return themes;
    }

    private static List<Span> marks(JsonNode data, int rater, String theme) {
        List<Span> marks = new ArrayList<>();
        for (JsonNode span : data.get("spans")) {
            if (span.get("rater").asInt() == rater && span.get("code").asText().equals(theme)) {
                marks.add(new Span(span.get("begin").asInt(), span.get("end").asInt()));
            }
        }
        return marks;
    }

    private static ContingencyTable table(BitSet first, BitSet second, int units) {
        BitSet both = (BitSet) first.clone();
        both.and(second);
        int a = both.cardinality();
        int b = first.cardinality() - a;
        int c = second.cardinality() - a;
        return ContingencyTable.binary(a, b, c, units - a - b - c);
    }

    private static ObjectNode figures(ContingencyTable table) {
        ObjectNode figures = JSON.createObjectNode();
        figures.putArray("table_11_10_01_00")
                .add(table.a())
                .add(table.b())
                .add(table.c())
                .add(table.d());
        GoldenSmall.put(figures, "cohen_kappa", CohenKappa.of(table));
        GoldenSmall.put(figures, "positive_agreement", BinaryIndices.positiveAgreement(table));
        GoldenSmall.put(figures, "percent_agreement", PercentAgreement.of(table));
        return figures;
    }

    private static ObjectNode segments(JsonNode data, JsonNode expected) {
        ObjectNode figures = JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> entry : expected.properties()) {
            String[] name = entry.getKey().split("\\|iou>=", -1);
            List<Span> first = marks(data, 0, name[0]);
            List<Span> second = marks(data, 1, name[0]);
            Figure.Defined f1 = (Figure.Defined) SpanF1.overlapping(first, second, Double.parseDouble(name[1]));
            int segments = first.size() + second.size();
            figures.putObject(entry.getKey())
                    .put("segments", segments)
                    .put("agreements", f1.value() * segments)
                    .put("percent", f1.value());
        }
        return figures;
    }
}
