package org.sepakat.http;

import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Finds out who makes a request, before anything of it is read. A change counts as somebody's only with the token that the session's own pages know. */
final class Guard {
    static final String SESSION = "session";
    private static final String CSRF = "X-Sepakat-Csrf";
    /** On a GET that a page makes by itself, to stay up to date: nobody need be there. */
    private static final String AUTOMATIC = "X-Sepakat-Automatic";

    private final Sessions sessions;
    private final Site site;

    Guard(Sessions sessions, Site site) {
        this.sessions = sessions;
        this.site = site;
    }

    /** Whose page opens a socket, which it does by itself. */
    Future<Optional<Session>> find(HttpServerRequest request) {
        return find(request, false);
    }

    private Future<Optional<Session>> find(HttpServerRequest request, boolean keeps) {
        Cookie cookie = request.getCookie(site.cookieName());
        return cookie == null ? Future.succeededFuture(Optional.empty()) : sessions.find(cookie.getValue(), keeps);
    }

    private static boolean isByHand(HttpServerRequest request) {
        return !request.method().equals(HttpMethod.GET) || request.getHeader(AUTOMATIC) == null;
    }

    /**
     * Puts the session into the context.
     *
     * @param needed whether the request is refused without one
     */
    Future<Void> admit(RoutingContext context, boolean needed) {
        return find(context.request(), isByHand(context.request())).map(session -> {
            if (needed && session.isEmpty()) {
                throw Refused.notSignedIn();
            }
            boolean known = session.isPresent() && hasToken(context.request(), session.get());
            if (needed && !known) {
                throw Refused.foreign(
                        "The header " + CSRF + " is missing or belongs to another session: load the page again.");
            }
            if (known) {
                context.put(SESSION, session.get());
            }
            return null;
        });
    }

    private static boolean hasToken(HttpServerRequest request, Session session) {
        String token = request.getHeader(CSRF);
        return request.method().equals(HttpMethod.GET) || (token != null && Tokens.areEqual(token, session.csrf()));
    }
}
