package org.sepakat.db;

import io.vertx.pgclient.PgConnectOptions;

/** How another process reaches a test database: the two settings of an external PostgreSQL. */
public record DatabaseAddress(String owner, String app) {

    public static DatabaseAddress of(Database database) {
        return new DatabaseAddress(url(database.ownerOptions()), url(database.appOptions()));
    }

    /** The same database behind another port of this machine. */
    public DatabaseAddress at(int port) {
        return new DatabaseAddress(at(owner, port), at(app, port));
    }

    public int port() {
        return Integer.parseInt(owner.replaceFirst(".*:(\\d+)/.*", "$1"));
    }

    private static String at(String url, int port) {
        return url.replaceFirst(":\\d+/", ":" + port + "/");
    }

    private static String url(PgConnectOptions role) {
        return "postgresql://%s:%s@%s:%d/%s"
                .formatted(role.getUser(), role.getPassword(), role.getHost(), role.getPort(), role.getDatabase());
    }
}
