package org.sepakat.agreement.figures;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.sepakat.agreement.diagnosis.Presence;
import org.sepakat.agreement.figures.CodedRound.CodedTheme;
import org.sepakat.text.SpanUnion;
import org.sepakat.text.TextUnit;

/**
 * All units of a round on one line, transcript after transcript, so that a coder's theme is a row of bits. What is a difference between coders is asked here,
 * by figures and by lists of passages alike. Any thread.
 */
public final class UnitLine {
    private final CountedRound counted;
    private final List<String> transcripts;
    private final int[] first;
    private final Presence presence;

    /** @param unit from 0 in its transcript */
    public record Place(String transcript, int unit) {}

    public UnitLine(CountedRound counted) {
        this.counted = counted;
        this.transcripts = List.copyOf(counted.round().transcripts().keySet());
        this.first = new int[transcripts.size() + 1];
        for (int t = 0; t < transcripts.size(); t++) {
            first[t + 1] =
                    first[t] + counted.transcript(transcripts.get(t)).units().size();
        }
        this.presence = asBits();
    }

    private Presence asBits() {
        List<CodedTheme> themes = counted.round().themes();
        int coders = counted.round().coders().size();
        return new Presence(
                first[transcripts.size()],
                IntStream.range(0, coders)
                        .mapToObj(coder -> line(transcript -> counted.reviewed(transcript, coder)))
                        .toList(),
                themes.stream()
                        .map(theme -> line(transcript -> bits(counted.inScope(theme, transcript))))
                        .toList(),
                themes.stream()
                        .map(theme -> IntStream.range(0, coders)
                                .mapToObj(coder -> line(transcript -> counted.carried(theme, transcript, coder)))
                                .toList())
                        .toList());
    }

    private interface Part {
        BitSet of(String transcript);
    }

    private BitSet line(Part part) {
        BitSet line = new BitSet(first[transcripts.size()]);
        for (int t = 0; t < transcripts.size(); t++) {
            BitSet bits = part.of(transcripts.get(t));
            for (int unit = bits.nextSetBit(0); unit >= 0; unit = bits.nextSetBit(unit + 1)) {
                line.set(first[t] + unit);
            }
        }
        return line;
    }

    private static BitSet bits(int[] places) {
        BitSet bits = new BitSet();
        for (int place : places) {
            bits.set(place);
        }
        return bits;
    }

    public Presence presence() {
        return presence;
    }

    public Place place(int unit) {
        int found = Arrays.binarySearch(first, unit);
        int t = found >= 0 ? found : -found - 2;
        // Transcripts without units begin where the next one does.
        while (first[t + 1] <= unit) {
            t++;
        }
        return new Place(transcripts.get(t), unit - first[t]);
    }

    /** How every coder's merged marks of a theme lie in the units that carry it. */
    public Edges edges(int theme) {
        int coders = presence.coders();
        Edges edges = new Edges(coders, first[transcripts.size()]);
        for (int coder = 0; coder < coders; coder++) {
            for (int t = 0; t < transcripts.size(); t++) {
                number(edges, theme, coder, t);
            }
        }
        return edges;
    }

    private void number(Edges edges, int theme, int coder, int t) {
        String transcript = transcripts.get(t);
        SpanUnion marks = SpanUnion.of(counted.spans(counted.round().themes().get(theme), transcript, coder));
        List<TextUnit> units = counted.transcript(transcript).units();
        BitSet applied = presence.applied().get(theme).get(coder);
        for (int unit = applied.nextSetBit(first[t]);
                unit >= 0 && unit < first[t + 1];
                unit = applied.nextSetBit(unit + 1)) {
            edges.put(coder, unit, marks.within(units.get(unit - first[t]).span()));
        }
    }
}
