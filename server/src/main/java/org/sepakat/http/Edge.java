package org.sepakat.http;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/**
 * The first thing every request meets: it gets the security headers, must name our host, must not be compressed, and must come from our own pages if it
 * changes anything. The body waits until somebody asks for it; what nobody asked for passes by with the answer, so that the connection can serve the
 * next request.
 */
final class Edge implements Handler<RoutingContext> {
    static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; "
                    + "img-src 'self' data:; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; form-action 'self'; "
                    + "require-trusted-types-for 'script'; trusted-types 'none'";
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Site site;

    Edge(Site site) {
        this.site = site;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        request.pause();
        context.addHeadersEndHandler(answered -> request.resume());
        addHeaders(context.response().headers());
        if (!site.isOwnHost(request)) {
            throw Refused.misdirected();
        }
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw Refused.bad("Content-Encoding", "Compressed bodies are not taken: send the body as it is.");
        }
        if (!READING.contains(request.method())) {
            requireOwnPage(request);
        }
        context.next();
    }

    private void addHeaders(MultiMap headers) {
        headers.set("Content-Security-Policy", POLICY)
                .set("X-Content-Type-Options", "nosniff")
                .set("Referrer-Policy", "no-referrer")
                .set("X-Frame-Options", "DENY")
                .set("Cross-Origin-Opener-Policy", "same-origin")
                .set("Cross-Origin-Resource-Policy", "same-origin")
                .set(HttpHeaders.CACHE_CONTROL, "no-store");
        if (site.isSecure()) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
    }

    /** Every browser sends Origin or Sec-Fetch-Site with a change; a program that acts for a person sends Origin itself. */
    private void requireOwnPage(HttpServerRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        String fetchSite = request.getHeader("Sec-Fetch-Site");
        boolean own = origin == null ? "same-origin".equals(fetchSite) : origin.equals(site.origin(request));
        if (!own || (fetchSite != null && !fetchSite.equals("same-origin"))) {
            throw Refused.foreign("This change does not come from the server's own pages.");
        }
    }

    /** For the socket, where a browser always sends Origin. */
    void requireOrigin(HttpServerRequest request) {
        if (!site.origin(request).equals(request.getHeader(HttpHeaders.ORIGIN))) {
            throw Refused.foreign("This socket does not come from the server's own pages.");
        }
    }
}
