package org.sepakat.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.ValidatedRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request that fits the contract, and who makes it. */
final class Call {
    private final RoutingContext context;
    private final ValidatedRequest request;
    private final Site site;

    Call(RoutingContext context, Site site) {
        this.context = context;
        this.request = context.get(RouterBuilder.KEY_META_DATA_VALIDATED_REQUEST);
        this.site = site;
    }

    /** Of an operation that needs one; the guard has seen to it. */
    Session session() {
        return findSession().orElseThrow(Refused::notSignedIn);
    }

    Optional<Session> findSession() {
        return Optional.ofNullable(context.get(Guard.SESSION));
    }

    JsonObject body() {
        return request.getBody().getJsonObject();
    }

    UUID id(String name) {
        return UUID.fromString(path(name));
    }

    String path(String name) {
        return parameter(name).getString();
    }

    int number(String name) {
        return parameter(name).getInteger();
    }

    private RequestParameter parameter(String name) {
        return Objects.requireNonNull(request.getPathParameters().get(name), name);
    }

    Optional<RequestParameter> query(String name) {
        Map<String, RequestParameter> query = request.getQuery();
        return Optional.ofNullable(query.get(name)).filter(parameter -> !parameter.isNull());
    }

    int queryNumber(String name) {
        return query(name).orElseThrow().getInteger();
    }

    UUID queryId(String name) {
        return UUID.fromString(query(name).orElseThrow().getString());
    }

    String queryText(String name, String otherwise) {
        return query(name).map(RequestParameter::getString).orElse(otherwise);
    }

    String queryText(String name) {
        return query(name).orElseThrow().getString();
    }

    @Nullable
    String header(CharSequence name) {
        return context.request().getHeader(name);
    }

    String clientAddress() {
        return site.clientAddress(context.request());
    }

    /** Where links made by this request lead. */
    String url(String path) {
        return site.url(context.request().localAddress().port()) + path;
    }

    /** The bytes of a body that is not JSON. */
    Future<Buffer> file() {
        return Bodies.read(context.request(), Bodies.FILE);
    }

    /** Whether nobody waits for the answer any more. */
    boolean isGone() {
        return context.response().closed();
    }

    /** Ends the session that this browser came with, whoever's it was. */
    Future<Void> endFormer(Sessions sessions) {
        Cookie cookie = context.request().getCookie(site.cookieName());
        return cookie == null ? Future.succeededFuture() : sessions.endByToken(cookie.getValue());
    }

    void setCookie(String token) {
        context.response().addCookie(cookie(token));
    }

    /** Signs this browser out of everything it keeps of us. */
    void clearBrowser() {
        context.response()
                .addCookie(cookie("").setMaxAge(0))
                .putHeader("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"");
    }

    private Cookie cookie(String value) {
        return Cookie.cookie(site.cookieName(), value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(site.isSecure())
                .setSameSite(CookieSameSite.STRICT);
    }

    void reply(JsonObject answer) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(answer.toBuffer());
    }

    /** Sends nothing but the tag to who holds these bytes. */
    void reply(Encoded answer) {
        boolean compressed = Encoded.takesGzip(header(HttpHeaders.ACCEPT_ENCODING));
        HttpServerResponse response = context.response()
                .putHeader(HttpHeaders.ETAG, answer.tag(compressed))
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (answer.isHeld(header(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        if (compressed) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip").end(answer.gzipped());
        } else {
            response.end(answer.plain());
        }
    }
}
