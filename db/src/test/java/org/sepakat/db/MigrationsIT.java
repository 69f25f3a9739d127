package org.sepakat.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class MigrationsIT {
    private static final List<Migration> STEPS = Migration.in("steps");

    private Database database;
    private Pool owner;

    @BeforeEach
    void anEmptyDatabase(Vertx vertx) {
        database = TestDatabase.empty(vertx).await();
        owner = database.ownerPool(8);
    }

    @AfterEach
    void dropIt() {
        database.stop().await();
    }

    @Test
    @DisplayName("steps are applied in order, and a second run changes nothing")
    void stepsAreAppliedOnce() {
        assertEquals(2, database.migrate("steps").await());
        assertEquals(2, database.migrate("steps").await());
        assertEquals(2, versions());
    }

    @Test
    @DisplayName("nodes that migrate at once apply each step once")
    void nodesThatMigrateAtOnceTakeTurns() {
        Future.all(List.of(
                        new Migrations(STEPS).applyTo(owner),
                        new Migrations(STEPS).applyTo(owner),
                        new Migrations(STEPS).applyTo(owner)))
                .await();

        assertEquals(2, versions());
    }

    @Test
    @DisplayName("a step that changed after it was applied is refused")
    void aChangedStepIsRefused() {
        new Migrations(STEPS).applyTo(owner).await();
        var changed = List.of(new Migration(1, "word", "create table other ()"), STEPS.get(1));

        var refusal = assertThrows(
                DatabaseException.class,
                () -> new Migrations(changed).applyTo(owner).await());
        assertTrue(refusal.getMessage().contains("Step 1 (word)"), refusal.getMessage());
    }

    @Test
    @DisplayName("a database that is newer than the program is refused")
    void aNewerDatabaseIsRefused() {
        new Migrations(STEPS).applyTo(owner).await();

        var refusal = assertThrows(
                DatabaseException.class,
                () -> new Migrations(STEPS.subList(0, 1)).applyTo(owner).await());
        assertTrue(refusal.getMessage().contains("newer Sepakat"), refusal.getMessage());
    }

    @Test
    @DisplayName("a program without migrations does not take a database for migrated")
    void noMigrationsAreRefused() {
        var refusal = assertThrows(IllegalStateException.class, () -> Migration.in("nothing-here"));
        assertEquals("there are no migrations in nothing-here: this build is broken", refusal.getMessage());
    }

    @Test
    @DisplayName("a step cut off half-way has never happened, and the next run does it whole")
    void aStepCutOffHalfWayHasNeverHappened() {
        var broken = List.of(STEPS.get(0), new Migration(2, "letters", "create table line (id int); select 1 / 0"));
        assertThrows(
                PgException.class, () -> new Migrations(broken).applyTo(owner).await());
        assertEquals(1, versions());

        new Migrations(STEPS).applyTo(owner).await();
        assertEquals(2, versions());
    }

    @Test
    @DisplayName("[T26] the application reads and writes rows, and can neither create, truncate nor look at passwords")
    void theApplicationHasNoDdl() {
        database.migrate("steps").await();
        Pool app = database.appPool(1);
        app.query("insert into word values (1, 'kata')").execute().await();

        for (String forbidden : List.of(
                "create table mine (id int)",
                "create temporary table mine (id int)",
                "create schema mine",
                "alter table word disable row level security",
                "truncate word",
                "select * from pg_authid",
                "delete from schema_version")) {
            var refusal = assertThrows(
                    PgException.class, () -> app.query(forbidden).execute().await());
            assertEquals("42501", refusal.getSqlState(), forbidden);
        }
    }

    private int versions() {
        return owner.query("select * from schema_version").execute().await().size();
    }
}
