package org.sepakat.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Every operation of the contract as a request that can be sent: ids in the path are well formed and name nothing. */
record ContractRoutes(String operation, HttpMethod method, String path, boolean isPublic) {
    private static final String NOTHING = "b5f4a1de-6a5c-4c6e-9f7a-0d6f3a1c2b4d";

    static List<ContractRoutes> all() {
        var all = new ArrayList<ContractRoutes>();
        for (Map.Entry<String, Object> path : contract().getJsonObject("paths")) {
            for (Map.Entry<String, Object> method : (JsonObject) path.getValue()) {
                var operation = (JsonObject) method.getValue();
                all.add(new ContractRoutes(
                        operation.getString("operationId"),
                        HttpMethod.valueOf(method.getKey().toUpperCase(Locale.ROOT)),
                        path.getKey()
                                        .replace("{session}", "0".repeat(32))
                                        .replace("{version}", "1")
                                        .replaceAll("\\{\\w+\\}", NOTHING)
                                + query(operation.getJsonArray("parameters", new JsonArray())),
                        new JsonArray().equals(operation.getJsonArray("security"))));
            }
        }
        return all;
    }

    private static String query(JsonArray parameters) {
        var query = new StringBuilder();
        for (Object one : parameters) {
            var parameter = (JsonObject) one;
            if (parameter.getString("in").equals("query") && parameter.getBoolean("required")) {
                String name = parameter.getString("name");
                JsonArray words = parameter.getJsonObject("schema").getJsonArray("enum");
                String value = words == null ? NOTHING : words.getString(0);
                query.append(query.isEmpty() ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(value);
            }
        }
        return query.toString();
    }

    static JsonObject contract() {
        try (InputStream in = ContractRoutes.class.getResourceAsStream("/openapi.json")) {
            return new JsonObject(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean changes() {
        return !method.equals(HttpMethod.GET);
    }

    @Override
    public String toString() {
        return operation;
    }
}
