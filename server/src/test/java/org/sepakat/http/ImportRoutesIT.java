package org.sepakat.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sepakat.SharedData;
import org.sepakat.TestBrowser.Reply;
import org.sepakat.TestServer;
import org.sepakat.TestStudy;

/** A coding folder over HTTP: previewed, imported, or refused whole with every fault in its place. */
class ImportRoutesIT {
    private final Map<String, String> files = new LinkedHashMap<>();
    private TestServer server;
    private TestStudy study;

    @BeforeEach
    void found() {
        server = TestServer.start();
        study = TestStudy.found(server);
        files.put("transcripts/satu.txt", "P: Apa kabar?\n\nS: Baik sekali.\n\nS: Saya marah.\n");
        files.put("codebook.csv", "theme,applies_to_speaker\nmarah,S\nsenang,P\n");
        files.put("codings.csv", "transcript,coder,theme,unit\nsatu,A,marah,3\nsatu,B,senang,2\n");
        files.put("coverage.csv", "transcript,unit,coder\nsatu,1,A\nsatu,2,A\nsatu,3,A\nsatu,2,B\n");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    static Buffer zip(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return Buffer.buffer(bytes.toByteArray());
    }

    private Buffer folder(String outer) {
        var bytes = new LinkedHashMap<String, byte[]>();
        files.forEach((path, text) -> bytes.put(outer + path, text.getBytes(StandardCharsets.UTF_8)));
        return zip(bytes);
    }

    private Reply send(String path, Buffer body) {
        return study.lead()
                .send(HttpMethod.POST, study.at("/imports" + path), body, Map.of("Content-Type", "application/zip"));
    }

    private Reply importFolder(Buffer body) {
        return send("?name=Dari+luar&round=" + study.fresh() + "&op_id=" + study.fresh(), body);
    }

    private JsonObject studyState() {
        return study.stream(study.lead(), "study").getJsonObject("data");
    }

    @Test
    void aFolderIsPreviewedAndNothingIsStored() {
        files.put("transcripts/satu.vtt", "WEBVTT\n");
        JsonObject before = studyState();
        JsonObject preview = send("/preview?name=Dari+luar", folder("")).json();

        assertEquals(
                new JsonArray()
                        .add(new JsonObject()
                                .put("name", "satu")
                                .put("known", false)
                                .put("segments", 3)),
                preview.getJsonArray("transcripts"));
        assertEquals(2, preview.getJsonArray("coders").size());
        assertEquals(2, preview.getJsonArray("themes").size());
        assertEquals(2, preview.getInteger("codings"));
        assertEquals(4, preview.getInteger("reviews"));
        assertTrue(preview.getBoolean("publishes"));
        assertEquals(
                new JsonObject()
                        .put("files", new JsonArray().add("transcripts/satu.vtt"))
                        .put("units_one_coder", 2)
                        .put("units_nobody", 0)
                        .put("codings_out_of_scope", 1),
                preview.getJsonObject("left_out"));
        assertEquals(before, studyState());
    }

    @Test
    void aFolderWithinAFolderBecomesARevealedRoundAndTheNextPreviewKnowsItAll() {
        files.put("/../../escape.txt", "no file is written");
        Reply imported = importFolder(folder("outer/"));
        assertTrue(imported.json().containsKey("seq"), imported::text);

        JsonObject round = studyState().getJsonArray("rounds").getJsonObject(0);
        assertEquals("Dari luar", round.getString("name"));
        assertEquals("imported", round.getString("mode"));
        assertEquals("revealed", round.getString("phase"));
        JsonObject preview = send("/preview?name=Lagi", folder("")).json();
        Stream.of("transcripts", "coders", "themes")
                .flatMap(things -> preview.getJsonArray(things).stream())
                .forEach(thing -> assertTrue(((JsonObject) thing).getBoolean("known"), thing::toString));
        assertFalse(preview.getBoolean("publishes"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            codings.csv  | satu,A,"mar    | malformed               | 4 | 8
            codings.csv  | satu,A,sedih,1 | unknown_theme           | 4 | 8
            codings.csv  | satu,C,marah,1 | coder_without_coverage  | 4 | 6
            codings.csv  | satu,A,marah,4 | unit_out_of_range       | 4 | 14
            codings.csv  | satu,A,marah,3 | duplicate_row           | 4 | 8
            codings.csv  | satu,B,marah,3 | outside_coverage        | 4 | 6
            """)
    void aFaultIsNamedWithItsPlaceAndNothingIsStored(String file, String row, String kind, int line, int column) {
        JsonObject before = studyState();
        files.put(file, files.get(file) + row + "\n");
        Reply reply = importFolder(folder(""));

        assertEquals(400, reply.status());
        JsonObject detail = reply.json().getJsonObject("detail");
        assertEquals(new JsonObject().put(kind, 1), detail.getJsonObject("counts"));
        JsonObject fault = detail.getJsonArray("faults").getJsonObject(0);
        assertEquals(file, fault.getString("file"));
        assertEquals(line, fault.getInteger("line"));
        assertEquals(column, fault.getInteger("column"));
        assertFalse(fault.getString("message").isBlank());
        assertEquals(before, studyState());
    }

    @Test
    void whatIsNoFolderIsRefused() {
        assertEquals(400, importFolder(Buffer.buffer("not a zip file")).status());
        assertEquals(
                400, importFolder(zip(Map.of("readme.txt", new byte[] {'a'}))).status());
        Reply plain = study.lead()
                .send(
                        HttpMethod.POST,
                        study.at("/imports/preview?name=x"),
                        folder(""),
                        Map.of("Content-Type", "text/plain"));
        assertEquals("Content-Type", plain.json().getJsonObject("detail").getString("path"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/zip; charset=binary",
                "application/x-zip-compressed",
                "application/octet-stream",
                "Application/ZIP"
            })
    void aZipFileIsOneWhateverABrowserCallsIt(String type) {
        Reply reply = study.lead()
                .send(HttpMethod.POST, study.at("/imports/preview?name=x"), folder(""), Map.of("Content-Type", type));
        assertEquals(200, reply.status(), reply::text);
    }

    @Test
    void whatIsMissingIsNamedAtOnceAndTheFileByItsOwnName() {
        Reply none = send("/preview?name=x&file=dari-luar.zip", Buffer.buffer("not a zip file"));
        assertEquals(
                "dari-luar.zip",
                none.json()
                        .getJsonObject("detail")
                        .getJsonArray("faults")
                        .getJsonObject(0)
                        .getString("file"));
        files.clear();
        files.put("catatan.txt", "a note");
        Reply reply = send("/preview?name=x&file=dari-luar", folder(""));
        assertEquals(
                new JsonObject().put("missing_file", 4),
                reply.json().getJsonObject("detail").getJsonObject("counts"));
    }

    @Test
    @DisplayName(
            "a theme that is met by its label keeps what the study says of it, and the preview says what the files said")
    void differencesAreTold() {
        importFolder(folder(""));
        files.put(
                "codebook.csv", "theme,parent,applies_to_speaker,description\nmarah,senang,,Marah besar\nsenang,,P,\n");
        JsonArray differences = send("/preview?name=Lagi", folder("")).json().getJsonArray("differences");

        assertEquals(
                new JsonArray()
                        .add(difference("scope", List.of(), List.of("S")))
                        .add(difference("parent", List.of("senang"), List.of()))
                        .add(difference("definition", List.of("Marah besar"), List.of())),
                differences);
    }

    private static JsonObject difference(String what, List<String> files, List<String> here) {
        return new JsonObject()
                .put("theme", "marah")
                .put("what", what)
                .put("files", new JsonArray(files))
                .put("here", new JsonArray(here));
    }

    @Test
    @DisplayName(
            "two themes of a folder that one theme of the study answers to, in two languages, are refused with both lines")
    void twoThemesDoNotBecomeOne() {
        study.publishThemes(1);
        files.put("codebook.csv", "theme\nTheme 0\nmarah\nsenang\ntema 0\n");
        for (Reply reply : List.of(send("/preview?name=Lagi", folder("")), importFolder(folder("")))) {
            JsonObject detail = reply.json().getJsonObject("detail");
            assertEquals(new JsonObject().put("unfit", 1), detail.getJsonObject("counts"));
            JsonObject fault = detail.getJsonArray("faults").getJsonObject(0);
            assertEquals(5, fault.getInteger("line"));
            assertTrue(fault.getString("message").contains("'tema 0' and, in line 2, 'Theme 0'"), fault::encode);
        }
    }

    @Test
    void aBombIsNotUnpacked() {
        Reply reply = importFolder(zip(Map.of("codebook.csv", new byte[101 << 20])));
        assertEquals(400, reply.status());
        assertTrue(reply.text().contains("100 MiB unpacked"), reply::text);
    }

    @Test
    void onlyLeadsImport() {
        var coder = study.join("Ani", study.addMember("Ani", "coder"));
        Reply reply = coder.send(
                HttpMethod.POST,
                study.at("/imports/preview?name=x"),
                folder(""),
                Map.of("Content-Type", "application/zip"));
        assertEquals("E_READONLY", reply.code());
    }

    @Test
    @DisplayName(
            "the real set comes in over HTTP, and whoever looks at the study learns of the round and its ten coders' streams")
    void theRealSet() throws IOException {
        Path place = SharedData.tenCoders();
        var real = new LinkedHashMap<String, byte[]>();
        try (Stream<Path> all = Files.walk(place, 2)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                real.put(place.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        long begun = System.nanoTime();
        Reply preview = send("/preview?name=Ten&language=en", zip(real));
        long seen = System.nanoTime();
        Reply imported = importFolder(zip(real));
        System.out.printf(
                "over HTTP: preview of the real set %d ms, import %d ms%n",
                (seen - begun) / 1_000_000, (System.nanoTime() - seen) / 1_000_000);

        assertEquals(8_347, preview.json().getInteger("codings"));
        assertTrue(imported.json().containsKey("seq"), imported::text);
        List<JsonObject> streams = study.lead().get(study.at("")).json().getJsonArray("streams").stream()
                .map(JsonObject.class::cast)
                .filter(stream -> stream.getString("kind").equals("private"))
                .toList();
        assertEquals(10, streams.size());
        assertEquals(
                8_347,
                streams.stream()
                        .mapToInt(stream -> stream.getJsonObject("data")
                                .getJsonArray("codings")
                                .size())
                        .sum());
    }
}
