package org.sepakat.cli.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sepakat.agreement.Ratings;
import org.sepakat.agreement.SetAlpha;
import org.sepakat.agreement.SetDistance;
import org.sepakat.agreement.figures.RatingsFigures;

/** Several themes per unit: alpha over sets, and each theme as a matrix of its own. */
final class GoldenSets implements GoldenKind {

    @Override
    public JsonNode figures(JsonNode data, JsonNode example) {
        List<String> themes = GoldenRatings.texts(data.get("themes"));
        int coders = data.get("raters").asInt();
        List<List<@Nullable BitSet>> codings = codings(data.get("codings"), themes);
        SetAlpha alpha = new SetAlpha(coders, codings);
        ObjectNode figures = JSON.createObjectNode();
        figures.put("krippendorff_alpha_set_nominal", value(alpha, SetDistance.NOMINAL));
        figures.put("krippendorff_alpha_jaccard", value(alpha, SetDistance.JACCARD));
        figures.put("krippendorff_alpha_masi", value(alpha, SetDistance.MASI));
        ObjectNode perTheme = figures.putObject("per_theme");
        for (int theme = 0; theme < themes.size(); theme++) {
            ObjectNode object = JSON.valueToTree(RatingsFigures.toJson(
                    presence(codings, theme, coders),
                    IntStream.range(0, coders).mapToObj(String::valueOf).toList(),
                    List.of("absent", "present"),
                    null));
            object.set("pairs", object.get("cohen_kappa_pairwise"));
            perTheme.set(themes.get(theme), object);
        }
        return figures;
    }

    private static @Nullable Double value(SetAlpha alpha, SetDistance distance) {
        return alpha.of(distance).optional().isPresent()
                ? alpha.of(distance).optional().getAsDouble()
                : null;
    }

    private static List<List<@Nullable BitSet>> codings(JsonNode units, List<String> themes) {
        List<List<@Nullable BitSet>> codings = new ArrayList<>();
        for (JsonNode unit : units) {
            List<@Nullable BitSet> row = new ArrayList<>();
            for (JsonNode cell : unit) {
                row.add(cell.isNull() ? null : set(cell, themes));
            }
            codings.add(row);
        }
        return codings;
    }

    private static BitSet set(JsonNode cell, List<String> themes) {
        BitSet set = new BitSet();
        cell.forEach(theme -> set.set(themes.indexOf(theme.asText())));
        return set;
    }

    private static Ratings presence(List<List<@Nullable BitSet>> codings, int theme, int coders) {
        int[][] cells = new int[codings.size()][coders];
        for (int unit = 0; unit < cells.length; unit++) {
            for (int coder = 0; coder < coders; coder++) {
                BitSet set = codings.get(unit).get(coder);
                cells[unit][coder] = set == null ? Ratings.MISSING : set.get(theme) ? 1 : 0;
            }
        }
        return new Ratings(coders, 2, cells);
    }
}
