package org.sepakat.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sepakat.agreement.ContingencyTable;
import org.sepakat.agreement.KappaOverThemes;
import org.sepakat.agreement.Pair;
import org.sepakat.agreement.Ratings;
import org.sepakat.exchange.folder.CodingFolder;
import org.sepakat.exchange.folder.CodingFolder.FolderTheme;
import org.sepakat.text.CoverageRule;
import org.sepakat.text.UnitOfAnalysis;

/** Every theme's figures of a coding folder as one JSON object. */
final class FolderFigures {
    private FolderFigures() {}

    static Map<String, @Nullable Object> toJson(
            CodingFolder folder, UnitOfAnalysis unit, CoverageRule rule, boolean everyUnit) {
        FolderRatings ratings = new FolderRatings(folder, unit, rule, everyUnit);
        List<Map<String, @Nullable Object>> themes = new ArrayList<>();
        List<List<ContingencyTable>> tables = new ArrayList<>();
        for (FolderTheme theme : folder.themes()) {
            List<Ratings> clusters = ratings.perTranscript(theme);
            Ratings whole = Ratings.concatenate(clusters);
            themes.add(themeObject(theme, folder, whole, clusters));
            tables.add(whole.pairTables());
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("unit", unit.label());
        json.put("rule", rule.label());
        json.put("scope", everyUnit ? "all" : "theme");
        json.put("transcripts", folder.transcripts().size());
        json.put("coders", folder.coders());
        json.put("themes", themes);
        json.put("pairs", overThemes(folder.coders(), tables));
        return json;
    }

    private static Map<String, @Nullable Object> themeObject(
            FolderTheme theme, CodingFolder folder, Ratings whole, List<Ratings> clusters) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("theme", theme.name());
        json.putAll(new RatingsFigures(whole, folder.coders(), List.of("absent", "present"), clusters).toJson());
        long compared = whole.profiles().pairable();
        json.put("units", compared);
        json.put("units_in_scope", whole.units());
        json.put("units_left_out", whole.units() - compared);
        json.remove("coders");
        json.remove("categories");
        return json;
    }

    private static List<Map<String, @Nullable Object>> overThemes(
            List<String> coders, List<List<ContingencyTable>> tables) {
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        List<Pair> pairs = Pair.all(coders.size());
        for (int i = 0; i < pairs.size(); i++) {
            int place = i;
            KappaOverThemes over = KappaOverThemes.of(
                    tables.stream().map(list -> list.get(place)).toList());
            FigureObject object = new FigureObject("pooled_kappa");
            object.value(
                    "coders",
                    List.of(
                            coders.get(pairs.get(i).first()),
                            coders.get(pairs.get(i).second())));
            object.figure("pooled_kappa", over.pooled());
            object.figure("macro_kappa", over.macro());
            object.value("macro_kappa_undefined", over.undefinedThemes());
            objects.add(object.finish());
        }
        return objects;
    }
}
