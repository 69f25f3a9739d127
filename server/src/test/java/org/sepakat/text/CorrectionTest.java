package org.sepakat.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sepakat.text.Correction.Found;

/** Where places lie in a corrected text. */
class CorrectionTest {

    private static final List<String> WORDS =
            List.of("saya", "percaya", "kepada", "beliau", "\uD83D\uDE42", "sejak", "hari", "itu,", "e\u0301", "ya.");

    /** Each line is a base segment, without its line end. */
    private static TranscriptText text(String text) {
        var segments = new ArrayList<BaseSegment>();
        int start = 0;
        for (String line : text.split("\n", -1)) {
            if (!line.isEmpty()) {
                segments.add(new BaseSegment(new Span(start, start + line.length()), null, null));
            }
            start += line.length() + 1;
        }
        return new TranscriptText(text, segments);
    }

    private static Optional<Found> find(String before, String after, String quote) {
        int start = before.indexOf(quote);
        return Correction.of(text(before), text(after)).find(new Span(start, start + quote.length()));
    }

    private static String quote(String after, Optional<Found> found) {
        return text(after).quote(found.orElseThrow().span());
    }

    @Test
    @DisplayName("A word put in before a place moves it, and its quote is the same")
    void moves() {
        String after = "Saya sungguh percaya kepada beliau.";
        Optional<Found> found = find("Saya percaya kepada beliau.", after, "percaya kepada");
        assertEquals("percaya kepada", quote(after, found));
        assertTrue(found.orElseThrow().same());
    }

    @Test
    @DisplayName("A slip mended inside a place, or all of it, is found and said to be changed")
    void isChanged() {
        String after = "Saya percaya kepada beliau.";
        assertEquals(
                Optional.of(new Found(new Span(5, 19), false)),
                find("Saya percya kepada beliau.", after, "percya kepada"));
        assertEquals(
                Optional.of(new Found(new Span(5, 12), false)), find("Saya percya kepada beliau.", after, "percya"));
    }

    @Test
    @DisplayName("A place whose words were taken out has none any more")
    void isGone() {
        assertEquals(
                Optional.empty(),
                find("Saya percaya.\nNama saya Siti.\nItu saja.", "Saya percaya.\nItu saja.", "Nama saya Siti."));
        assertEquals(Optional.empty(), find("Nama saya Siti, ya.", "Nama saya, ya.", "Siti"));
    }

    @Test
    @DisplayName("Of two equal passages each finds its own")
    void tellsEqualsApart() {
        String before = "ya ya\nkata A\nya ya\nkata B";
        String after = "baru\nya ya\nkata A\nya ya\nkata B";
        var correction = Correction.of(text(before), text(after));
        assertEquals(Optional.of(new Found(new Span(5, 10), true)), correction.find(new Span(0, 5)));
        assertEquals(Optional.of(new Found(new Span(18, 23), true)), correction.find(new Span(13, 18)));
    }

    @Test
    @DisplayName("Base segments that stand unchanged are known by their new place, others are not")
    void segments() {
        var correction = Correction.of(text("satu\ndua\ntiga"), text("satu\ndua belas\ntiga"));
        assertEquals(
                java.util.Map.of(new Span(0, 4), new Span(0, 4), new Span(9, 13), new Span(15, 19)),
                correction.segments());
    }

    @Test
    @DisplayName("Where every line is changed a little, each is compared with the one that took its place")
    void everyLine() {
        String before = "P: percaya itu\nQ: ya\n".repeat(3_000);
        String after = "Peserta: percaya itu\nQuirin: ya\n".repeat(3_000);
        var correction = Correction.of(text(before), text(after));
        assertEquals(6_000, correction.changes().size());
        assertEquals(Optional.of(new Found(new Span(9, 16), true)), correction.find(new Span(3, 10)));
    }

    @Test
    @DisplayName("A speaker's mended label is known by the turns")
    void speakers() {
        var before = new TranscriptText("apa kabar\nbaik", turns("Pewawacara", "Ibu"));
        var after = new TranscriptText("apa kabar\nbaik", turns("Pewawancara", "Ibu"));
        assertEquals(
                java.util.Map.of("Pewawancara", "Pewawacara"),
                Correction.of(before, after).renamedSpeakers());
    }

    private static List<BaseSegment> turns(String first, String second) {
        return List.of(new BaseSegment(new Span(0, 9), first, null), new BaseSegment(new Span(10, 14), second, null));
    }

    @Test
    @DisplayName("Another text keeps less than half of the words, a corrected one nearly all")
    void share() {
        var before = text("satu dua tiga empat lima enam tujuh delapan");
        assertEquals(1, Correction.mostKept(before, before));
        assertTrue(Correction.mostKept(before, text("satu dua tiga empat lima enam tujuh delapam")) > 0.7);
        assertTrue(Correction.mostKept(before, text("sama sekali lain dari yang itu, satu")) < 0.2);
    }

    /** Takes words out, puts some in, changes some. */
    private static String edited(String text, Random random) {
        var words = new ArrayList<>(List.of(text.split("(?<=[ \n])")));
        for (int edits = 1 + random.nextInt(6); edits > 0; edits--) {
            int at = random.nextInt(words.size());
            switch (random.nextInt(3)) {
                case 0 -> words.set(at, words.get(at).replace('a', 'o'));
                case 1 -> words.add(at, word(random) + (random.nextInt(4) == 0 ? "\n" : " "));
                default -> words.set(at, "");
            }
        }
        return String.join("", words);
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    @Property(tries = 400)
    void a_place_found_has_the_same_quote_or_is_said_to_be_changed_however_a_text_is_edited(@ForAll long seed) {
        var random = new Random(seed);
        var written = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            written.append(word(random)).append(random.nextInt(6) == 0 ? "\n" : " ");
        }
        TranscriptText before = text(written.toString());
        TranscriptText after = text(edited(written.toString(), random));
        var correction = Correction.of(before, after);
        for (int i = 0; i < 50; i++) {
            int start = random.nextInt(before.text().length() - 1);
            Span place =
                    new Span(start, start + 1 + random.nextInt(before.text().length() - start));
            Optional<Found> found = correction.find(place);
            found.ifPresent(at ->
                    assertEquals(before.quote(place).equals(after.quote(at.span())), at.same(), () -> "seed " + seed));
        }
        correction.segments().forEach((old, now) -> {
            assertEquals(before.quote(old), after.quote(now));
            assertTrue(after.segmentAt(now) >= 0);
        });
        assertEquals(after.text(), patched(before.text(), after.text(), correction.changes()), () -> "seed " + seed);
    }

    private static String patched(String before, String after, List<Correction.Change> changes) {
        var patched = new StringBuilder();
        int old = 0;
        for (Correction.Change change : changes) {
            patched.append(before, old, change.oldStart()).append(after, change.newStart(), change.newEnd());
            old = change.oldEnd();
        }
        return patched.append(before, old, before.length()).toString();
    }
}
