package org.sepakat.db;

import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code postgresql://user:password@host:port/database?sslmode=...&sslrootcert=...}. Unlike PostgreSQL's own programs, a server beyond
 * this machine must prove who it is unless the URL says otherwise: the words of interviews travel there.
 */
final class DatabaseUrl {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> PARAMETERS = Set.of("sslmode", "sslrootcert");
    private static final int DEFAULT_PORT = 5432;

    private DatabaseUrl() {}

    /**
     * The connection that a URL names.
     *
     * @param setting where the URL was found; errors name it and never repeat the URL, which holds a password
     */
    static PgConnectOptions parse(String setting, String url) {
        URI uri = uri(setting, url);
        String[] login = String.valueOf(uri.getRawUserInfo()).split(":", 2);
        if (login.length < 2 || uri.getHost() == null || uri.getPath().length() < 2) {
            throw malformed(setting, null);
        }
        Map<String, String> parameters = parameters(setting, uri.getRawQuery());
        PgConnectOptions options = new PgConnectOptions()
                .setHost(uri.getHost())
                .setPort(uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort())
                .setDatabase(uri.getPath().substring(1))
                .setUser(decode(login[0]))
                .setPassword(decode(login[1]));
        String standard = LOOPBACK.contains(uri.getHost()) ? "disable" : "verify-full";
        return secure(setting, options, parameters.getOrDefault("sslmode", standard), parameters.get("sslrootcert"));
    }

    private static URI uri(String setting, String url) {
        try {
            URI uri = new URI(url);
            if (Set.of("postgresql", "postgres").contains(String.valueOf(uri.getScheme()))) {
                return uri;
            }
            throw malformed(setting, null);
        } catch (URISyntaxException e) {
            throw malformed(setting, e.getReason());
        }
    }

    private static DatabaseException malformed(String setting, @Nullable String reason) {
        return new DatabaseException(setting + " must read postgresql://user:password@host:port/database"
                + (reason == null ? "" : " (" + reason + ")")
                + "; other signs than letters and digits in the password are written as %XX.");
    }

    private static Map<String, String> parameters(String setting, @Nullable String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length < 2 || !PARAMETERS.contains(parts[0])) {
                throw new DatabaseException(
                        setting + " knows the parameters sslmode and sslrootcert, not " + parts[0] + ".");
            }
            parameters.put(parts[0], decode(parts[1]));
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static PgConnectOptions secure(
            String setting, PgConnectOptions options, String mode, @Nullable String rootCertificate) {
        ClientSSLOptions tls = new ClientSSLOptions().setHostnameVerificationAlgorithm("");
        return switch (mode) {
            case "disable" -> options.setSslMode(SslMode.DISABLE);
            case "require" -> options.setSslMode(SslMode.REQUIRE).setSslOptions(tls.setTrustAll(true));
            case "verify-ca" ->
                options.setSslMode(SslMode.VERIFY_CA).setSslOptions(tls.setTrustOptions(trust(rootCertificate)));
            case "verify-full" ->
                options.setSslMode(SslMode.VERIFY_FULL)
                        .setSslOptions(
                                tls.setTrustOptions(trust(rootCertificate)).setHostnameVerificationAlgorithm("HTTPS"));
            default ->
                throw new DatabaseException(
                        setting + ": sslmode is one of disable, require, verify-ca, verify-full; not " + mode + ".");
        };
    }

    private static TrustOptions trust(@Nullable String rootCertificate) {
        return rootCertificate == null ? javaTrust() : new PemTrustOptions().addCertPath(rootCertificate);
    }

    /** The authorities that Java itself trusts. */
    private static TrustOptions javaTrust() {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return TrustOptions.wrap((X509TrustManager) factory.getTrustManagers()[0]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no list of trusted authorities", e);
        }
    }
}
