package org.sepakat.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sepakat.db.DatabaseSettings;
import org.sepakat.http.Site;
import org.sepakat.live.LiveLimits;

/** The settings that come as {@code SEPAKAT_...} variables. One that is not known is refused: it was meant to do something. */
record Environment(Map<String, String> variables) {
    private static final String DATABASE = "SEPAKAT_DATABASE_URL";
    private static final String DATABASE_APP = "SEPAKAT_DATABASE_APP_URL";
    private static final String PUBLIC_URL = "SEPAKAT_PUBLIC_URL";
    private static final String PROXIES = "SEPAKAT_TRUSTED_PROXIES";
    private static final String OPS_PER_SECOND = "SEPAKAT_OPS_PER_SECOND";
    private static final String OPS_BURST = "SEPAKAT_OPS_BURST";
    private static final String SOCKETS = "SEPAKAT_SOCKETS_PER_ACCOUNT";
    private static final Set<String> KNOWN =
            Set.of(DATABASE, DATABASE_APP, PUBLIC_URL, PROXIES, OPS_PER_SECOND, OPS_BURST, SOCKETS);

    static Environment of(Map<String, String> all) {
        var unknown = new TreeSet<>(all.keySet());
        unknown.removeIf(
                name -> !name.startsWith("SEPAKAT_") || name.startsWith("SEPAKAT_TEST_") || KNOWN.contains(name));
        if (!unknown.isEmpty()) {
            throw new UsageException("Unknown setting " + unknown.first() + ": the settings are "
                    + String.join(", ", new TreeSet<>(KNOWN)) + ".");
        }
        return new Environment(Map.copyOf(all));
    }

    static Environment ofProcess() {
        return of(System.getenv());
    }

    DatabaseSettings database(Path data) {
        return new DatabaseSettings(data, find(DATABASE), find(DATABASE_APP), false);
    }

    boolean hasExternalDatabase() {
        return find(DATABASE) != null;
    }

    /** As people type it, without a trailing slash or path; null if it is not set. */
    @Nullable
    String publicUrl() {
        String text = find(PUBLIC_URL);
        if (text == null) {
            return null;
        }
        try {
            URI url = URI.create(text);
            String scheme = String.valueOf(url.getScheme());
            String path = url.getPath();
            if ((scheme.equals("https") || scheme.equals("http"))
                    && url.getHost() != null
                    && url.getUserInfo() == null
                    && (path.isEmpty() || path.equals("/"))) {
                boolean usual = url.getPort() == -1 || url.getPort() == (scheme.equals("https") ? 443 : 80);
                return scheme + "://" + url.getHost() + (usual ? "" : ":" + url.getPort());
            }
        } catch (IllegalArgumentException notAUrl) {
            // said below
        }
        throw new UsageException(PUBLIC_URL + " is not an address such as https://sepakat.example.org.");
    }

    private Set<String> trustedProxies() {
        String text = find(PROXIES);
        return text == null
                ? Set.of()
                : Arrays.stream(text.split(",")).map(String::strip).collect(Collectors.toSet());
    }

    Site site(String address, boolean tls) {
        return new Site(publicUrl(), Site.isLoopback(address), tls, trustedProxies());
    }

    /** The defaults, but for what is set. */
    LiveLimits limits() {
        LiveLimits defaults = LiveLimits.DEFAULTS;
        return defaults.allowing(
                number(OPS_PER_SECOND, defaults.opsPerSecond()),
                number(OPS_BURST, defaults.opsBurst()),
                number(SOCKETS, defaults.socketsPerAccount()));
    }

    private int number(String name, int otherwise) {
        String text = find(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new UsageException(name + " is '" + text + "': it must be a whole number above 0.");
        }
        return Integer.parseInt(text);
    }

    private @Nullable String find(String name) {
        String value = variables.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
