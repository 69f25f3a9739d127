package org.sepakat.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Three people in three browsers on the demo study: an open round is live, a blind one is silent until its reveal. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ThreeBrowsersIT {

    private SepakatProcess server;
    private Chromium chromium;
    private Page lead;
    private Page ani;
    private Page budi;
    private String study;
    private List<JsonObject> rounds;

    @BeforeAll
    void open(@TempDir Path data) {
        server = SepakatProcess.start(data);
        chromium = new Chromium();
        lead = signIn("Lestari");
        ani = signIn("Ani");
        budi = signIn("Budi");
        study = json(lead, "/api/studies")
                .getJsonArray("studies")
                .getJsonObject(0)
                .getString("study");
        rounds = json(lead, "/api/studies/" + study).getJsonArray("streams").stream()
                .map(JsonObject.class::cast)
                .filter(stream -> stream.getString("kind").equals("study"))
                .flatMap(stream -> stream.getJsonObject("data").getJsonArray("rounds").stream())
                .map(JsonObject.class::cast)
                .toList();
    }

    @AfterAll
    void close() {
        chromium.close();
        server.close();
    }

    private Page signIn(String person) {
        Page page = chromium.window("id-ID");
        page.navigate(server.link(person));
        page.waitForURL(Pattern.compile(".*/(studies|s/.*)"));
        return page;
    }

    private static JsonObject json(Page page, String path) {
        return new JsonObject((String) page.evaluate("path => fetch(path).then(answer => answer.text())", path));
    }

    private JsonObject round(String mode) {
        return rounds.stream()
                .filter(round -> round.getString("mode").equals(mode)
                        && round.getString("phase").equals("coding"))
                .findFirst()
                .orElseThrow();
    }

    private void openWorkspace(Page page, JsonObject round) {
        openWorkspace(page, round, 0);
    }

    private void openWorkspace(Page page, JsonObject round, int place) {
        String transcript =
                round.getJsonArray("transcripts").getJsonObject(place).getString("transcript");
        page.navigate(server.url() + "/s/" + study + "/r/" + round.getString("round") + "/code/" + transcript);
        assertThat(turns(page).first()).isVisible();
    }

    private static Locator turns(Page page) {
        return page.locator(".turn");
    }

    /** The last turn that can be coded and that nobody has touched in the demo. */
    private static Locator lastTurn(Page page) {
        return page.locator(".turn")
                .filter(new Locator.FilterOptions().setHasText("PM-"))
                .last();
    }

    private static void applyTrust(Page page) {
        lastTurn(page).click();
        page.keyboard().press("4");
    }

    private static void assertSaved(Page page) {
        assertThat(page.getByText("Semua tersimpan")).isVisible();
    }

    private static final Pattern TRUST = Pattern.compile(".*Kepercayaan.*");

    @Test
    @DisplayName("in an open round a coding by key shows at once, is saved, arrives at the other, and goes with undo")
    void anOpenRoundIsLive() {
        openWorkspace(ani, round("open"));
        openWorkspace(budi, round("open"));

        applyTrust(ani);
        assertSaved(ani);
        assertThat(lastTurn(ani)).hasAttribute("aria-label", TRUST);
        assertThat(lastTurn(budi)).hasAttribute("aria-label", Pattern.compile(".*Kepercayaan oleh Ani.*"));

        ani.keyboard().press("Control+z");
        assertThat(lastTurn(budi)).not().hasAttribute("aria-label", Pattern.compile(".*Kepercayaan oleh Ani.*"));
    }

    @Test
    @DisplayName("a review mark moves on and is counted")
    void aReviewIsCounted() {
        openWorkspace(ani, round("open"), 1);
        assertThat(lastTurn(ani)).hasAttribute("aria-label", Pattern.compile(".*, belum ditinjau.*"));
        lastTurn(ani).click();
        ani.keyboard().press("Space");

        assertThat(lastTurn(ani)).hasAttribute("aria-label", Pattern.compile(".*, sudah ditinjau.*"));
        assertSaved(ani);
    }

    @Test
    @DisplayName("[R4] a blind round is silent, and its reveal opens it to all at once")
    void aBlindRoundIsSilentUntilRevealed() {
        JsonObject round = round("blind");
        Page citra = signIn("Citra");
        openWorkspace(ani, round);
        openWorkspace(citra, round);
        String before = lastTurn(citra).getAttribute("aria-label");

        applyTrust(ani);
        assertSaved(ani);
        assertThat(lastTurn(ani)).hasAttribute("aria-label", TRUST);
        assertThat(citra.getByText("Mandiri: di sini hanya kode Anda")).isVisible();
        citra.reload();
        assertThat(lastTurn(citra)).isVisible();
        assertEquals(before, lastTurn(citra).getAttribute("aria-label"), "Citra's turn is as it was");

        lead.navigate(server.url() + "/s/" + study + "/r/" + round.getString("round"));
        button(lead, "Tutup putaran").click();
        dialogButton(lead, "Tutup putaran").click();
        button(lead, "Buka hasil").click();
        lead.getByRole(AriaRole.DIALOG).getByRole(AriaRole.TEXTBOX).fill(round.getString("name"));
        dialogButton(lead, "Buka hasil").click();

        assertThat(lastTurn(citra)).hasAttribute("aria-label", Pattern.compile(".*Kepercayaan oleh Ani.*"));
        assertThat(citra.getByText("Dibekukan saat hasil dibuka")).isVisible();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator dialogButton(Page page, String name) {
        return page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }
}
