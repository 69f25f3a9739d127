package org.sepakat.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server with a certificate of its own, by PEM files. */
final class TlsIT {
    private static final char[] PASSWORD = "no secret".toCharArray();

    @Test
    @DisplayName("[T3] over https and wss one signs in with a __Host- cookie and codes; plain http is not spoken")
    void httpsAndWss(@TempDir Path folder) throws Exception {
        KeyStore keys = makeKeys(folder.resolve("keys.p12"));
        Path certificate =
                pem(folder, "CERTIFICATE", keys.getCertificate("sepakat").getEncoded());
        Path key = pem(folder, "PRIVATE KEY", keys.getKey("sepakat", PASSWORD).getEncoded());
        try (SepakatProcess server = SepakatProcess.startSecurely(folder.resolve("data"), certificate, key)) {
            var ani = new HttpCoder(
                    server.url(), server.link("Ani"), HttpClient.newBuilder().sslContext(trusting(keys)));
            assertTrue(ani.cookie().startsWith("__Host-sid="), ani.cookie());

            UUID study = ani.onlyStudy();
            Queue<JsonObject> heard = new ConcurrentLinkedQueue<>();
            SocketCoder socket = SocketCoder.open(ani, study, heard::add);
            socket.submit(study, Place.inOpenRound(ani, study).act(0));
            Await.until(
                    Diary.PATIENCE,
                    "the acknowledgement",
                    () -> heard.stream().anyMatch(frame -> frame.getString("t").equals("ok")));
            socket.close();

            HttpResponse<Void> page = get(server.url() + "/sign-in", trusting(keys));
            assertEquals(
                    "max-age=31536000",
                    page.headers().firstValue("Strict-Transport-Security").orElseThrow());
            assertThrows(SSLException.class, () -> get(server.url() + "/sign-in", SSLContext.getDefault()));
            assertThrows(
                    IOException.class, () -> get(server.url().replace("https:", "http:") + "/sign-in", trusting(keys)));
        }
    }

    private static HttpResponse<Void> get(String url, SSLContext trust) throws IOException, InterruptedException {
        return HttpClient.newBuilder()
                .sslContext(trust)
                .build()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding());
    }

    /** The JDK makes certificates by its tool alone. */
    private static KeyStore makeKeys(Path file) throws IOException, InterruptedException, GeneralSecurityException {
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "sepakat",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        String.valueOf(PASSWORD),
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, tool.waitFor(), said);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }

    private static Path pem(Path folder, String kind, byte[] der) throws IOException {
        String text = "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + kind + "-----\n";
        return Files.writeString(folder.resolve(kind.replace(' ', '-') + ".pem"), text);
    }

    private static SSLContext trusting(KeyStore keys) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("sepakat", keys.getCertificate("sepakat"));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}
