package org.sepakat.http;

import io.vertx.core.Handler;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.openapi.validation.SchemaValidationException;
import io.vertx.openapi.validation.ValidatorException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sepakat.store.DatabaseFault;
import org.sepakat.study.ErrorCode;
import org.sepakat.study.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns whatever went wrong into {@code {code, message, detail, id}}. An id stands in the answer where there is a line in the log, and names it; the
 * line tells where, never what was sent. Everything absent or hidden gets the same bytes.
 */
final class FailureHandler implements Handler<RoutingContext> {
    private static final Logger LOGGER = LoggerFactory.getLogger(FailureHandler.class);
    private static final int FRAMES = 6;

    private final Supplier<UUID> ids;

    FailureHandler(Supplier<UUID> ids) {
        this.ids = ids;
    }

    @Override
    public void handle(RoutingContext context) {
        Refused refused = refusedFor(context);
        JsonObject body = encode(refused.refusal());
        if (refused.status() >= 500) {
            String id = ids.get().toString();
            body.put("id", id);
            LOGGER.warn("{} {} at {}: {}", id, refused.refusal().code(), place(context), trace(context.failure()));
        }
        send(context, refused, body);
    }

    private static void send(RoutingContext context, Refused refused, JsonObject body) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            response.reset();
            return;
        }
        Object afterMs = refused.refusal().detail().get("after_ms");
        if (afterMs instanceof Long wait) {
            response.putHeader(HttpHeaders.RETRY_AFTER, Long.toString((wait + 999) / 1000));
        }
        if (refused.refusal().code() == ErrorCode.E_TOO_BIG) {
            response.putHeader(HttpHeaders.CONNECTION, "close");
        }
        response.setStatusCode(refused.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(body.toBuffer());
    }

    private static JsonObject encode(Refusal refusal) {
        var body = new JsonObject().put("code", refusal.code().name()).put("message", refusal.message());
        return refusal.detail().isEmpty() ? body : body.put("detail", new JsonObject(new TreeMap<>(refusal.detail())));
    }

    private static Refused refusedFor(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure instanceof Refused refused) {
            return refused;
        }
        Throwable cause = failure instanceof HttpException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof ValidatorException invalid) {
            return offContract(invalid);
        }
        int status = failure instanceof HttpException http ? http.getStatusCode() : context.statusCode();
        if (status >= 400 && status < 500) {
            return status == 404 || status == 405
                    ? Refused.notFound()
                    : Refused.bad("", "The request cannot be read: see GET /api.");
        }
        if (cause instanceof IOException || (cause instanceof VertxException && mayPass(cause))) {
            return Refused.busy();
        }
        return new Refused(Refusal.of(
                ErrorCode.E_INTERNAL,
                "The server made a mistake: nothing was lost that was acknowledged. Name the id to the operator."));
    }

    private static boolean mayPass(Throwable fault) {
        return switch (DatabaseFault.of(fault)) {
            case AWAY, CONFLICT -> true;
            case OUTCOME_UNKNOWN, OURS -> false;
        };
    }

    /** Says where the request leaves the contract, never what stood there. */
    private static Refused offContract(ValidatorException invalid) {
        if (invalid instanceof SchemaValidationException schema && schema.getOutputUnit() != null) {
            var errors = schema.getOutputUnit().getErrors();
            String place = errors == null || errors.isEmpty()
                    ? ""
                    : String.valueOf(errors.get(errors.size() - 1).getInstanceLocation());
            return new Refused(new Refusal(
                    ErrorCode.E_BAD,
                    "The request does not fit the contract at '" + place + "': see GET /api.",
                    Map.of("path", place)));
        }
        return Refused.bad("", "The request does not fit the contract (" + invalid.type() + "): see GET /api.");
    }

    private static String place(RoutingContext context) {
        Object operation = context.get(ApiRouter.OPERATION_ID);
        return context.request().method() + " " + (operation == null ? "a page" : operation);
    }

    /** Classes and places of a failure and its causes; their messages may quote rows, so they stay out. */
    private static String trace(@Nullable Throwable failure) {
        if (failure == null) {
            return "no cause";
        }
        String frames = Arrays.stream(failure.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
        String state = failure instanceof PgException refused ? " " + refused.getSqlState() : "";
        String here = failure.getClass().getName() + state + (frames.isEmpty() ? "" : " at " + frames);
        return failure.getCause() == null ? here : here + "; caused by " + trace(failure.getCause());
    }
}
