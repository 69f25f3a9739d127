package org.sepakat.journey;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** A person at the server's HTTP interface: signs in by a one-time link and does what a browser would, with its own op ids. */
final class HttpCoder {

    private final String url;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client;
    private String csrf = "";

    private HttpCoder(String url, HttpClient.Builder clients) {
        this.url = url;
        this.client = clients.cookieHandler(cookies)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** @param link as the server printed it */
    HttpCoder(String url, String link) throws IOException {
        this(url, link, HttpClient.newBuilder());
    }

    /** @param clients says what else there is to say about connections, such as whom to trust */
    HttpCoder(String url, String link, HttpClient.Builder clients) throws IOException {
        this(url, clients);
        String token = link.substring(link.indexOf("#link=") + "#link=".length());
        csrf = post("/api/sign-in/link", new JsonObject().put("token", token)).getString("csrf");
    }

    /** Somebody who accepts an invitation and so gets an account and a session. */
    static HttpCoder joining(String url, String invitation, String name) throws IOException {
        var coder = new HttpCoder(url, HttpClient.newBuilder());
        String token = invitation.substring(invitation.indexOf("#token=") + "#token=".length());
        coder.post(
                "/api/invitations/accept",
                new JsonObject().put("token", token).put("name", name).put("password", "kata sandi yang panjang"));
        coder.csrf = coder.get("/api/me").getString("csrf");
        return coder;
    }

    String url() {
        return url;
    }

    String csrf() {
        return csrf;
    }

    String cookie() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    JsonObject get(String path) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(url + path)).GET());
    }

    JsonObject post(String path, JsonObject body) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .header("Origin", url)
                .header("X-Sepakat-Csrf", csrf)
                .POST(HttpRequest.BodyPublishers.ofString(body.encode())));
    }

    /** Sends a text as a file. */
    JsonObject upload(String path, String text) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "text/plain")
                .header("Origin", url)
                .header("X-Sepakat-Csrf", csrf)
                .POST(HttpRequest.BodyPublishers.ofString(text)));
    }

    /** For a socket, with cookies and trust as for requests. */
    WebSocket.Builder newSocket() {
        return client.newWebSocketBuilder();
    }

    /** The answers, one per op. */
    List<JsonObject> submit(UUID study, List<JsonObject> ops) throws IOException {
        return post("/api/studies/" + study + "/ops", new JsonObject().put("ops", new JsonArray(ops)))
                .getJsonArray("answers")
                .stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    UUID onlyStudy() throws IOException {
        return UUID.fromString(
                get("/api/studies").getJsonArray("studies").getJsonObject(0).getString("study"));
    }

    /** The state of a stream of that kind in reach. */
    List<JsonObject> streams(UUID study, String kind) throws IOException {
        return get("/api/studies/" + study).getJsonArray("streams").stream()
                .map(JsonObject.class::cast)
                .filter(stream -> stream.getString("kind").equals(kind))
                .toList();
    }

    private JsonObject send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> answer =
                    client.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new IOException(answer.statusCode() + " " + answer.body());
            }
            return new JsonObject(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
