package org.sepakat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as people start it: a process of its own with its own database. */
class ServeIT {
    @TempDir
    private Path folder;

    @Test
    void aProductionStartPrintsOneLinkForTheFirstAccountAndStopsCleanlyWhenTold() throws Exception {
        Process server = start(
                Map.of(),
                "serve",
                "--port",
                "0",
                "--data",
                folder.resolve("data").toString());
        List<String> said = readUntil(server, "first-run#token=");
        String url = said.stream()
                .filter(line -> line.startsWith("Sepakat listens on "))
                .findFirst()
                .orElseThrow()
                .substring("Sepakat listens on ".length());

        assertTrue(said.get(said.size() - 1).strip().startsWith(url + "/first-run#token="));
        assertEquals(204, status(url + "/readyz"));
        assertEquals(200, status(url + "/sign-in"));
        server.destroy();

        assertTrue(server.waitFor(40, TimeUnit.SECONDS));
        assertFalse(Files.exists(folder.resolve("data/cluster/postmaster.pid")), "PostgreSQL was stopped");
    }

    @Test
    void theDemoPrintsALinkForEachOfItsPeopleAtEveryStart() throws Exception {
        for (int i = 0; i < 2; i++) {
            Process server = start(
                    Map.of(),
                    "serve",
                    "--demo",
                    "--port",
                    "0",
                    "--data",
                    folder.resolve("data").toString());
            List<String> said = readUntil(server, "Lestari");
            server.destroy();

            assertEquals(
                    4,
                    said.stream()
                            .filter(line -> line.contains("/sign-in#link="))
                            .count(),
                    said::toString);
            assertTrue(server.waitFor(40, TimeUnit.SECONDS));
        }
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process server = start(
                    Map.of(),
                    "serve",
                    "--port",
                    "" + taken.getLocalPort(),
                    "--data",
                    folder.resolve("data").toString());

            assertEquals(
                    "Port " + taken.getLocalPort()
                            + " on 127.0.0.1 is taken: end the program that has it, or choose another one with --port.",
                    lastWord(server));
            assertEquals(2, server.exitValue());
        }
    }

    @Test
    void settingsThatCannotBeMeantAreRefusedInASentence() throws Exception {
        Process unknown = start(Map.of("SEPAKAT_PORT", "80"), "serve");
        assertTrue(lastWord(unknown).startsWith("Unknown setting SEPAKAT_PORT: "));
        assertEquals(2, unknown.exitValue());

        Process demo = start(Map.of("SEPAKAT_PUBLIC_URL", "https://sepakat.example.org"), "serve", "--demo");
        assertTrue(lastWord(demo).startsWith("--demo is for this machine alone"));
        assertEquals(2, demo.exitValue());

        Process tls = start(Map.of(), "serve", "--tls-cert", "nothing.pem");
        assertEquals("--tls-cert and --tls-key go together.", lastWord(tls));
        assertEquals(2, tls.exitValue());
    }

    @Test
    void everyCommandExplainsItself() throws Exception {
        for (String command :
                List.of("", "serve", "user", "user add", "user reset", "user list", "doctor", "agreement", "import")) {
            var words = new ArrayList<>(List.of(command.split(" ")));
            words.removeIf(String::isEmpty);
            words.add("--help");
            Process help = start(Map.of(), words.toArray(String[]::new));

            String said = new String(help.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertEquals(0, help.waitFor(), command);
            assertTrue(said.startsWith("Usage: sepakat " + command), said);
        }
    }

    @Test
    void somebodyIsAddedListedAndLetInAgainFromTheConsole() throws Exception {
        String data = folder.resolve("data").toString();

        assertTrue(lastWord(start(Map.of(), "user", "add", "Ani", "--operator", "--data", data))
                .contains("/sign-in#link="));
        assertEquals("Ani\tAni\toperator", lastWord(start(Map.of(), "user", "list", "--data", data)));
        assertTrue(lastWord(start(Map.of(), "user", "reset", "ani", "--data", data))
                .contains("/sign-in#link="));
        assertEquals(
                "There is no account named Budi.", lastWord(start(Map.of(), "user", "reset", "Budi", "--data", data)));
    }

    @Test
    void aFolderIsImportedAndPeopleAreAddedWhileTheServerRunsAndWhenItIsStopped() throws Exception {
        String data = folder.resolve("data").toString();
        Process server = start(Map.of(), "serve", "--port", "0", "--data", data);
        readUntil(server, "first-run#token=");
        Process nobody = importFolder(data);
        assertTrue(lastWord(nobody).startsWith("Nobody has an account yet to lead the study"));
        assertEquals(2, nobody.exitValue());
        assertTrue(lastWord(start(Map.of(), "user", "add", "Ani", "--operator", "--data", data))
                .contains("/sign-in#link="));

        Process first = importFolder(data);
        assertTrue(lastWord(first).strip().startsWith("/s/"));
        assertEquals(0, first.exitValue());
        Process another = start(Map.of(), "serve", "--port", "0", "--data", data);
        assertTrue(lastWord(another).startsWith("Another Sepakat is already running on the folder"));
        server.destroy();
        assertTrue(server.waitFor(40, TimeUnit.SECONDS));

        Process second = importFolder(data);
        String said = String.join("\n", readUntil(second, "/s/"));
        assertTrue(said.contains("Imported the round 'codings' into the study 'Rasa', as Ani."), said);
        assertTrue(said.contains("codings                      2"), said);
        assertEquals(0, second.waitFor());
    }

    private Process importFolder(String data) throws IOException {
        Path codings = folder.resolve("codings");
        Files.createDirectories(codings.resolve("transcripts"));
        Files.writeString(codings.resolve("transcripts/satu.txt"), "P: Apa kabar?\n\nS: Baik.\n\nS: Saya marah.\n");
        Files.writeString(codings.resolve("codebook.csv"), "theme\nmarah\n");
        Files.writeString(
                codings.resolve("codings.csv"), "transcript,unit,coder,theme\nsatu,3,A,marah\nsatu,3,B,marah\n");
        return start(Map.of(), "import", "--study", "Rasa", "--all-reviewed", "--data", data, String.valueOf(codings));
    }

    @Test
    void theDoctorFindsNothingWrongHere() throws Exception {
        Process doctor = start(
                Map.of(),
                "doctor",
                "--port",
                "0",
                "--data",
                folder.resolve("data").toString());

        assertTrue(lastWord(doctor).startsWith("ok      Database"));
        assertEquals(0, doctor.exitValue());
    }

    private Process start(Map<String, String> settings, String... words) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SEPAKAT_"));
        builder.environment().putAll(settings);
        return builder.start();
    }

    private static List<String> readUntil(Process process, String word) throws IOException {
        var lines = new ArrayList<String>();
        BufferedReader reader = process.inputReader();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            lines.add(line);
            if (line.contains(word)) {
                return lines;
            }
        }
        throw new IOException("never said '" + word + "' but: " + lines);
    }

    private static String lastWord(Process process) throws IOException, InterruptedException {
        String last = "";
        BufferedReader reader = process.inputReader();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            last = line;
        }
        process.waitFor();
        return last;
    }

    private static int status(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
