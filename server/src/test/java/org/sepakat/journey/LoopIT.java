package org.sepakat.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sepakat.journey.PlainTables.Table;

/** The whole loop with three people in three browsers: blind round, reveal, figures, differences, decision, figures after discussion. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LoopIT {

    private static final String TRUST = "Kepercayaan";

    private SepakatProcess server;
    private Chromium chromium;
    private Page lead;
    private Page ani;
    private Page citra;
    private String study;
    private JsonObject round;
    private String first;
    private String second;

    @BeforeAll
    void open(@TempDir Path data) {
        server = SepakatProcess.start(data);
        chromium = new Chromium();
        lead = signIn("Lestari");
        ani = signIn("Ani");
        citra = signIn("Citra");
        study = json(lead, "/api/studies")
                .getJsonArray("studies")
                .getJsonObject(0)
                .getString("study");
        round = objects(studyData().getJsonArray("rounds"))
                .filter(entry -> entry.getString("mode").equals("blind")
                        && entry.getString("phase").equals("coding"))
                .findFirst()
                .orElseThrow();
        first = member("Ani");
        second = member("Citra");
    }

    @AfterAll
    void close() {
        chromium.close();
        server.close();
    }

    @Test
    @DisplayName("from a blind round to the figure after discussion, all that the pages show is what plain code counts")
    void theLoopCloses() {
        codeApart();
        reveal();

        ani.navigate(page("agreement") + query("&unused"));
        PlainTables before = tables();
        for (JsonObject theme : themes()) {
            assertShows(ani, 0, theme, before.independent(theme, first, second));
        }
        Table trust = before.independent(trust(), first, second);
        assertTrue(trust.first() > 0, "Ani marked a turn that Citra did not");

        assertHoldsInAFile(trust);
        assertOpensItsPassages(trust);
        settleTheFirst();
        assertShowsBothLayers(trust);
    }

    /** Ani marks the last turn with Trust, Citra looks at it and does not. */
    private void codeApart() {
        chooseLastTurn(ani);
        if (!lastTurn(ani).getAttribute("aria-label").contains(TRUST)) {
            ani.keyboard().press("4");
        }
        ani.keyboard().press("Space");
        chooseLastTurn(citra);
        citra.keyboard().press("Space");
        assertThat(lastTurn(ani)).hasAttribute("aria-label", Pattern.compile(".*sudah ditinjau.*" + TRUST + ".*"));
        assertThat(lastTurn(citra)).hasAttribute("aria-label", Pattern.compile(".*sudah ditinjau.*"));
        for (Page coder : List.of(ani, citra)) {
            assertThat(coder.getByText("Semua tersimpan")).isVisible();
        }
        for (String place : List.of("agreement", "queue")) {
            ani.navigate(page(place));
            assertThat(ani.getByText("Terbuka setelah hasil putaran dibuka.")).isVisible();
        }
    }

    private void reveal() {
        lead.navigate(server.url() + "/s/" + study + "/r/" + round.getString("round"));
        button(lead, "Tutup putaran").click();
        dialogButton(lead, "Tutup putaran").click();
        button(lead, "Buka hasil").click();
        lead.getByRole(AriaRole.DIALOG).getByRole(AriaRole.TEXTBOX).fill(round.getString("name"));
        dialogButton(lead, "Buka hasil").click();
        assertThat(lead.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Perbedaan")))
                .isVisible();
    }

    /** What can be taken along says the same as the page, and a column's name gives the order. */
    private void assertHoldsInAFile(Table trust) {
        button(ani, "κ").first().click();
        assertThat(ani.locator("th[aria-sort=ascending]")).hasText(Pattern.compile("^κ.*"));
        Path file = ani.waitForDownload(() -> button(ani, "Unduh CSV").click()).path();
        String line = String.format(
                Locale.ROOT, ",%d,%d,%d,%d,", trust.both(), trust.first(), trust.second(), trust.neither());
        assertTrue(
                read(file).lines().anyMatch(row -> row.startsWith(TRUST + ",") && row.contains(line)),
                () -> "no row of " + TRUST + " with " + line);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A figure leads to as many passages as it says. */
    private void assertOpensItsPassages(Table trust) {
        cell(ani, 0, trust(), "hanya Ani").getByRole(AriaRole.LINK).click();
        assertThat(passages(ani)).hasCount(trust.first());
        citra.navigate(page("queue") + query("") + "&theme=" + trust().getString("theme"));
        assertThat(passages(citra).first()).isVisible();
        int boundaries = passages(citra)
                .filter(new Locator.FilterOptions().setHasText("hanya tepinya"))
                .count();
        assertEquals(
                trust.first() + trust.second(),
                passages(citra).count() - boundaries,
                "omissions and substitutions are cells b and c");
    }

    /** The lead decides the first turn that only Ani marked; Citra, who looks at the list, sees it at once. */
    private void settleTheFirst() {
        lead.navigate(page("queue") + query("") + "&cell=b&theme=" + trust().getString("theme"));
        passages(lead).first().click();
        lead.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Tidak ada " + TRUST + " di sini"))
                .check();
        button(lead, "Catat keputusan").click();
        assertThat(lead.getByText("Keputusan memerlukan alasan.")).isVisible();
        lead.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Alasan"))
                .fill("Percaya saja tanpa tindakan belum cukup.");
        button(lead, "Catat keputusan").click();
        assertThat(lead.locator(".decision-stands")).containsText("Percaya saja tanpa tindakan belum cukup.");
        assertThat(lead.locator(".decision-news"))
                .containsText(Pattern.compile("Diputus: Tidak ada " + TRUST + ".*Urungkan"));
        assertThat(passages(citra)
                        .filter(new Locator.FilterOptions().setHasText("Diputus"))
                        .first())
                .isVisible();
    }

    /** Independent figures stay as they were; beside them stand those after discussion. */
    private void assertShowsBothLayers(Table trust) {
        lead.navigate(page("agreement") + query("&layer=after"));
        Table after = tables().afterDiscussion(trust(), first, second);
        assertEquals(new Table(trust.both(), trust.first() - 1, trust.second(), trust.neither() + 1), after);
        assertShows(lead, 0, trust(), trust);
        assertShows(lead, 1, trust(), after);
        assertThat(lead.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("1 diputus")))
                .isVisible();
    }

    /** @param layer 0 independent, 1 after discussion */
    private void assertShows(Page page, int layer, JsonObject theme, Table table) {
        assertThat(cell(page, layer, theme, "keduanya")).hasText(String.valueOf(table.both()));
        assertThat(cell(page, layer, theme, "hanya Ani")).hasText(String.valueOf(table.first()));
        assertThat(cell(page, layer, theme, "hanya Citra")).hasText(String.valueOf(table.second()));
        assertThat(cell(page, layer, theme, "tidak satu pun")).hasText(String.valueOf(table.neither()));
        assertThat(cell(page, layer, theme, "κ"))
                .hasText(table.kappa().map(LoopIT::written).orElse("–"));
    }

    /** Two digits as Indonesian writes them; what rounds to zero has no sign. */
    private static String written(double figure) {
        String digits = String.format(Locale.ROOT, "%.2f", figure);
        return digits.equals("-0.00") ? "0,00" : digits.replace('.', ',').replace('-', '−');
    }

    private static Locator cell(Page page, int layer, JsonObject theme, String label) {
        return page.locator("table.figures tbody tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(
                                ".figures-name",
                                new Page.LocatorOptions().setHasText(Pattern.compile("^" + name(theme) + "$")))))
                .locator("td[data-label='" + label + "']")
                .nth(layer);
    }

    private PlainTables tables() {
        Map<String, JsonObject> texts = new LinkedHashMap<>();
        objects(round.getJsonArray("transcripts")).forEach(pinned -> {
            String transcript = pinned.getString("transcript");
            String path = "/api/studies/" + study + "/transcripts/" + transcript + "/versions/";
            texts.put(transcript, json(lead, path + pinned.getInteger("version")));
        });
        return new PlainTables(streams(), round.getString("round"), texts);
    }

    private List<JsonObject> themes() {
        JsonObject newest = objects(studyData().getJsonArray("codebooks"))
                .reduce((one, next) -> next)
                .orElseThrow();
        return objects(newest.getJsonArray("themes"))
                .filter(theme -> theme.getBoolean("codable") && !theme.getBoolean("archived"))
                .toList();
    }

    private JsonObject trust() {
        return themes().stream()
                .filter(theme -> name(theme).equals(TRUST))
                .findFirst()
                .orElseThrow();
    }

    private static String name(JsonObject theme) {
        return theme.getJsonObject("label").getString("id");
    }

    private String member(String name) {
        return objects(studyData().getJsonArray("members"))
                .filter(member -> member.getString("name").equals(name))
                .map(member -> member.getString("member"))
                .findFirst()
                .orElseThrow();
    }

    private JsonObject studyData() {
        return objects(streams())
                .filter(stream -> stream.getString("kind").equals("study"))
                .findFirst()
                .orElseThrow()
                .getJsonObject("data");
    }

    private JsonArray streams() {
        return json(lead, "/api/studies/" + study).getJsonArray("streams");
    }

    private String page(String place) {
        return server.url() + "/s/" + study + "/r/" + round.getString("round") + "/" + place;
    }

    private String query(String more) {
        return "?pair=" + first + "." + second + more;
    }

    private Page signIn(String person) {
        Page page = chromium.window("id-ID");
        page.navigate(server.link(person));
        page.waitForURL(Pattern.compile(".*/(studies|s/.*)"));
        return page;
    }

    private void chooseLastTurn(Page page) {
        String transcript = round.getJsonArray("transcripts").getJsonObject(0).getString("transcript");
        page.navigate(page("code/" + transcript));
        lastTurn(page).click();
        assertThat(lastTurn(page)).isFocused();
    }

    private static Locator lastTurn(Page page) {
        return page.locator(".turn")
                .filter(new Locator.FilterOptions().setHasText("PM-"))
                .last();
    }

    private static Locator passages(Page page) {
        return page.locator(".passage-row");
    }

    private static JsonObject json(Page page, String path) {
        return new JsonObject((String) page.evaluate("path => fetch(path).then(answer => answer.text())", path));
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator dialogButton(Page page, String name) {
        return page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }
}
