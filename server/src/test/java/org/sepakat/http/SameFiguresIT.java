package org.sepakat.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sepakat.SharedData;
import org.sepakat.TestBrowser.Reply;
import org.sepakat.TestServer;
import org.sepakat.TestStudy;
import org.sepakat.cli.AgreementCommand;
import picocli.CommandLine;

/** The command line and the server give the same figures for the same codings, but for ids in place of names. */
class SameFiguresIT {

    @Test
    void ofASmallFolderUnderEveryUnit(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("transcripts"));
        write(
                folder,
                "transcripts/satu.txt",
                "P: Apa kabar?\n\nS: Baik \uD83D\uDE00 sekali. Sungguh.\n\nS: Saya marah.\n");
        write(folder, "transcripts/dua.txt", "P: Lalu?\n\nS: Tidak apa. Marah sedikit.\n");
        write(folder, "codebook.csv", "theme,applies_to_speaker\nmarah,S\nsenang,\n");
        write(folder, "codings.csv", """
                transcript,coder,theme,unit,start,end
                satu,A,marah,3,,
                satu,B,senang,,19,30
                satu,A,senang,2,,
                dua,A,marah,2,,
                dua,B,marah,,15,25
                """);
        write(folder, "coverage.csv", """
                transcript,unit,coder
                satu,1,A
                satu,2,A
                satu,3,A
                satu,2,B
                satu,3,B
                dua,1,A
                dua,2,A
                dua,2,B
                """);
        assertSame(folder, List.of("turn", "sentence", "token", "character", "window:7"), List.of("theme", "all"));
    }

    @Test
    void ofTheRealSet() throws IOException {
        assertSame(SharedData.tenCoders(), List.of("turn"), List.of("theme"));
    }

    private static void write(Path folder, String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private static void assertSame(Path folder, List<String> units, List<String> scopes) throws IOException {
        try (var server = TestServer.start()) {
            TestStudy study = TestStudy.found(server);
            String round = "/rounds/" + importFolder(study, folder);
            JsonObject state = study.stream(study.lead(), "study").getJsonObject("data");
            for (String unit : units) {
                for (String scope : scopes) {
                    String query = "?unit=" + unit + "&scope=" + scope;
                    timed(study, round + "/decisions?scope=" + scope);
                    JsonObject overview = timed(study, round + "/agreement" + query);
                    timed(study, round + "/agreement" + query);
                    timed(study, round + "/disagreements" + query);
                    JsonObject whole = whole(study, round + "/agreement" + query, overview);
                    assertEquals(figures(printed(folder, unit, scope)), figures(named(whole.encode(), state)));
                    assertWithin(overview, whole);
                }
            }
        }
    }

    private static JsonObject timed(TestStudy study, String path) {
        long begun = System.nanoTime();
        Reply reply = study.lead().get(study.at(path));
        System.out.printf(
                "%s: %d ms, %,d bytes%n",
                path.replaceAll(".*/", ""),
                (System.nanoTime() - begun) / 1_000_000,
                reply.text().length());
        assertEquals(200, reply.status(), reply::text);
        return reply.json();
    }

    /** All themes and pairs, each asked for by itself. */
    private static JsonObject whole(TestStudy study, String path, JsonObject overview) {
        JsonObject whole = overview.copy().put("themes", new JsonArray()).put("pairs", new JsonArray());
        for (Object one : overview.getJsonArray("themes")) {
            String theme = ((JsonObject) one).getString("theme");
            whole.getJsonArray("themes")
                    .add(timed(study, path + "&theme=" + theme)
                            .getJsonArray("themes")
                            .getJsonObject(0));
        }
        for (Object one : overview.getJsonArray("pairs")) {
            JsonArray coders = ((JsonObject) one).getJsonArray("coders");
            whole.getJsonArray("pairs")
                    .add(timed(study, path + "&first=" + coders.getString(1) + "&second=" + coders.getString(0))
                            .getJsonArray("pairs")
                            .getJsonObject(0));
        }
        return whole;
    }

    /** What the overview says, the whole says too. */
    private static void assertWithin(Object part, Object whole) {
        if (part instanceof JsonObject object) {
            object.fieldNames().stream()
                    .filter(name -> !name.equals("reasons"))
                    .forEach(name -> assertWithin(object.getValue(name), ((JsonObject) whole).getValue(name)));
        } else if (part instanceof JsonArray array) {
            assertEquals(array.size(), ((JsonArray) whole).size());
            for (int i = 0; i < array.size(); i++) {
                assertWithin(array.getValue(i), ((JsonArray) whole).getValue(i));
            }
        } else {
            assertEquals(whole, part);
        }
    }

    private static String figures(String json) {
        var all = new JsonObject(json);
        return all.getJsonObject("left_out").encode()
                + all.getJsonArray("flags").encode()
                + all.getJsonArray("themes").encodePrettily()
                + all.getJsonArray("pairs").encodePrettily();
    }

    private static String printed(Path folder, String unit, String scope) {
        var out = new StringWriter();
        int status = new CommandLine(new AgreementCommand())
                .setOut(new PrintWriter(out))
                .execute(folder.toString(), "--json", "--unit", unit, "--scope", scope);
        assertEquals(0, status);
        return out.toString();
    }

    /** With names in place of the ids of coders, transcripts and themes. */
    private static String named(String text, JsonObject study) {
        String named = text;
        for (Object member : study.getJsonArray("members")) {
            named = replaced(named, (JsonObject) member, "member", ((JsonObject) member).getString("name"));
        }
        for (Object transcript : study.getJsonArray("transcripts")) {
            named = replaced(named, (JsonObject) transcript, "transcript", ((JsonObject) transcript).getString("name"));
        }
        JsonObject codebook = study.getJsonArray("codebooks").getJsonObject(0);
        for (Object theme : codebook.getJsonArray("themes")) {
            JsonObject label = ((JsonObject) theme).getJsonObject("label");
            String name = label.getString("id").isEmpty() ? label.getString("en") : label.getString("id");
            named = replaced(named, (JsonObject) theme, "theme", name);
        }
        return named;
    }

    private static String replaced(String text, JsonObject thing, String id, String name) {
        return text.replace("\"" + thing.getString(id) + "\"", "\"" + name + "\"");
    }

    private static String importFolder(TestStudy study, Path folder) throws IOException {
        String round = study.fresh();
        Reply imported = study.lead()
                .send(
                        HttpMethod.POST,
                        study.at("/imports?name=Dari+luar&round=" + round + "&op_id=" + study.fresh()),
                        zipped(folder),
                        Map.of("Content-Type", "application/zip"));
        assertTrue(imported.json().containsKey("seq"), imported::text);
        return round;
    }

    private static Buffer zipped(Path folder) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes);
                Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(SameFiguresIT::isInput).toList()) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
                zip.write(Files.readAllBytes(file));
            }
        }
        return Buffer.buffer(bytes.toByteArray());
    }

    private static boolean isInput(Path file) {
        return Files.isRegularFile(file) && file.toString().matches(".*\\.(txt|csv)");
    }
}
