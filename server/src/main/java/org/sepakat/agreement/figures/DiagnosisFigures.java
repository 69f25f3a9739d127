package org.sepakat.agreement.figures;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sepakat.agreement.ContingencyTable;
import org.sepakat.agreement.Figure;
import org.sepakat.agreement.Pair;
import org.sepakat.agreement.Ratings;
import org.sepakat.agreement.diagnosis.CoderApart;
import org.sepakat.agreement.diagnosis.DisagreementSplit;
import org.sepakat.agreement.diagnosis.Flag;
import org.sepakat.agreement.diagnosis.Settlement;
import org.sepakat.agreement.diagnosis.TellingUnit;
import org.sepakat.agreement.diagnosis.ThemeConfusion;

/** Flags and the reasons of a low figure as JSON objects. */
final class DiagnosisFigures {
    private static final int MOST_TELLING = 10;

    private final CountedRound counted;
    private final UnitLine line;
    private final List<String> coders;

    DiagnosisFigures(CountedRound counted, UnitLine line) {
        this.counted = counted;
        this.line = line;
        this.coders = counted.round().coders();
    }

    static List<Map<String, @Nullable Object>> flags(List<Flag> flags) {
        return flags.stream().map(DiagnosisFigures::flag).toList();
    }

    private static Map<String, @Nullable Object> flag(Flag flag) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("code", flag.code().name());
        for (int i = 0; i < flag.values().size(); i++) {
            json.put(flag.code().names().get(i), flag.values().get(i));
        }
        json.put("en", flag.sentence().english());
        json.put("id", flag.sentence().indonesian());
        return json;
    }

    Map<String, @Nullable Object> ofTheme(int theme, Ratings ratings) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("coder_apart", CoderApart.of(ratings).map(this::apart).orElse(null));
        List<Map<String, @Nullable Object>> steps = new ArrayList<>();
        for (Settlement.Step step : Settlement.ofAll(ratings.profiles())) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            object.put("settled", step.settled());
            object.put("krippendorff_alpha", value(step.alpha()));
            steps.add(object);
        }
        json.put("if_settled", steps);
        json.put(
                "telling",
                TellingUnit.of(line.presence(), theme, ratings.profiles(), MOST_TELLING).stream()
                        .map(this::telling)
                        .toList());
        return json;
    }

    private Map<String, @Nullable Object> apart(CoderApart apart) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("coder", coders.get(apart.coder()));
        json.put("krippendorff_alpha_without", apart.alphaWithout());
        json.put("gain", apart.gain());
        return json;
    }

    private Map<String, @Nullable Object> telling(TellingUnit telling) {
        UnitLine.Place place = line.place(telling.unit());
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("transcript", place.transcript());
        json.put("unit", place.unit() + 1);
        json.put("segment", counted.transcript(place.transcript()).segmentOf(place.unit()) + 1);
        json.put("reviewed", telling.reviewed());
        json.put("applied", telling.applied());
        json.put("heat", telling.heat());
        json.put("gain", telling.gain());
        return json;
    }

    Map<String, @Nullable Object> ofPair(int theme, Edges edges, Pair pair, ContingencyTable table) {
        BitSet differing = edges.differing(pair.first(), pair.second());
        DisagreementSplit split = DisagreementSplit.of(line.presence(), theme, pair.first(), pair.second(), differing);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("omitted_by_first", split.omittedByFirst());
        json.put("omitted_by_second", split.omittedBySecond());
        json.put("substituted", split.substituted());
        json.put("instead", split.instead().stream().map(this::instead).toList());
        json.put("boundary", split.boundary());
        json.put(
                "if_settled",
                Settlement.ofPair(table).stream()
                        .map(DiagnosisFigures::pairStep)
                        .toList());
        return json;
    }

    private Map<String, @Nullable Object> instead(DisagreementSplit.Instead instead) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("theme", name(instead.theme()));
        json.put("units", instead.units());
        return json;
    }

    private static Map<String, @Nullable Object> pairStep(Settlement.PairStep step) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("settled", step.settled());
        json.put("as_present", value(step.asPresent()));
        json.put("as_absent", value(step.asAbsent()));
        return json;
    }

    private static @Nullable Double value(Figure figure) {
        return figure instanceof Figure.Defined defined ? (Double) defined.value() : null;
    }

    private String name(int theme) {
        return counted.round().themes().get(theme).name();
    }

    /** The pair's table between themes, its empty cells left out; each unordered pair of themes once. */
    List<Map<String, @Nullable Object>> confusion(Pair pair) {
        ThemeConfusion confusion = ThemeConfusion.of(line.presence(), pair.first(), pair.second());
        List<Map<String, @Nullable Object>> cells = new ArrayList<>();
        for (int theme = 0; theme < confusion.themes(); theme++) {
            for (int instead = theme + 1; instead < confusion.themes(); instead++) {
                if (confusion.substituted(theme, instead) > 0) {
                    Map<String, @Nullable Object> cell = new LinkedHashMap<>();
                    cell.put("themes", List.of(name(theme), name(instead)));
                    cell.put("units", confusion.substituted(theme, instead));
                    cells.add(cell);
                }
            }
        }
        return cells;
    }
}
