package org.sepakat.consensus;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sepakat.agreement.figures.CodedRound;
import org.sepakat.agreement.figures.CodedRound.CodedTheme;
import org.sepakat.agreement.figures.CountedRound;
import org.sepakat.agreement.figures.CountedTranscript;
import org.sepakat.text.Span;
import org.sepakat.text.SpanUnion;

/** Compares all coders of a round, or two of them, unit by unit. In reading order; of one unit, in the order of the codebook. */
public final class Comparer {

    /** How the coders stand to a theme at one unit, by their place in the list of those compared. */
    private record Stand(BitSet read, BitSet applied) {

        boolean isCompared() {
            return read.cardinality() > 1;
        }

        boolean isSplit() {
            return !applied.isEmpty() && applied.cardinality() < read.cardinality();
        }

        boolean isUnanimous() {
            return applied.cardinality() == read.cardinality();
        }
    }

    private final CountedRound counted;
    private final CodedRound round;
    private final int[] coders;

    /** @param coders to compare, by their place in the round's list */
    public Comparer(CountedRound counted, int... coders) {
        this.counted = counted;
        this.round = counted.round();
        this.coders = coders.clone();
    }

    public static Comparer ofAll(CountedRound counted) {
        int[] all = new int[counted.round().coders().size()];
        for (int coder = 0; coder < all.length; coder++) {
            all[coder] = coder;
        }
        return new Comparer(counted, all);
    }

    /** @param theme of which alone to tell, or null */
    public List<Comparison> differences(@Nullable String theme) {
        return compare(theme, stand -> stand.isSplit() || stand.isUnanimous()).stream()
                .filter(comparison -> comparison.difference() != null)
                .toList();
    }

    /** The units of one cell of two coders' table. */
    public List<Comparison> cell(String theme, Cell cell) {
        if (coders.length != 2) {
            throw new IllegalArgumentException("a table has two coders, not " + coders.length);
        }
        return compare(
                theme,
                stand -> cell == Cell.of(stand.applied().get(0), stand.applied().get(1)));
    }

    private List<Comparison> compare(@Nullable String theme, Predicate<Stand> wanted) {
        var found = new ArrayList<Comparison>();
        for (String transcript : round.transcripts().keySet()) {
            found.addAll(new InTranscript(transcript).compare(theme, wanted));
        }
        return found;
    }

    private final class InTranscript {
        private final String name;
        private final CountedTranscript transcript;
        private final List<List<BitSet>> carried;

        InTranscript(String name) {
            this.name = name;
            this.transcript = counted.transcript(name);
            this.carried = round.themes().stream().map(this::carried).toList();
        }

        private List<BitSet> carried(CodedTheme theme) {
            var byCoder = new ArrayList<BitSet>();
            for (int coder : coders) {
                byCoder.add(counted.carried(theme, name, coder));
            }
            return byCoder;
        }

        List<Comparison> compare(@Nullable String only, Predicate<Stand> wanted) {
            int units = transcript.units().size();
            var byUnit = new ArrayList<List<Comparison>>(units);
            for (int unit = 0; unit < units; unit++) {
                byUnit.add(new ArrayList<>());
            }
            for (int theme = 0; theme < round.themes().size(); theme++) {
                if (only == null || only.equals(round.themes().get(theme).name())) {
                    for (int unit : counted.inScope(round.themes().get(theme), name)) {
                        Stand stand = stand(theme, unit);
                        if (stand.isCompared() && wanted.test(stand)) {
                            byUnit.get(unit).add(comparison(theme, unit, stand));
                        }
                    }
                }
            }
            return byUnit.stream().flatMap(List::stream).toList();
        }

        private Stand stand(int theme, int unit) {
            var read = new BitSet();
            var applied = new BitSet();
            for (int i = 0; i < coders.length; i++) {
                boolean hasRead = counted.reviewed(name, coders[i]).get(unit);
                read.set(i, hasRead);
                applied.set(i, hasRead && carried.get(theme).get(i).get(unit));
            }
            return new Stand(read, applied);
        }

        private Comparison comparison(int theme, int unit, Stand stand) {
            var parts = new ArrayList<Comparison.Part>();
            stand.read().stream().forEach(coder -> parts.add(part(theme, unit, stand, coder)));
            int segment = transcript.segmentOf(unit);
            return new Comparison(
                    round.themes().get(theme).name(),
                    name,
                    transcript.units().get(unit).span(),
                    segment,
                    transcript.text().segments().get(segment).span(),
                    difference(theme, unit, stand, parts),
                    parts);
        }

        private @Nullable Difference difference(int theme, int unit, Stand stand, List<Comparison.Part> parts) {
            if (stand.isSplit()) {
                return parts.stream().allMatch(part -> part.instead().isEmpty())
                        ? Difference.OMISSION
                        : Difference.SUBSTITUTION;
            }
            return stand.isUnanimous() && edges(theme, unit) > 1 ? Difference.BOUNDARY : null;
        }

        /** How many different ways the coders drew the theme within the unit, own overlaps merged. */
        private long edges(int theme, int unit) {
            Span place = transcript.units().get(unit).span();
            var seen = new ArrayList<List<Span>>();
            for (int i = 0; i < coders.length; i++) {
                if (counted.reviewed(name, coders[i]).get(unit)) {
                    seen.add(SpanUnion.of(spans(theme, i)).within(place));
                }
            }
            return seen.stream().distinct().count();
        }

        private List<Span> spans(int theme, int coder) {
            return counted.spans(round.themes().get(theme), name, coders[coder]);
        }

        private Comparison.Part part(int theme, int unit, Stand stand, int coder) {
            Span place = transcript.units().get(unit).span();
            boolean applied = stand.applied().get(coder);
            return new Comparison.Part(
                    Objects.requireNonNull(round.coders().get(coders[coder])),
                    applied,
                    spans(theme, coder).stream()
                            .filter(place::overlaps)
                            .sorted()
                            .toList(),
                    applied || !stand.isSplit() ? List.of() : instead(theme, unit, stand, coder));
        }

        private List<String> instead(int theme, int unit, Stand stand, int coder) {
            var instead = new ArrayList<String>();
            for (int other = 0; other < carried.size(); other++) {
                List<BitSet> of = carried.get(other);
                if (other != theme
                        && of.get(coder).get(unit)
                        && stand.applied().stream()
                                .noneMatch(applier -> of.get(applier).get(unit))) {
                    instead.add(round.themes().get(other).name());
                }
            }
            return instead;
        }
    }
}
