package org.sepakat.faults;

/**
 * Where a client enters: a server, or a proxy before it.
 *
 * @param port to connect to on this machine
 * @param origin of the server's own pages, which it asks for
 */
public record Door(int port, String origin) {

    /** Straight to a server on this machine. */
    public static Door of(int port) {
        return new Door(port, "http://localhost:" + port);
    }

    /** The same server behind another port. */
    Door behind(FaultProxy proxy) {
        return new Door(proxy.port(), origin);
    }

    /** What the Host header says. */
    public String host() {
        return origin.substring("http://".length());
    }
}
