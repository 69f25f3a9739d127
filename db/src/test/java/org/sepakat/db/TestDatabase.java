package org.sepakat.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A fresh database for a test class, on the one embedded PostgreSQL of this JVM. The first call starts that server (some seconds), later ones
 * copy a migrated template. The server speaks loopback TCP, so that a plain {@code Vertx.vertx()} reaches it. {@link Database#stop()} drops the
 * database; the server stops with the JVM.
 */
public final class TestDatabase {
    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    private TestDatabase() {}

    /** A database with all migrations applied. */
    public static Future<Database> fresh(Vertx vertx) {
        return copyOf(TEMPLATE, vertx);
    }

    /** A database with the two roles and no tables. */
    public static Future<Database> empty(Vertx vertx) {
        return copyOf("template1", vertx);
    }

    private static Future<Database> copyOf(String template, Vertx vertx) {
        return vertx.executeBlocking(TestDatabase::server)
                .compose(postgres -> EmbeddedDatabase.on(vertx, postgres))
                .compose(server -> copyOf(template, server));
    }

    private static Future<Database> copyOf(String template, EmbeddedDatabase server) {
        String name = "test_" + COUNT.incrementAndGet();
        return server.asSuperuser(superuser -> Roles.ensureDatabase(superuser, name, template))
                .compose(v -> server.database(name, "test database " + name, () -> drop(server, name)));
    }

    private static Future<Void> drop(EmbeddedDatabase server, String name) {
        return server.asSuperuser(superuser -> superuser
                .query("drop database " + name + " with (force)")
                .execute()
                .mapEmpty());
    }

    private static synchronized EmbeddedPostgres server() throws IOException {
        if (server == null) {
            Path folder = Files.createTempDirectory("sepakat-test");
            EmbeddedPostgres started = EmbeddedPostgres.start(folder, false);
            started.leaveExitToCaller();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndDelete(started, folder)));
            CompletableFuture.runAsync(() -> makeTemplate(started)).join();
            server = started;
        }
        return server;
    }

    /**
     * On a Vert.x of its own, since the caller's ends with its test class; and on a plain thread, since on a worker of another Vert.x the
     * answers would queue behind the one who waits for them.
     */
    private static void makeTemplate(EmbeddedPostgres postgres) {
        Vertx vertx = Vertx.vertx();
        try {
            EmbeddedDatabase.on(vertx, postgres)
                    .compose(server -> server.asSuperuser(superuser -> server.prepareRoles(superuser)
                                    .compose(v -> Roles.ensureDatabase(superuser, TEMPLATE, "template1")))
                            .compose(v -> server.database(TEMPLATE, "the template", Future::succeededFuture)))
                    .compose(database -> database.migrate().eventually(database::stop))
                    .await();
        } finally {
            vertx.close();
        }
    }

    private static void stopAndDelete(EmbeddedPostgres postgres, Path folder) {
        postgres.stop();
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
