package org.sepakat.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the server is reached: the only source of links, of the cookie's name and of what counts as our own origin. Nothing is taken from a request's
 * Host header but whether it is ours.
 *
 * @param publicUrl as people type it, without a trailing slash; null for this machine alone, or for a network by its number
 * @param loopback listens on this machine alone
 * @param tls the server itself speaks TLS
 * @param trustedProxies addresses whose X-Forwarded-For is believed
 */
public record Site(@Nullable String publicUrl, boolean loopback, boolean tls, Set<String> trustedProxies) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");
    private static final Pattern NUMBER =
            Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[?[0-9a-fA-F:]*:[0-9a-fA-F:.]*\\]?");

    public Site {
        trustedProxies = Set.copyOf(trustedProxies);
    }

    /** For tests and for {@code scripts/run}: this machine, plain http. */
    public static Site local() {
        return new Site(null, true, false, Set.of());
    }

    public boolean isSecure() {
        return tls || (publicUrl != null && publicUrl.startsWith("https://"));
    }

    /** A browser takes the __Host- name over https alone. */
    String cookieName() {
        return isSecure() ? "__Host-sid" : "sid";
    }

    /**
     * Whether a request asks for us by name. Without a public URL our names are those of this machine and, once on a network, plain numbers: a number cannot be
     * pointed elsewhere by a stranger's name server.
     */
    boolean isOwnHost(HttpServerRequest request) {
        HostAndPort host = request.authority();
        if (host == null) {
            return false;
        }
        if (publicUrl != null) {
            URI url = URI.create(publicUrl);
            return host.host().equalsIgnoreCase(url.getHost())
                    && effectivePort(host.port()) == effectivePort(url.getPort());
        }
        String name = host.host().toLowerCase(Locale.ROOT);
        SocketAddress local = request.localAddress();
        boolean ownPort = local != null && effectivePort(host.port()) == local.port();
        return ownPort
                && (THIS_MACHINE.contains(name)
                        || (!loopback && NUMBER.matcher(name).matches()));
    }

    /** What the Origin header of our own pages says, for a request whose host is ours. */
    String origin(HttpServerRequest request) {
        if (publicUrl != null) {
            return publicUrl;
        }
        HostAndPort host = request.authority();
        int port = effectivePort(host.port());
        return scheme() + "://" + host.host() + (port == effectivePort(-1) ? "" : ":" + port);
    }

    /** The address to print and to put into links. */
    public String url(int port) {
        return publicUrl != null
                ? publicUrl
                : scheme() + "://localhost" + (port == effectivePort(-1) ? "" : ":" + port);
    }

    private String scheme() {
        return isSecure() ? "https" : "http";
    }

    private int effectivePort(int port) {
        return port > 0 ? port : isSecure() ? 443 : 80;
    }

    /** The client's address; of a forwarded one the last that no proxy of ours can have been lied to about. */
    String clientAddress(HttpServerRequest request) {
        String address = request.remoteAddress() == null
                ? "unknown"
                : request.remoteAddress().hostAddress();
        String forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded == null || !trustedProxies.contains(address)) {
            return address;
        }
        List<String> hops =
                Arrays.stream(forwarded.split(",")).map(String::strip).toList();
        for (int i = hops.size() - 1; i >= 0; i--) {
            if (!trustedProxies.contains(hops.get(i))) {
                return hops.get(i);
            }
        }
        return address;
    }

    /** Whether an address to listen on is this machine's alone. */
    public static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
