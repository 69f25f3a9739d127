package org.sepakat.consensus;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sepakat.agreement.diagnosis.Presence;
import org.sepakat.agreement.figures.CodedRound;
import org.sepakat.agreement.figures.CountedRound;
import org.sepakat.agreement.figures.CountedTranscript;
import org.sepakat.agreement.figures.Edges;
import org.sepakat.agreement.figures.UnitLine;
import org.sepakat.text.Span;
import org.sepakat.text.SpanUnion;

/**
 * Compares all coders of a round, or two of them, unit by unit; units of one base segment that follow each other and are alike come as one. In reading order;
 * where several begin at one place, in the order of the codebook.
 */
public final class Comparer {

    /**
     * How the coders stand to a theme at one unit, by their place in the round's list.
     *
     * @param instead of each who read it, themes applied there in this one's stead
     */
    private record Stand(
            BitSet read,
            BitSet applied,
            List<List<Integer>> instead,
            @Nullable Difference difference) {

        static boolean isSplit(BitSet read, BitSet applied) {
            return !applied.isEmpty() && applied.cardinality() < read.cardinality();
        }
    }

    /** Units of one base segment from the first to the last, on the line of units. */
    private record Run(int theme, int first, int last, Stand stand) {}

    private final CountedRound counted;
    private final CodedRound round;
    private final UnitLine line;
    private final Presence presence;
    private final int[] coders;
    private final BitSet compared;

    /** @param coders to compare, by their place in the round's list */
    public Comparer(CountedRound counted, int... coders) {
        this.counted = counted;
        this.round = counted.round();
        this.line = new UnitLine(counted);
        this.presence = line.presence();
        this.coders = coders.clone();
        this.compared = compared();
    }

    public static Comparer ofAll(CountedRound counted) {
        return new Comparer(
                counted, IntStream.range(0, counted.round().coders().size()).toArray());
    }

    /** Units that at least two of the coders reviewed. */
    private BitSet compared() {
        var once = new BitSet();
        var twice = new BitSet();
        for (int coder : coders) {
            BitSet again = (BitSet) presence.reviewed().get(coder).clone();
            again.and(once);
            twice.or(again);
            once.or(presence.reviewed().get(coder));
        }
        return twice;
    }

    /** @param theme of which alone to tell, or null */
    public List<Comparison> differences(@Nullable String theme) {
        return compare(theme, this::applied, stand -> stand.difference() != null);
    }

    /** Units to which any of the coders applied a theme. */
    private BitSet applied(int theme) {
        var applied = new BitSet();
        for (int coder : coders) {
            applied.or(presence.applied().get(theme).get(coder));
        }
        return applied;
    }

    /** The units of one cell of two coders' table. */
    public List<Comparison> cell(String theme, Cell cell) {
        if (coders.length != 2) {
            throw new IllegalArgumentException("a table has two coders, not " + coders.length);
        }
        return compare(
                theme,
                every -> compared,
                stand -> cell
                        == Cell.of(
                                stand.applied().get(coders[0]), stand.applied().get(coders[1])));
    }

    /** @param among units of a theme that may be wanted */
    private List<Comparison> compare(@Nullable String only, IntFunction<BitSet> among, Predicate<Stand> wanted) {
        var runs = new ArrayList<Run>();
        for (int theme = 0; theme < presence.themes(); theme++) {
            if (only == null || only.equals(round.themes().get(theme).name())) {
                addRuns(theme, among.apply(theme), wanted, runs);
            }
        }
        runs.sort(Comparator.comparingInt(Run::first));
        return runs.stream().map(this::comparison).toList();
    }

    private void addRuns(int theme, BitSet among, Predicate<Stand> wanted, List<Run> runs) {
        BitSet units = (BitSet) compared.clone();
        units.and(presence.scope().get(theme));
        units.and(among);
        Edges edges = line.edges(theme);
        @Nullable Run open = null;
        for (int unit = units.nextSetBit(0); unit >= 0; unit = units.nextSetBit(unit + 1)) {
            Stand stand = stand(theme, edges, unit);
            if (!wanted.test(stand)) {
                continue;
            }
            if (open != null && open.last() == unit - 1 && open.stand().equals(stand) && isOneSegment(open, unit)) {
                open = new Run(theme, open.first(), unit, stand);
                runs.set(runs.size() - 1, open);
            } else {
                open = new Run(theme, unit, unit, stand);
                runs.add(open);
            }
        }
    }

