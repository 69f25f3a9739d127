package org.sepakat.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sepakat.agreement.figures.CodedRound;
import org.sepakat.agreement.figures.CodedRound.CodedSpan;
import org.sepakat.agreement.figures.CodedRound.CodedTheme;
import org.sepakat.agreement.figures.CountedRound;
import org.sepakat.agreement.figures.RoundFigures;
import org.sepakat.agreement.figures.Wanted;
import org.sepakat.demo.DemoContent.Part;
import org.sepakat.demo.DemoContent.Plan;
import org.sepakat.demo.DemoContent.Source;
import org.sepakat.study.Phase;
import org.sepakat.text.CoverageRule;
import org.sepakat.text.TranscriptText;
import org.sepakat.text.UnitOfAnalysis;

/** The revealed round is there to learn from: what it teaches, in figures. */
final class DemoFiguresTest {
    private static final DemoContent CONTENT = new DemoReader(new CountedIds()).read();
    private static final Plan PLAN = CONTENT.rounds().stream()
            .filter(plan -> plan.phase() == Phase.REVEALED)
            .findFirst()
            .orElseThrow();

    private final JsonNode figures = figures();

    private static JsonNode figures() {
        var texts = new LinkedHashMap<String, TranscriptText>();
        PLAN.transcripts()
                .forEach(name -> texts.put(name, CONTENT.transcript(name).text()));
        var spans = new ArrayList<CodedSpan>();
        var reviewed = new TreeMap<String, Map<String, Set<Integer>>>();
        for (Part part : CONTENT.parts()) {
            if (PLAN.transcripts().contains(part.transcript())) {
                Source source = CONTENT.transcript(part.transcript());
                part.marks()
                        .forEach(mark -> spans.add(
                                new CodedSpan(part.transcript(), part.coder(), mark.theme(), source.find(mark))));
                reviewed.computeIfAbsent(part.transcript(), name -> new TreeMap<>())
                        .put(
                                part.coder(),
                                IntStream.range(0, part.reviewedTo()).boxed().collect(Collectors.toSet()));
            }
        }
        var themes = new ArrayList<CodedTheme>();
        CONTENT.codebook().forEach((name, theme) -> {
            if (theme.codable()) {
                themes.add(new CodedTheme(
                        name,
                        (transcript, speaker) -> speaker != null
                                && theme.scope()
                                        .includes(
                                                speaker,
                                                CONTENT.transcript(transcript)
                                                        .speakers()
                                                        .get(speaker))));
            }
        });
        var round = new CodedRound(texts, PLAN.coders(), themes, spans, reviewed);
        var question = new CountedRound.Question(UnitOfAnalysis.parse("turn"), CoverageRule.parse("any"), false);
        return new ObjectMapper()
                .valueToTree(RoundFigures.toJson(new CountedRound(round, question), Wanted.EVERYTHING));
    }

    private JsonNode theme(String name) {
        for (JsonNode theme : figures.get("themes")) {
            if (theme.get("theme").asText().equals(name)) {
                return theme;
            }
        }
        throw new AssertionError("no figures of " + name);
    }

    private JsonNode pair(String theme, String one, String other) {
        for (JsonNode pair : theme(theme).get("pairs")) {
            if (pair.get("coders").get(0).asText().equals(one)
                    && pair.get("coders").get(1).asText().equals(other)) {
                return pair;
            }
        }
        throw new AssertionError("no such pair");
    }

    private double kappa(String theme, String one, String other) {
        return pair(theme, one, other).get("cohen_kappa").asDouble();
    }

    @Test
    void fiveTranscriptsOfMoreThanAHundredTurnsWereReviewedByAllThree() {
        assertEquals(5, figures.get("transcripts").asInt());
        int turns = PLAN.transcripts().stream()
                .mapToInt(name -> CONTENT.transcript(name).text().segments().size())
                .sum();
        assertEquals(152, turns);
        assertEquals(0, figures.get("left_out").get("units_one_coder").asInt());
        assertEquals(0, figures.get("left_out").get("units_nobody").asInt());
        assertEquals(76, pair("kepercayaan", "Ani", "Budi").get("n").asInt(), "the participants' turns");
    }

    @Test
    void rejectionIsCodedAlikeByAllAndItsIntervalIsNarrow() {
        assertEquals(1, kappa("penolakan", "Ani", "Budi"));
        assertTrue(kappa("penolakan", "Ani", "Citra") > 0.9);
        assertTrue(kappa("penolakan", "Budi", "Citra") > 0.9);
    }

    @Test
    void trustIsLowSinceTwoCodersSeeClosenessWhereTheOtherSeesIt() {
        assertTrue(kappa("kepercayaan", "Budi", "Citra") < 0.2);
        assertTrue(kappa("kepercayaan", "Ani", "Citra") < 0.6);
        JsonNode interval = pair("kepercayaan", "Ani", "Citra").get("cohen_kappa_ci95_cluster_jackknife_t");
        assertNotNull(interval);
        assertTrue(interval.get(0).asDouble() < 0.4, "the interval says how little five transcripts tell");
    }

    @Test
    void budiAppliesClosenessFarMoreOftenThanAni() {
        JsonNode pair = pair("kedekatan", "Ani", "Budi");
        assertEquals(0, pair.get("b").asInt(), "he leaves nothing of hers out");
        assertEquals(16, pair.get("c").asInt());
        assertEquals(16.0 / 76, Math.abs(pair.get("bias_index").asDouble()), 1e-9);
        assertTrue(kappa("kedekatan", "Ani", "Budi") < 0.5);
        assertTrue(kappa("kedekatan", "Ani", "Citra") > 0.7);
    }

    @Test
    void reinforcementIsRareSoThatAgreementIsHighAndKappaLow() {
        JsonNode pair = pair("penguatan", "Ani", "Citra");
        assertTrue(pair.get("a").asInt() + pair.get("b").asInt() <= 4);
        assertTrue(pair.get("percent_agreement").asDouble() > 0.94);
        assertTrue(pair.get("cohen_kappa").asDouble() < 0.4);
        assertTrue(kappa("penguatan", "Budi", "Citra") < 0, "less than chance alone would give");
    }

    @Test
    void professionalismWasUsedByNobodySoItsKappaIsUndefinedForAReason() {
        for (JsonNode pair : theme("profesionalisme").get("pairs")) {
            assertTrue(pair.get("cohen_kappa").isNull());
            assertEquals("CONSTANT", pair.get("reason").asText());
        }
        List<JsonNode> defined = new ArrayList<>();
        figures.get("themes").forEach(theme -> {
            if (!theme.get("theme").asText().equals("profesionalisme")) {
                theme.get("pairs").forEach(defined::add);
            }
        });
        assertEquals(27, defined.size());
        defined.forEach(pair -> assertNull(pair.get("reason"), pair::toString));
    }

    @Test
    void budiProvidesWhereTheOthersGuide() {
        JsonNode guidance = pair("bimbingan", "Ani", "Budi");
        JsonNode facilitation = pair("fasilitasi", "Ani", "Budi");
        assertEquals(3, guidance.get("b").asInt());
        assertEquals(3, facilitation.get("c").asInt());
        assertTrue(kappa("fasilitasi", "Ani", "Citra") > 0.99);
    }
}
