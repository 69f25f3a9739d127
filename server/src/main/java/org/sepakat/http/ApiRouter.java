package org.sepakat.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.OpenAPIRoute;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.validation.RequestUtils;
import io.vertx.openapi.validation.ValidatableRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.sepakat.live.StrictJson;

/** The routes under {@code /api}, made from the contract: who is it, does the request fit, then the operation of that id. */
final class ApiRouter {
    static final String OPERATION_ID = "operation";

    private final Contract contract;
    private final Guard guard;
    private final Site site;
    private final Map<String, org.sepakat.http.Operation> operations;
    private final Map<String, EncodedOperation> encoded;

    ApiRouter(
            Contract contract,
            Guard guard,
            Site site,
            Map<String, org.sepakat.http.Operation> operations,
            Map<String, EncodedOperation> encoded) {
        this.contract = contract;
        this.guard = guard;
        this.site = site;
        this.operations = operations;
        this.encoded = encoded;
        Set<String> promised = contract.forValidation().operations().stream()
                .map(Operation::getOperationId)
                .collect(Collectors.toSet());
        var kept = new HashSet<String>(operations.keySet());
        kept.addAll(encoded.keySet());
        if (!promised.equals(kept)) {
            throw new IllegalStateException("the contract promises " + promised + ", the code has " + kept);
        }
    }

    Router create(Vertx vertx) {
        RouterBuilder builder = RouterBuilder.create(vertx, contract.forValidation(), ApiRouter::readAsContractSays);
        builder.rootHandler(this::admit);
        for (OpenAPIRoute route : builder.getRoutes()) {
            String id = route.getOperation().getOperationId();
            route.setDoSecurity(false).addHandler(context -> answer(context, id));
        }
        return builder.createRouter();
    }

    private void admit(RoutingContext context) {
        Operation operation = contract.forValidation()
                .findOperation(context.request().path(), context.request().method());
        if (operation == null) {
            context.next();
            return;
        }
        context.put(OPERATION_ID, operation.getOperationId());
        boolean needed = !operation.getSecurityRequirements().isEmpty();
        guard.admit(context, needed).onSuccess(v -> context.next()).onFailure(context::fail);
    }

    private static Future<ValidatableRequest> readAsContractSays(RoutingContext context, Operation operation) {
        if (operation.getRequestBody() == null) {
            return RequestUtils.extract(context.request(), operation, () -> Future.succeededFuture(Buffer.buffer()));
        }
        return Bodies.read(context.request(), Bodies.JSON)
                .map(ApiRouter::requireStrictJson)
                .compose(
                        body -> RequestUtils.extract(context.request(), operation, () -> Future.succeededFuture(body)));
    }

    private static Buffer requireStrictJson(Buffer body) {
        try {
            StrictJson.read(body.toString(StandardCharsets.UTF_8));
            return body;
        } catch (JsonProcessingException e) {
            throw Refused.bad("", "The body is not the JSON that is taken here: " + e.getOriginalMessage() + ".");
        }
    }

    private void answer(RoutingContext context, String id) {
        var call = new Call(context, site);
        EncodedOperation known = encoded.get(id);
        Future<?> answered = known == null
                ? Objects.requireNonNull(operations.get(id)).answer(call).onSuccess(call::reply)
                : known.answer(call).onSuccess(call::reply);
        answered.onFailure(context::fail);
    }
}
