package org.sepakat.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The contract that {@code GET /api} serves and the routes are made from.
 *
 * @param bytes as written
 * @param forValidation without the bodies that are not JSON: those stream past the validator
 */
record Contract(Buffer bytes, OpenAPIContract forValidation) {

    static Future<Contract> load(Vertx vertx) {
        return vertx.executeBlocking(Contract::read)
                .compose(bytes -> OpenAPIContract.from(vertx, withoutRawBodies(new JsonObject(bytes)))
                        .map(contract -> new Contract(bytes, contract)));
    }

    private static Buffer read() {
        try (InputStream in = Contract.class.getResourceAsStream("/openapi.json")) {
            return Buffer.buffer(Objects.requireNonNull(in).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject withoutRawBodies(JsonObject contract) {
        operations(contract).forEach(operation -> {
            JsonObject body = operation.getJsonObject("requestBody");
            if (body != null && !body.getJsonObject("content").containsKey("application/json")) {
                operation.remove("requestBody");
            }
        });
        return contract;
    }

    private static Stream<JsonObject> operations(JsonObject contract) {
        return contract.getJsonObject("paths").stream()
                .map(Map.Entry::getValue)
                .flatMap(path -> ((JsonObject) path).stream())
                .map(method -> (JsonObject) method.getValue());
    }
}
