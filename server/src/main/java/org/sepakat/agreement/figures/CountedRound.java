package org.sepakat.agreement.figures;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.sepakat.agreement.Ratings;
import org.sepakat.agreement.figures.CodedRound.CodedTheme;
import org.sepakat.text.CoverageRule;
import org.sepakat.text.Span;
import org.sepakat.text.TextUnit;
import org.sepakat.text.TranscriptText;
import org.sepakat.text.UnitOfAnalysis;

/** A round under one unit, rule and scope: which units each theme counts, who reviewed them and who applied the theme there. */
public final class CountedRound {

    /** @param everyUnit count all units, whatever a theme's scope */
    public record Question(UnitOfAnalysis unit, CoverageRule rule, boolean everyUnit) {}

    private final CodedRound round;
    private final Question question;
    private final Marks marks;
    private final Map<String, CountedTranscript> transcripts = new LinkedHashMap<>();
    private final Map<String, List<BitSet>> reviewed = new LinkedHashMap<>();

    public CountedRound(CodedRound round, Question question) {
        this(round, question, (transcript, text) -> new CountedTranscript(text, question.unit()));
    }

    /** @param cut cuts the text of a transcript into the question's units, or remembers how it was cut */
    public CountedRound(
            CodedRound round, Question question, BiFunction<String, TranscriptText, CountedTranscript> cut) {
        this.round = round;
        this.question = question;
        this.marks = new Marks(round.codings());
        round.transcripts().forEach((name, text) -> {
            CountedTranscript transcript = cut.apply(name, text);
            transcripts.put(name, transcript);
            reviewed.put(
                    name,
                    round.coders().stream()
                            .map(coder -> transcript.reviewed(round.reviewedBy(name, coder)))
                            .toList());
        });
    }

    public CodedRound round() {
        return round;
    }

    public Question question() {
        return question;
    }

    public CountedTranscript transcript(String name) {
        CountedTranscript transcript = transcripts.get(name);
        if (transcript == null) {
            throw new IllegalArgumentException("no transcript " + name + " in the round");
        }
        return transcript;
    }

    /** The units of a transcript that a theme counts, in reading order. */
    public int[] inScope(CodedTheme theme, String transcript) {
        List<TextUnit> units = transcript(transcript).units();
        BitSet inScope = new BitSet(units.size());
        for (int unit = 0; unit < units.size(); unit++) {
            inScope.set(
                    unit,
                    question.everyUnit()
                            || theme.scope().covers(transcript, units.get(unit).speaker()));
        }
        return inScope.stream().toArray();
    }

    /** The units of a transcript that a coder reviewed. */
    public BitSet reviewed(String transcript, int coder) {
        return reviewed.getOrDefault(transcript, List.of()).get(coder);
    }

    /** The units of a transcript that carry a coder's theme, reviewed or not. */
    public BitSet carried(CodedTheme theme, String transcript, int coder) {
        return transcript(transcript).carried(question.rule(), spans(theme, transcript, coder));
    }

    /** A coder's spans of a theme, as they were made. */
    public List<Span> spans(CodedTheme theme, String transcript, int coder) {
        return marks.of(transcript, round.coders().get(coder), theme.name());
    }

    /** One matrix per transcript: units in the theme's scope, absent 0, present 1, missing where not reviewed. */
    public List<Ratings> ratings(CodedTheme theme) {
        List<Ratings> matrices = new ArrayList<>();
        for (String transcript : transcripts.keySet()) {
            matrices.add(new Ratings(round.coders().size(), 2, cells(theme, transcript, inScope(theme, transcript))));
        }
        return matrices;
    }

    private int[][] cells(CodedTheme theme, String transcript, int[] units) {
        int[][] cells = new int[units.length][round.coders().size()];
        for (int coder = 0; coder < round.coders().size(); coder++) {
            BitSet seen = reviewed(transcript, coder);
            BitSet carried = carried(theme, transcript, coder);
            for (int row = 0; row < units.length; row++) {
                cells[row][coder] = seen.get(units[row]) ? carried.get(units[row]) ? 1 : 0 : Ratings.MISSING;
            }
        }
        return cells;
    }
}
