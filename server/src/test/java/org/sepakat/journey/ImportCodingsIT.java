package org.sepakat.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A lead brings codings in from a folder, by keyboard alone once the folder is chosen; a colleague's page learns of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ImportCodingsIT {
    private SepakatProcess server;
    private Chromium chromium;
    private Page lead;
    private Page ani;
    private String study;

    @BeforeAll
    void open(@TempDir Path data) {
        server = SepakatProcess.start(data);
        chromium = new Chromium();
        lead = signIn("Lestari");
        ani = signIn("Ani");
        String studies = (String) lead.evaluate("fetch('/api/studies').then(answer => answer.text())");
        study = new JsonObject(studies).getJsonArray("studies").getJsonObject(0).getString("study");
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

    private static void write(Path folder, String codings) throws IOException {
        Files.createDirectories(folder.resolve("transcripts"));
        Files.writeString(folder.resolve("transcripts/satu.txt"), "P: Apa kabar?\n\nS: Baik.\n\nS: Saya marah.\n");
        Files.writeString(folder.resolve("codebook.csv"), "theme\nMarah\nKepercayaan\n");
        Files.writeString(folder.resolve("codings.csv"), "transcript,unit,coder,theme\n" + codings);
        Files.writeString(
                folder.resolve("coverage.csv"), "transcript,unit,coder\nsatu,2,A\nsatu,3,A\nsatu,2,Ani\nsatu,3,Ani\n");
        Files.writeString(folder.resolve("notes.md"), "stays where it is");
    }

    private void openImport() {
        lead.navigate(server.url() + "/s/" + study + "/rounds");
        lead.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Impor kode"))
                .click();
    }

    @Test
    @DisplayName("the folder is previewed, stored with one key, and the round arrives in another browser")
    void aFolderBecomesARound(@TempDir Path place) throws IOException {
        Path folder = place.resolve("dari-luar");
        write(folder, "satu,3,A,Marah\nsatu,3,Ani,Marah\n");
        ani.navigate(server.url() + "/s/" + study + "/rounds");
        openImport();
        lead.getByLabel("Pilih folder").setInputFiles(folder);

        Locator facts = lead.locator(".facts");
        assertThat(facts).containsText("Giliran3");
        assertThat(facts).containsText("Tema2 (1 sudah ada)");
        assertThat(lead.getByText("jadi pengode di berkas masuk sebagai Ani (2)"))
                .isVisible();
        assertThat(lead.getByText("1 berkas tidak dibaca")).isVisible();
        lead.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Impor 2 kode"))
                .press("Enter");

        assertThat(lead.getByText("2 kode tersimpan.").first()).isVisible();
        Locator arrived = ani.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("dari-luar"));
        assertThat(arrived).isVisible();
        lead.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Buka putaran"))
                .press("Enter");
        assertThat(lead.locator("h1")).hasText("dari-luar");
    }

    @Test
    @DisplayName("faults are listed with their place, and nothing can be imported")
    void faultsAreListed(@TempDir Path place) throws IOException {
        Path folder = place.resolve("rusak");
        write(folder, "satu,3,A,Sedih\nsatu,9,A,Marah\n");
        openImport();
        lead.getByLabel("Pilih folder").setInputFiles(folder);

        assertThat(lead.getByText("2 kesalahan di folder ini")).isVisible();
        assertThat(lead.locator("table")).containsText("codings.csv:2:10");
        assertThat(lead.locator("table")).containsText("codings.csv:3:6");
        assertThat(lead.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Impor"))))
                .hasCount(0);
    }
}
