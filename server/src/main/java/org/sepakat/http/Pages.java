package org.sepakat.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The pages, from the class path under {@code /web}. Built files carry a hash of their content in their name and may be kept for ever; every other address
 * without a dot is a page's, and the one page decides in the browser what to show.
 */
final class Pages implements Handler<RoutingContext> {
    private static final String INDEX = "/index.html";
    private static final Pattern FILE = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+");
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("txt", "text/plain; charset=utf-8"));

    private final Vertx vertx;
    private final Map<String, Buffer> files = new ConcurrentHashMap<>();

    Pages(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpMethod method = context.request().method();
        String path = context.request().path();
        if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            throw Refused.notFound();
        }
        boolean isFile = path.substring(path.lastIndexOf('/') + 1).contains(".");
        String file = isFile ? path : INDEX;
        if (!FILE.matcher(file).matches()) {
            throw Refused.notFound();
        }
        Buffer known = files.get(file);
        if (known != null) {
            send(context, file, known);
            return;
        }
        vertx.executeBlocking(() -> read(file), false)
                .onSuccess(found -> found.ifPresentOrElse(
                        bytes -> send(context, file, bytes), () -> context.fail(Refused.notFound())))
                .onFailure(context::fail);
    }

    private Optional<Buffer> read(String file) throws IOException {
        try (InputStream in = Pages.class.getResourceAsStream("/web" + file)) {
            if (in == null) {
                return Optional.empty();
            }
            Buffer bytes = Buffer.buffer(in.readAllBytes());
            files.put(file, bytes);
            return Optional.of(bytes);
        }
    }

    private static void send(RoutingContext context, String file, Buffer bytes) {
        String extension = file.substring(file.lastIndexOf('.') + 1);
        String caching = file.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
        HttpServerResponse response = context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, TYPES.getOrDefault(extension, "application/octet-stream"))
                .putHeader(HttpHeaders.CACHE_CONTROL, caching)
                .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(bytes.length()));
        if (context.request().method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(bytes);
        }
    }
}