    private boolean isOneSegment(Run run, int unit) {
        UnitLine.Place here = line.place(unit);
        UnitLine.Place before = line.place(run.last());
        CountedTranscript transcript = counted.transcript(here.transcript());
        return here.transcript().equals(before.transcript())
                && transcript.segmentOf(here.unit()) == transcript.segmentOf(before.unit());
    }

    private Stand stand(int theme, Edges edges, int unit) {
        var read = new BitSet();
        var applied = new BitSet();
        for (int coder : coders) {
            boolean hasRead = presence.reviewed().get(coder).get(unit);
            read.set(coder, hasRead);
            applied.set(coder, hasRead && presence.isApplied(theme, coder, unit));
        }
        boolean isSplit = Stand.isSplit(read, applied);
        List<List<Integer>> instead = read.stream()
                .mapToObj(coder ->
                        isSplit && !applied.get(coder) ? instead(theme, coder, applied, unit) : List.<Integer>of())
                .toList();
        return new Stand(read, applied, instead, difference(edges, unit, read, applied, instead));
    }

    /** Themes that a coder who left this one out applied, and none of those who applied it did. */
    private List<Integer> instead(int theme, int coder, BitSet appliers, int unit) {
        return IntStream.range(0, presence.themes())
                .filter(other -> other != theme
                        && appliers.stream().allMatch(applier -> presence.isOnly(other, coder, applier, unit)))
                .boxed()
                .toList();
    }

    private @Nullable Difference difference(
            Edges edges, int unit, BitSet read, BitSet applied, List<List<Integer>> instead) {
        if (Stand.isSplit(read, applied)) {
            return instead.stream().allMatch(List::isEmpty) ? Difference.OMISSION : Difference.SUBSTITUTION;
        }
        int first = applied.nextSetBit(0);
        boolean differ = applied.stream().anyMatch(coder -> edges.areDifferent(first, coder, unit));
        return differ ? Difference.BOUNDARY : null;
    }

    private Comparison comparison(Run run) {
        UnitLine.Place first = line.place(run.first());
        CountedTranscript transcript = counted.transcript(first.transcript());
        int segment = transcript.segmentOf(first.unit());
        Span base = transcript.text().segments().get(segment).span();
        int units = run.last() - run.first() + 1;
        Span place = new Span(
                transcript.units().get(first.unit()).span().start(),
                transcript.units().get(first.unit() + units - 1).span().end());
        int[] readers = run.stand().read().stream().toArray();
        return new Comparison(
                round.themes().get(run.theme()).name(),
                first.transcript(),
                place,
                units,
                segment,
                base,
                run.stand().difference(),
                IntStream.range(0, readers.length)
                        .mapToObj(i -> part(run, first.transcript(), List.of(base, place), readers[i], i))
                        .toList(),
                shared(run.theme(), first.transcript(), segment, base));
    }

    private Comparison.Part part(Run run, String transcript, List<Span> places, int coder, int i) {
        return new Comparison.Part(
                round.coders().get(coder),
                run.stand().applied().get(coder),
                spans(run.theme(), transcript, coder).stream()
                        .filter(span -> places.stream().anyMatch(span::overlaps))
                        .sorted()
                        .toList(),
                run.stand().instead().get(i).stream()
                        .map(theme -> round.themes().get(theme).name())
                        .toList());
    }

    private List<Span> shared(int theme, String transcript, int segment, Span base) {
        return Drawn.shared(
                counted.transcript(transcript).text(),
                base,
                IntStream.range(0, round.coders().size())
                        .filter(coder -> round.reviewedBy(
                                        transcript, round.coders().get(coder))
                                .contains(segment))
                        .mapToObj(coder -> SpanUnion.of(spans(theme, transcript, coder))));
    }

    private List<Span> spans(int theme, String transcript, int coder) {
        return counted.spans(round.themes().get(theme), transcript, coder);
    }
}
