package org.sepakat;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a browser does: it keeps the cookie and the token, and says where its page is from. Headers given to a call replace those; an empty one is left out. */
public final class TestBrowser {
    private static final String PROTOCOLS = "Sec-WebSocket-Protocol";

    private final TestServer server;
    private @Nullable String cookie;
    private @Nullable String csrf;

    TestBrowser(TestServer server) {
        this.server = server;
    }

    /** An answer, whole. */
    public record Reply(int status, MultiMap headers, String text) {
        public JsonObject json() {
            return new JsonObject(text);
        }

        public @Nullable String code() {
            return json().getString("code");
        }
    }

    /** Takes over the session that an answer began. */
    public void enter(Reply signedIn) {
        if (signedIn.status() != 200) {
            throw new IllegalStateException("not signed in: " + signedIn.text());
        }
        cookie = signedIn.headers().get("set-cookie").split(";", 2)[0];
        csrf = signedIn.json().getString("csrf");
    }

    public @Nullable String cookie() {
        return cookie;
    }

    public @Nullable String csrf() {
        return csrf;
    }

    public Reply get(String path) {
        return send(HttpMethod.GET, path, null, Map.of());
    }

    public Reply post(String path, JsonObject body) {
        return send(HttpMethod.POST, path, body.toBuffer(), Map.of());
    }

    public Reply send(HttpMethod method, String path, @Nullable Buffer body, Map<String, String> headers) {
        return start(method, path, body, headers).await();
    }

    /** The same without waiting for the answer. */
    public Future<Reply> start(HttpMethod method, String path, @Nullable Buffer body, Map<String, String> headers) {
        Map<String, String> all = headers();
        if (body != null) {
            all.put("Content-Type", "application/json");
        }
        all.putAll(headers);
        var options = new RequestOptions()
                .setMethod(method)
                .setHost("localhost")
                .setPort(server.port())
                .setURI(path);
        all.forEach((name, value) -> {
            if (!value.isEmpty()) {
                options.putHeader(name, value);
            }
        });
        // On the client's own thread from the start: a body that arrives before it is asked for is lost.
        return Future.future(answer ->
                server.context().runOnContext(here -> exchange(options, body).onComplete(answer)));
    }

    private Future<Reply> exchange(RequestOptions options, @Nullable Buffer body) {
        return server.client()
                .request(options)
                .compose(request -> body == null ? request.send() : request.send(body))
                .compose(response -> response.body()
                        .map(text -> new Reply(response.statusCode(), response.headers(), text.toString())));
    }

    private Map<String, String> headers() {
        var headers = new HashMap<String, String>();
        headers.put("Origin", server.url());
        if (cookie != null) {
            headers.put("Cookie", cookie);
        }
        if (csrf != null) {
            headers.put("X-Sepakat-Csrf", csrf);
        }
        return headers;
    }

    /** Opens the socket of protocol {@code sepakat.v1}, unless the headers offer another or none; says nothing on it yet. */
    public Future<WebSocket> socket(Map<String, String> headers) {
        Map<String, String> all = headers();
        all.putAll(headers);
        var options = new WebSocketConnectOptions()
                .setHost("localhost")
                .setPort(server.port())
                .setURI("/ws/v1")
                .setAllowOriginHeader(!all.getOrDefault("Origin", "").isEmpty());
        if (!headers.containsKey(PROTOCOLS)) {
            options.addSubProtocol("sepakat.v1");
        }
        all.forEach((name, value) -> {
            if (!value.isEmpty()) {
                options.putHeader(name, value);
            }
        });
        return server.sockets().connect(options);
    }
}
