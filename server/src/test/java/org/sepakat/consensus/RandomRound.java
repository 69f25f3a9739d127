package org.sepakat.consensus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.sepakat.agreement.figures.CodedRound;
import org.sepakat.agreement.figures.CodedRound.CodedSpan;
import org.sepakat.agreement.figures.CodedRound.CodedTheme;
import org.sepakat.agreement.figures.CountedRound;
import org.sepakat.study.ConsensusAct.Decided;
import org.sepakat.study.ErasableText;
import org.sepakat.study.Outcome;
import org.sepakat.text.BaseSegment;
import org.sepakat.text.CoverageRule;
import org.sepakat.text.Span;
import org.sepakat.text.TranscriptText;
import org.sepakat.text.UnitOfAnalysis;

/** A small coded round from a seed: codings cross segments, touch labels and overlap, coverage has holes, one theme has a scope. */
final class RandomRound {
    static final List<String> UNITS = List.of("turn", "paragraph", "sentence", "token", "character", "window:7");
    static final List<String> RULES = List.of("any", "half", "share:0.3", "share:1");

    private final Random random;
    final CodedRound coded;

    RandomRound(long seed) {
        random = new Random(seed);
        var transcripts = new LinkedHashMap<String, TranscriptText>();
        for (int i = 0; i < 3; i++) {
            transcripts.put(id().toString(), text());
        }
        List<String> coders = names(2 + random.nextInt(3));
        List<String> themes = names(3);
        var reviewed = new HashMap<String, Map<String, Set<Integer>>>();
        var codings = new ArrayList<CodedSpan>();
        transcripts.forEach((name, text) -> {
            var byCoder = new HashMap<String, Set<Integer>>();
            for (String coder : coders) {
                byCoder.put(coder, segments(text));
                for (String theme : themes) {
                    for (int i = random.nextInt(5); i > 0; i--) {
                        codings.add(new CodedSpan(name, coder, theme, span(text)));
                    }
                }
            }
            reviewed.put(name, byCoder);
        });
        coded = new CodedRound(
                transcripts,
                coders,
                themes.stream()
                        .map(theme -> new CodedTheme(
                                theme, (transcript, speaker) -> !theme.equals(themes.get(0)) || "P".equals(speaker)))
                        .toList(),
                codings,
                reviewed);
    }

    UUID id() {
        return new UUID(
                (random.nextLong() & ~0xf000L) | 0x4000L, (random.nextLong() & 0x3fffffffffffffffL) | Long.MIN_VALUE);
    }

    private List<String> names(int count) {
        return random.ints(count).mapToObj(i -> id().toString()).toList();
    }

    private TranscriptText text() {
        var text = new StringBuilder();
        var segments = new ArrayList<BaseSegment>();
        for (int i = 2 + random.nextInt(5); i > 0; i--) {
            String speaker = random.nextBoolean() ? "P" : "S";
            text.append(speaker).append(": ");
            int start = text.length();
            text.append("Ya, baik. ".repeat(1 + random.nextInt(3))).append("Itu \uD83D\uDE42 saja.");
            segments.add(new BaseSegment(new Span(start, text.length()), speaker, null));
            text.append("\n\n");
        }
        return new TranscriptText(text.toString(), segments);
    }

    private Set<Integer> segments(TranscriptText text) {
        var segments = new HashSet<Integer>();
        for (int i = 0; i < text.segments().size(); i++) {
            if (random.nextInt(4) > 0) {
                segments.add(i);
            }
        }
        return segments;
    }

    private Span span(TranscriptText text) {
        if (random.nextInt(3) == 0) {
            return text.segments().get(random.nextInt(text.segments().size())).span();
        }
        int start = random.nextInt(text.text().length() - 1);
        return new Span(start, Math.min(text.text().length(), start + 1 + random.nextInt(30)));
    }

    CountedRound counted(CodedRound round, String unit, String rule, boolean everyUnit) {
        return new CountedRound(
                round, new CountedRound.Question(UnitOfAnalysis.parse(unit), CoverageRule.parse(rule), everyUnit));
    }

    /** Some decisions of every outcome. */
    Settled settled() {
        var decisions = new HashMap<Passage, Decision>();
        List<String> transcripts = List.copyOf(coded.transcripts().keySet());
        for (int i = random.nextInt(12); i > 0; i--) {
            String transcript = transcripts.get(random.nextInt(transcripts.size()));
            List<BaseSegment> segments =
                    Objects.requireNonNull(coded.transcripts().get(transcript)).segments();
            Span segment = segments.get(random.nextInt(segments.size())).span();
            UUID theme = theme();
            Outcome outcome = List.of(Outcome.values()).get(random.nextInt(5));
            var codings = new ArrayList<Decided>();
            if (outcome != Outcome.NONE && outcome != Outcome.DEFER) {
                UUID of = outcome == Outcome.OTHER ? otherThan(theme) : theme;
                codings.add(new Decided(id(), of, new Span(segment.start() + 1, segment.end() - random.nextInt(5))));
            }
            var passage = new Passage(UUID.fromString(transcript), theme, segment);
            decisions.put(
                    passage,
                    new Decision(
                            id(), passage, outcome, codings, ErasableText.written("because"), id(), Instant.EPOCH, 1));
        }
        return new Settled(Map.of(), decisions);
    }

    private UUID theme() {
        return UUID.fromString(coded.themes().get(random.nextInt(3)).name());
    }

    private UUID otherThan(UUID theme) {
        UUID other = theme();
        while (other.equals(theme)) {
            other = theme();
        }
        return other;
    }
}
