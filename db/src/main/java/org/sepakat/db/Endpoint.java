package org.sepakat.db;

import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the embedded server listens: a socket in a folder that only its owner can enter, or a port of the loopback interface.
 *
 * @param host the folder of the socket, or the loopback address
 */
record Endpoint(String host, int port) {
    /** What a socket's address may hold on every Unix, its closing zero included. */
    private static final int LONGEST_PATH = 103;

    /** Of {@code postmaster.pid}; the last one says whether connections are taken. */
    private static final int LINES = 8;

    private static final int SOCKET_NUMBER = 5432;
    private static final String LOOPBACK = "127.0.0.1";
    private static final byte[] LOOPBACK_BYTES = {127, 0, 0, 1};

    /** The socket where it is wanted and its path is short enough, else the port that earlier starts used, if it is still free. */
    static Endpoint of(StateFolder state, boolean unixSocket) throws IOException {
        Path folder = state.root().resolve("socket");
        Endpoint socket = new Endpoint(folder.toString(), SOCKET_NUMBER);
        if (unixSocket && socket.path().getBytes(StandardCharsets.UTF_8).length <= LONGEST_PATH) {
            StateFolder.privateFolder(folder);
            return socket;
        }
        return new Endpoint(LOOPBACK, rememberedPort(state.root().resolve("port")));
    }

    /** Where the server listens that holds the cluster now, as its own {@code postmaster.pid} says: port, folder of the socket, address. */
    static Optional<Endpoint> ofRunning(StateFolder state) throws IOException {
        Path file = Postmaster.pidFile(state);
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        boolean isReady = lines.size() >= LINES && lines.get(LINES - 1).strip().equals("ready");
        return isReady && Postmaster.of(state).isPresent()
                ? Optional.of(new Endpoint(
                        lines.get(4).isBlank() ? LOOPBACK : lines.get(4).strip(),
                        Integer.parseInt(lines.get(3).strip())))
                : Optional.empty();
    }

    private static int rememberedPort(Path file) throws IOException {
        int remembered =
                Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
        int port = isFree(remembered) ? remembered : freePort();
        Files.writeString(file, port + "\n");
        return port;
    }

    private static boolean isFree(int port) {
        try (var probe = new ServerSocket(port, 1, InetAddress.getByAddress(LOOPBACK_BYTES))) {
            return port != 0 && probe.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK_BYTES))) {
            return probe.getLocalPort();
        }
    }

    boolean isUnixSocket() {
        return !host.equals(LOOPBACK);
    }

    /** The lines of PostgreSQL's configuration that say so. */
    String settings() {
        String addresses = isUnixSocket() ? "" : LOOPBACK;
        String folders = isUnixSocket() ? host.replace("\\", "\\\\").replace("'", "''") : "";
        return """
                listen_addresses = '%s'
                port = %d
                unix_socket_directories = '%s'
                unix_socket_permissions = 0700
                """.formatted(addresses, port, folders);
    }

    PgConnectOptions connect(String user, String password, String database) {
        return new PgConnectOptions()
                .setHost(host)
                .setPort(port)
                .setUser(user)
                .setPassword(password)
                .setDatabase(database);
    }

    @Override
    public String toString() {
        return isUnixSocket() ? path() : host + ":" + port;
    }

    private String path() {
        return host + "/.s.PGSQL." + port;
    }
}
