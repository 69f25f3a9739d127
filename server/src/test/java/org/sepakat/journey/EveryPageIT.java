package org.sepakat.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every page of the router in both languages, light and dark, looked at by axe; a picture of each is left in {@code target/pages}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EveryPageIT {
    private static final Path PICTURES = Path.of("target", "pages");
    private static final List<String> LANGUAGES = List.of("id", "en");
    private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);
    /** Rules of axe that it leaves out unless asked. */
    private static final Map<String, AxeRuleOptions> ASKED_FOR = Map.of("label-content-name-mismatch", rule());

    private final TreeSet<String> violations = new TreeSet<>();
    private SepakatProcess server;
    private Chromium chromium;
    private Page lead;
    private Map<String, String> paths;

    private static AxeRuleOptions rule() {
        var rule = new AxeRuleOptions();
        rule.setEnabled(true);
        return rule;
    }

    @BeforeAll
    void open(@TempDir Path data) throws IOException {
        server = SepakatProcess.start(data);
        chromium = new Chromium();
        paths = PageList.paths(names(new HttpCoder(server.url(), server.link("Citra"))));
        lead = chromium.window("id-ID");
        lead.navigate(server.link("Lestari"));
        lead.waitForURL(Pattern.compile(".*/(studies|s/.*)"));
    }

    @AfterAll
    void close() {
        chromium.close();
        server.close();
    }

    @BeforeEach
    void forget() {
        violations.clear();
    }

    /** Of the demo: its open round, its first transcript, a theme of its codebook. */
    private static Map<String, String> names(HttpCoder coder) throws IOException {
        UUID study = coder.onlyStudy();
        Place place = Place.inOpenRound(coder, study);
        return Map.of(
                "study",
                study.toString(),
                "round",
                place.round().toString(),
                "transcript",
                place.transcript().toString(),
                "theme",
                place.themes().get(0).toString());
    }

    @Test
    @DisplayName("no page of a lead breaks a rule of axe, in either language, light or dark")
    void pagesOfALead() {
        paths.forEach((place, path) -> look(lead, place, path));
        assertEquals("", String.join("\n", violations));
    }

    @Test
    @DisplayName("every link of the bar and of the menus leads to a page")
    void everyPlaceExists() {
        lead.navigate(server.url() + paths.get("home"));
        settle(lead);
        var links = new TreeSet<String>(hrefs(lead.locator(".bar a")));
        Locator menus = lead.locator(".menu-button:visible");
        for (int i = 0; i < menus.count(); i++) {
            menus.nth(i).click();
            links.addAll(hrefs(lead.locator("[role=menu] a")));
            lead.keyboard().press("Escape");
        }
        var dead = new TreeSet<String>();
        for (String link : links) {
            lead.navigate(server.url() + link);
            settle(lead);
            if (lead.locator("a[href='/studies']:not(.brand)").count() > 0) {
                dead.add(link);
            }
        }
        assertEquals(Set.of(), dead);
        assertTrue(links.size() > 8, () -> "found " + links);
    }

    @SuppressWarnings("unchecked")
    private static List<String> hrefs(Locator links) {
        return (List<String>) links.evaluateAll("all => all.map(link => link.getAttribute('href'))");
    }

    @Test
    @DisplayName(
            "signing in by a link asks for nothing that is refused, and speaks what the browser asks for until one chooses")
    void aPlainSignIn() {
        Page newcomer = chromium.window("en-GB");
        var refused = new ArrayList<String>();
        newcomer.onResponse(response -> {
            if (response.status() >= 400) {
                refused.add(response.status() + " " + response.url());
            }
        });
        newcomer.navigate(server.url() + "/");
        assertThat(newcomer).hasURL(Pattern.compile(".*/sign-in.*"));
        newcomer.navigate(server.link("Budi"));
        assertThat(newcomer).hasURL(Pattern.compile(".*/(studies|s/.*)"));
        settle(newcomer);
        assertEquals(List.of(), refused);
        assertThat(newcomer.locator("html")).hasAttribute("lang", "en");

        newcomer.waitForResponse(
                "**/api/me", () -> newcomer.locator(".language button[lang=id]").click());
        Page elsewhere = chromium.sameSession(newcomer, "en-GB");
        elsewhere.navigate(server.url() + "/studies");
        assertThat(elsewhere.locator("html")).hasAttribute("lang", "id");
    }

    @Test
    @DisplayName("no page of somebody who is not signed in breaks a rule of axe")
    void pagesOfNobody() {
        Page nobody = chromium.window("id-ID");
        PageList.unnamed(paths).forEach(place -> look(nobody, place + "-nobody", paths.getOrDefault(place, "/")));
        assertEquals("", String.join("\n", violations));
    }

    @Test
    @DisplayName("no menu and no list of keys breaks a rule of axe while it is open")
    void whatOpens() {
        lead.navigate(server.url() + paths.get("coding"));
        settle(lead);
        Locator menus = lead.locator(".menu-button:visible");
        for (int i = 0; i < menus.count(); i++) {
            menus.nth(i).click();
            inAllLooks(lead, "menu-" + i);
            lead.keyboard().press("Escape");
        }
        lead.keyboard().press("?");
        assertThat(lead.getByRole(AriaRole.DIALOG)).isVisible();
        inAllLooks(lead, "keys");
        assertEquals("", String.join("\n", violations));
    }

    private void look(Page page, String name, String path) {
        page.navigate(server.url() + path);
        for (String language : LANGUAGES) {
            page.locator(".language button[lang=" + language + "]").click();
            settle(page);
            inAllLooks(page, name + "-" + language);
        }
    }

    private static void settle(Page page) {
        assertThat(page.locator("h1").first()).isVisible();
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    private void inAllLooks(Page page, String name) {
        for (ColorScheme scheme : SCHEMES) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            String picture = name + "-" + scheme.name().toLowerCase(Locale.ROOT);
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(picture + ".png")));
            violations.addAll(violationsOf(page, picture));
        }
    }

    private static List<String> violationsOf(Page page, String picture) {
        var options = new AxeRunOptions();
        options.setRules(ASKED_FOR);
        return new AxeBuilder(page)
                .options(options).setLegacyMode(true).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> picture + ": " + rule.getId() + " at " + node.getTarget() + " "
                                        + node.getHtml()))
                        .toList();
    }
}
