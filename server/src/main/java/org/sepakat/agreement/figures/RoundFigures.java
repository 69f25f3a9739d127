package org.sepakat.agreement.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sepakat.agreement.ContingencyTable;
import org.sepakat.agreement.KappaOverThemes;
import org.sepakat.agreement.Pair;
import org.sepakat.agreement.Ratings;
import org.sepakat.agreement.diagnosis.Flag;
import org.sepakat.agreement.diagnosis.Flags;
import org.sepakat.agreement.figures.CodedRound.CodedTheme;

/** Every theme's figures of a round as one JSON object, with what they were counted over and what was left out. */
public final class RoundFigures {
    private static final List<String> CATEGORIES = List.of("absent", "present");

    /** Of a theme that was counted; shown where it is wanted. */
    private record OfTheme(Map<String, @Nullable Object> json, List<ContingencyTable> tables) {}

    private final CountedRound counted;
    private final List<String> coders;
    private final Resampling resampling;
    private final Wanted wanted;
    private final UnitLine line;
    private final SpanFigures spans;
    private final DiagnosisFigures diagnosis;

    private RoundFigures(CountedRound counted, Wanted wanted, Resampling resampling) {
        this.resampling = resampling;
        this.wanted = wanted;
        this.counted = counted;
        this.coders = counted.round().coders();
        this.line = new UnitLine(counted);
        this.spans = new SpanFigures(counted);
        this.diagnosis = new DiagnosisFigures(counted, line);
    }

    public static Map<String, @Nullable Object> toJson(CountedRound counted, Wanted wanted) {
        return new RoundFigures(counted, wanted, Resampling.JACKKNIFE).toJson();
    }

    public static Map<String, @Nullable Object> toJson(CountedRound counted, Resampling resampling) {
        return new RoundFigures(counted, Wanted.EVERYTHING, resampling).toJson();
    }

    private Map<String, @Nullable Object> toJson() {
        List<OfTheme> themes = IntStream.range(0, counted.round().themes().size())
                .parallel()
                .mapToObj(this::ofTheme)
                .toList();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("unit", counted.question().unit().label());
        json.put("rule", counted.question().rule().label());
        json.put("scope", counted.question().everyUnit() ? "all" : "theme");
        json.put("transcripts", counted.round().transcripts().size());
        json.put("coders", coders);
        json.put("left_out", LeftOut.of(counted).toJson());
        json.put("flags", DiagnosisFigures.flags(ofUnits()));
        json.put(
                "themes",
                themes.stream()
                        .map(OfTheme::json)
                        .filter(theme -> !theme.isEmpty())
                        .toList());
        json.put("pairs", overThemes(themes.stream().map(OfTheme::tables).toList()));
        FigureObject sets = new FigureObject("krippendorff_alpha_masi");
        SetFigures.into(sets, line.presence());
        json.putAll(sets.finish());
        if (resampling.seed() != null) {
            json.put("bootstrap", resampling.toJson());
        }
        return json;
    }

    private OfTheme ofTheme(int place) {
        CodedTheme theme = counted.round().themes().get(place);
        List<Ratings> clusters = counted.ratings(theme);
        Ratings whole = Ratings.concatenate(clusters);
        return new OfTheme(
                wanted.includes(theme) ? figures(theme, place, whole, clusters) : Map.of(), whole.pairTables());
    }

    private Map<String, @Nullable Object> figures(CodedTheme theme, int place, Ratings whole, List<Ratings> clusters) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("theme", theme.name());
        Edges edges = line.edges(place);
        RatingsFigures.PairNotes notes = (object, pair, table) -> {
            spans.into(object, theme, pair);
            object.value("diagnosis", diagnosis.ofPair(place, edges, pair, table));
        };
        json.putAll(new RatingsFigures(whole, coders, CATEGORIES, clusters, resampling, wanted, notes).toJson());
        if (wanted.whole()) {
            json.put("diagnosis", diagnosis.ofTheme(place, whole));
        }
        long compared = whole.profiles().pairable();
        json.put("units", compared);
        json.put("units_in_scope", whole.units());
        json.put("units_left_out", whole.units() - compared);
        json.remove("coders");
        json.remove("categories");
        return json;
    }

    /** What the unit calls for. */
    private List<Flag> ofUnits() {
        int[] words = counted.round().transcripts().values().stream()
                .flatMap(text -> text.segments().stream().map(segment -> text.quote(segment.span())))
                .mapToInt(turn -> new StringTokenizer(turn).countTokens())
                .toArray();
        long units = counted.round().transcripts().keySet().stream()
                .mapToLong(name -> counted.transcript(name).units().size())
                .sum();
        return Flags.ofUnits(counted.question().unit(), units, words);
    }

    private List<Map<String, @Nullable Object>> overThemes(List<List<ContingencyTable>> tables) {
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        List<Pair> pairs = Pair.all(coders.size());
        for (int i = 0; i < pairs.size(); i++) {
            if (wanted.includes(pairs.get(i))) {
                int place = i;
                List<ContingencyTable> ofPair =
                        tables.stream().map(list -> list.get(place)).toList();
                objects.add(overThemes(pairs.get(i), KappaOverThemes.of(ofPair)));
            }
        }
        return objects;
    }

    private Map<String, @Nullable Object> overThemes(Pair pair, KappaOverThemes over) {
        FigureObject object = new FigureObject("pooled_kappa");
        object.value("coders", List.of(coders.get(pair.first()), coders.get(pair.second())));
        object.figure("pooled_kappa", over.pooled());
        object.figure("macro_kappa", over.macro());
        object.value("macro_kappa_undefined", over.undefinedThemes());
        if (wanted.hasConfusion()) {
            object.value("confusion", diagnosis.confusion(pair));
        }
        return object.finish();
    }
}
