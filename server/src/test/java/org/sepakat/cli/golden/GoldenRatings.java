package org.sepakat.cli.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sepakat.agreement.Ratings;
import org.sepakat.agreement.figures.RatingsFigures;

/** A matrix of ratings, through the same report that the command line prints. */
final class GoldenRatings implements GoldenKind {

    @Override
    public JsonNode figures(JsonNode data, JsonNode example) {
        List<String> categories = texts(data.get("categories"));
        Ratings ratings = ratings(data, categories);
        List<String> clusters = data.has("clusters") ? texts(data.get("clusters")) : null;
        List<String> coders =
                IntStream.range(0, ratings.coders()).mapToObj(String::valueOf).toList();
        return JSON.valueToTree(RatingsFigures.toJson(ratings, coders, categories, clusters));
    }

    private static Ratings ratings(JsonNode data, List<String> categories) {
        JsonNode rows = data.get("ratings");
        int[][] cells = new int[rows.size()][];
        for (int unit = 0; unit < cells.length; unit++) {
            cells[unit] = new int[rows.get(unit).size()];
            for (int coder = 0; coder < cells[unit].length; coder++) {
                JsonNode cell = rows.get(unit).get(coder);
                cells[unit][coder] = cell.isNull() ? Ratings.MISSING : categories.indexOf(cell.asText());
            }
        }
        return new Ratings(data.get("raters").asInt(), categories.size(), cells);
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
