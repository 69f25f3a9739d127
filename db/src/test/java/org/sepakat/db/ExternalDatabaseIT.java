package org.sepakat.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The test server plays the external one. */
@ExtendWith(VertxExtension.class)
class ExternalDatabaseIT {

    private static String url(Database database, String user, String password) {
        var place = database.ownerOptions();
        return "postgresql://" + user + ":" + password + "@127.0.0.1:" + place.getPort() + "/" + place.getDatabase();
    }

    private static Database reach(Vertx vertx, String url, @Nullable String appUrl) {
        return Database.start(vertx, new DatabaseSettings(Path.of("unused"), url, appUrl, false))
                .await();
    }

    @Test
    @DisplayName("with both roles named, an external database is migrated and used")
    void bothRolesNamed(Vertx vertx) {
        Database inner = TestDatabase.empty(vertx).await();
        String owner = url(inner, Roles.OWNER, inner.ownerOptions().getPassword());
        String app = url(inner, Roles.APP, inner.appOptions().getPassword());
        Database external = reach(vertx, owner, app);

        assertEquals(2, external.migrate("steps").await());
        assertEquals(
                0,
                external.appPool(1)
                        .query("select * from word")
                        .execute()
                        .await()
                        .size());
        external.stop().await();
        inner.stop().await();
    }

    @Test
    @DisplayName("an owner who may not create the application's role is told what to do")
    void anOwnerWhoMayNotCreateRoles(Vertx vertx) {
        Database inner = TestDatabase.empty(vertx).await();
        String owner = url(inner, Roles.OWNER, inner.ownerOptions().getPassword());

        var refusal = assertThrows(DatabaseException.class, () -> reach(vertx, owner, null));
        assertTrue(refusal.getMessage().contains("Give it CREATEROLE"), refusal.getMessage());
        inner.stop().await();
    }

    @Test
    @DisplayName(
            "a wrong password and a server that does not answer are told apart, and no message repeats the password")
    void wrongPasswordAndNoServer(Vertx vertx) {
        Database inner = TestDatabase.empty(vertx).await();
        String wrong = url(inner, Roles.OWNER, "rahasia");
        var refusal = assertThrows(DatabaseException.class, () -> reach(vertx, wrong, null));
        assertTrue(refusal.getMessage().contains("the password is wrong"), refusal.getMessage());

        String nobody = "postgresql://me:rahasia@127.0.0.1:1/sepakat";
        var silence = assertThrows(DatabaseException.class, () -> reach(vertx, nobody, null));
        assertTrue(silence.getMessage().contains("does not answer"), silence.getMessage());
        assertTrue(!(refusal.getMessage() + silence.getMessage()).contains("rahasia"));
        inner.stop().await();
    }
}
