package org.sepakat.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import org.sepakat.live.LiveSockets;

/** Lets a browser of ours, signed in, open a socket (SPEC.md S1). */
final class SocketRoute implements Handler<RoutingContext> {
    static final String PROTOCOL = "sepakat.v1";

    private final Edge edge;
    private final Guard guard;
    private final LiveSockets live;

    SocketRoute(Edge edge, Guard guard, LiveSockets live) {
        this.edge = edge;
        this.guard = guard;
        this.live = live;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        edge.requireOrigin(request);
        guard.find(request)
                .map(session -> session.orElseThrow(Refused::notSignedIn))
                .onSuccess(session -> {
                    if (!offersProtocol(request)) {
                        context.fail(Refused.bad("Sec-WebSocket-Protocol", "The subprotocol is " + PROTOCOL + "."));
                        return;
                    }
                    request.toWebSocket()
                            .onSuccess(socket -> live.handle(socket, session.caller()))
                            .onFailure(failure -> answer(context, failure));
                })
                .onFailure(failure -> answer(context, failure));
    }

    /** Of pages that come back all at once some have given up waiting before their turn comes: nobody is there to be answered. */
    private static void answer(RoutingContext context, Throwable failure) {
        if (!context.response().closed()) {
            context.fail(failure);
        }
    }

    private static boolean offersProtocol(HttpServerRequest request) {
        String offered = request.getHeader("Sec-WebSocket-Protocol");
        return offered != null
                && Arrays.stream(offered.split(",")).map(String::strip).anyMatch(PROTOCOL::equals);
    }
}
