package org.sepakat.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every GET of the contract as the paths that can be asked: all values of its path's parameters with each other, and each optional parameter in turn. What a
 * parameter may be comes from the contract where that says it, else from the test; one that neither knows fails the test.
 *
 * @param values by the parameter's name: things that the asker may see, that are hidden from the asker, and that are not there
 */
record ContractReads(Map<String, List<String>> values) {

    List<String> paths() {
        return ContractRoutes.contract().getJsonObject("paths").stream()
                .filter(path -> ((JsonObject) path.getValue()).containsKey("get"))
                .flatMap(path -> paths(path.getKey(), ((JsonObject) path.getValue()).getJsonObject("get")))
                .toList();
    }

    private Stream<String> paths(String template, JsonObject operation) {
        List<JsonObject> parameters = objects(operation.getJsonArray("parameters", new JsonArray()));
        List<String> paths = List.of(template);
        for (JsonObject parameter : in(parameters, "path")) {
            String place = "{" + parameter.getString("name") + "}";
            paths = paths.stream()
                    .flatMap(path -> values(parameter).stream().map(value -> path.replace(place, value)))
                    .toList();
        }
        List<String> queries = queries(in(parameters, "query"));
        return paths.stream().flatMap(path -> queries.stream().map(query -> path + query));
    }

    private List<String> queries(List<JsonObject> parameters) {
        String required = String.join(
                "&",
                parameters.stream()
                        .filter(parameter -> parameter.getBoolean("required", false))
                        .map(parameter -> pair(parameter, values(parameter).get(0)))
                        .toList());
        var queries = new ArrayList<String>();
        queries.add(required.isEmpty() ? "" : "?" + required);
        for (JsonObject parameter : parameters) {
            values(parameter).forEach(value -> queries.add("?" + pair(parameter, value) + "&" + required));
        }
        return queries;
    }

    private static String pair(JsonObject parameter, String value) {
        return parameter.getString("name") + "=" + value;
    }

    private List<String> values(JsonObject parameter) {
        String name = parameter.getString("name");
        if (values.containsKey(name)) {
            return values.get(name);
        }
        JsonObject schema = parameter.getJsonObject("schema");
        if (schema.containsKey("enum")) {
            return schema.getJsonArray("enum").stream().map(String::valueOf).toList();
        }
        return switch (schema.getString("type", "unknown")) {
            case "boolean" -> List.of("true", "false");
            case "integer" -> {
                int least = schema.getInteger("minimum", 0);
                yield IntStream.rangeClosed(least, least + 1)
                        .mapToObj(String::valueOf)
                        .toList();
            }
            default ->
                throw new AssertionError("a new parameter, " + name
                        + ": say what it may be, seen, hidden and absent, where these reads are made");
        };
    }

    private static List<JsonObject> in(List<JsonObject> parameters, String place) {
        return parameters.stream()
                .filter(parameter -> parameter.getString("in").equals(place))
                .toList();
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }
}
