package org.sepakat.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class EmbeddedPostgresIT {
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    private Path folder;

    @BeforeEach
    void aFolder() throws IOException {
        folder = Files.createTempDirectory("sepakat-it");
    }

    @AfterEach
    void deleteIt() throws IOException {
        vertx.close().await();
        Folders.delete(folder);
    }

    private Database start(boolean tcp) {
        return Database.start(vertx, new DatabaseSettings(folder, null, null, tcp))
                .await();
    }

    private static int rows(Database database) {
        return database.appPool(1).query("select * from word").execute().await().size();
    }

    private static void writeARow(Database database) {
        database.migrate("steps").await();
        database.appPool(1)
                .query("insert into word values (1, 'kata')")
                .execute()
                .await();
    }

    private ProcessHandle postmaster() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(folder.resolve("cluster/postmaster.pid")).get(0));
        return ProcessHandle.of(pid).orElseThrow();
    }

    @Test
    @DisplayName("rows survive a stop and a start; durable settings and checksums are on; nothing is left running")
    void rowsSurviveARestart() throws Exception {
        Database first = start(false);
        writeARow(first);
        ProcessHandle server = postmaster();
        first.stop().await();
        server.onExit().get(10, TimeUnit.SECONDS);

        Database second = start(false);
        assertEquals(1, rows(second));
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
            var shown = second.appPool(1).query("show " + setting).execute().await();
            assertEquals("on", shown.iterator().next().getString(0), setting);
        }
        second.stop().await();
    }

    @Test
    @DisplayName("a configuration that would lose acknowledged acts is refused, and the server is stopped again")
    void aLyingConfigurationIsRefused() throws IOException {
        start(true).stop().await();
        Files.writeString(folder.resolve("cluster/postgresql.conf"), "fsync = off\n", StandardOpenOption.APPEND);

        var refusal = assertThrows(DatabaseException.class, () -> start(true));
        assertTrue(refusal.getMessage().contains("fsync is off"), refusal.getMessage());
        assertFalse(Files.exists(folder.resolve("cluster/postmaster.pid")));
    }

    @Test
    @DisplayName("a cluster of another major version is refused")
    void anotherMajorVersionIsRefused() throws IOException {
        start(true).stop().await();
        Files.writeString(folder.resolve("cluster/PG_VERSION"), "17\n");

        var refusal = assertThrows(DatabaseException.class, () -> start(true));
        assertTrue(refusal.getMessage().contains("written by PostgreSQL 17"), refusal.getMessage());
    }

    @Test
    @DisplayName("a folder whose superuser's password is lost is refused by name; the other two are made anew")
    void aLostPasswordIsRefused() throws IOException {
        start(true).stop().await();
        Files.delete(folder.resolve("passwords/sepakat_app"));
        start(true).stop().await();
        Files.delete(folder.resolve("passwords/postgres"));

        var refusal = assertThrows(DatabaseException.class, () -> start(true));
        assertTrue(refusal.getMessage().contains("passwords/postgres is gone"), refusal.getMessage());
    }

    @Test
    @DisplayName("a second start on the same folder is refused, from this process and from another")
    void aSecondStartIsRefused() throws Exception {
        Database database = start(true);
        assertThrows(DatabaseException.class, () -> start(true));
        Child child = Child.start(List.of(), System.getProperty("java.class.path"), folder, true);

        assertTrue(child.said().startsWith("Another Sepakat is already running on the folder"));
        assertEquals(1, child.process().waitFor());
        database.stop().await();
    }

    @Test
    @DisplayName("[F4] a server orphaned by kill -9 is stopped and started afresh, and keeps every row")
    void anOrphanIsStoppedAndNothingIsLost() throws Exception {
        Database before = start(false);
        writeARow(before);
        before.stop().await();
        Child child = Child.start(List.of(), System.getProperty("java.class.path"), folder, false);
        child.said();
        ProcessHandle orphan = postmaster();
        child.process().destroyForcibly().waitFor();
        assertTrue(orphan.isAlive());

        Database after = start(false);
        assertEquals(1, rows(after));
        assertNotEquals(orphan.pid(), postmaster().pid());
        after.stop().await();
    }

    @Test
    @DisplayName("[F1] a server killed under a living process is started again, and the same pool works on")
    void aKilledServerIsStartedAgain() throws Exception {
        Database database = start(false);
        writeARow(database);
        ProcessHandle killed = postmaster();
        killed.destroyForcibly();
        killed.onExit().get(10, TimeUnit.SECONDS);

        int found = -1;
        while (found < 0) {
            found = database.appPool(1)
                    .query("select * from word")
                    .execute()
                    .map(set -> set.size())
                    .otherwise(-1)
                    .await();
            Thread.sleep(100);
        }
        assertEquals(1, found);
        database.stop().await();
    }

    @Test
    @DisplayName("a process told to end stops its server")
    void aProcessToldToEndStopsItsServer() throws Exception {
        Child child = Child.start(List.of(), System.getProperty("java.class.path"), folder, false);
        child.said();
        ProcessHandle server = postmaster();
        child.process().destroy();
        child.process().waitFor();

        server.onExit().get(10, TimeUnit.SECONDS);
        assertFalse(Files.exists(folder.resolve("cluster/postmaster.pid")));
    }

    @Test
    @DisplayName("an ordinary user starts it as root does")
    void anOrdinaryUserStartsIt() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can become somebody else");
        Path theirs = Files.createDirectory(folder.resolve("theirs"));
        run("chmod", "755", folder.toString());
        run("chown", "nobody", theirs.toString());
        run("chmod", "700", theirs.toString());
        String classPath = copyOfClassPath(Files.createDirectory(folder.resolve("jars")));
        Child child = Child.start(List.of("runuser", "-u", "nobody", "--"), classPath, theirs, false);
        String said = child.said();
        child.process().destroy();
        child.process().waitFor();

        assertTrue(said.startsWith("PostgreSQL 18"), said);
    }

    @Test
    @DisplayName("[T26] another user of the machine reaches neither the socket nor the passwords")
    void anotherUserReachesNothing() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can become somebody else");
        Database database = start(false);
        run("chmod", "755", folder.toString());

        assertNotEquals(
                0,
                run(
                        "runuser",
                        "-u",
                        "nobody",
                        "--",
                        "ls",
                        folder.resolve("socket").toString()));
        assertNotEquals(
                0,
                run(
                        "runuser",
                        "-u",
                        "nobody",
                        "--",
                        "cat",
                        folder.resolve("passwords/sepakat_app").toString()));
        assertNotEquals(
                0,
                run(
                        "runuser",
                        "-u",
                        "nobody",
                        "--",
                        "ls",
                        folder.resolve("cluster").toString()));
        database.stop().await();
    }

    /** Where everybody may read it; the build's own folders may be closed to others. */
    private static String copyOfClassPath(Path target) throws IOException, InterruptedException {
        List<String> copies = new ArrayList<>();
        for (String element : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path copy = target.resolve(copies.size() + "-" + Path.of(element).getFileName());
            run("cp", "-r", element, copy.toString());
            copies.add(copy.toString());
        }
        return String.join(File.pathSeparator, copies);
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
