package org.sepakat.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sepakat.demo.DemoContent.Mark;
import org.sepakat.demo.DemoContent.Part;
import org.sepakat.demo.DemoContent.Source;
import org.sepakat.study.Bilingual;
import org.sepakat.study.SpeakerRole;
import org.sepakat.study.Theme;
import org.sepakat.study.TranscriptKind;
import org.sepakat.text.Span;

/** The resources are hand-written: what code relies on and what a reader was promised is held here. */
final class DemoContentTest {

    private static final DemoContent CONTENT = new DemoReader(new CountedIds()).read();

    private static List<Theme> codable() {
        return CONTENT.codebook().values().stream().filter(Theme::codable).toList();
    }

    @Test
    void eightThemesOfSocialRelationAndTwoFactorsStandUnderTheirHeadings() {
        var children = new TreeMap<String, Integer>();
        for (Theme theme : codable()) {
            Theme heading = CONTENT.codebook().values().stream()
                    .filter(other -> other.id().equals(theme.parent()))
                    .findFirst()
                    .orElseThrow();
            assertFalse(heading.codable());
            children.merge(heading.label().en(), 1, Integer::sum);
        }
        assertEquals(Map.of("Social relation", 8, "Factors", 2), children);
        assertEquals(12, CONTENT.codebook().size());
    }

    @Test
    void keysFollowTheNumberRowAndNoTwoThemesShareAColour() {
        assertEquals(
                List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "0"),
                codable().stream().map(Theme::key).toList());
        assertEquals(
                IntStream.rangeClosed(1, 10).boxed().toList(),
                codable().stream().map(Theme::colour).toList());
    }

    @Test
    void everyThemeIsWrittenInBothLanguages() {
        for (Theme theme : CONTENT.codebook().values()) {
            assertWritten(theme.label());
            assertWritten(theme.definition());
            if (theme.codable()) {
                assertWritten(theme.include());
                assertWritten(theme.exclude());
            }
        }
    }

    private static @Nullable SpeakerRole roleOf(Source source, int turn) {
        String speaker = source.turn(turn).speaker();
        return speaker == null ? null : source.speakers().get(speaker);
    }

    private static void assertWritten(Bilingual text) {
        assertFalse(text.id().isBlank(), text::toString);
        assertFalse(text.en().isBlank(), text::toString);
    }

    @Test
    void penguatanIsReinforcementAndAllButTheInterviewersTurnsAreCounted() {
        assertEquals(
                new Bilingual("Penguatan", "Reinforcement"),
                CONTENT.theme("penguatan").label());
        codable()
                .forEach(theme -> assertEquals(
                        Set.of(SpeakerRole.PARTICIPANT, SpeakerRole.OTHER),
                        theme.scope().roles()));
    }

    @Test
    void sevenInterviewsOfTwentyToThirtyTwoTurnsAlternateBetweenTwoKnownSpeakers() {
        var interviews = CONTENT.transcripts().values().stream()
                .filter(source -> source.kind() == TranscriptKind.INTERVIEW)
                .toList();
        assertEquals(7, interviews.size());
        for (Source source : interviews) {
            int turns = source.text().segments().size();
            assertTrue(20 <= turns && turns <= 32, () -> source.name() + " has " + turns + " turns");
            assertEquals(
                    Set.of(SpeakerRole.PARTICIPANT, SpeakerRole.INTERVIEWER),
                    Set.copyOf(source.speakers().values()));
            for (int turn = 2; turn <= turns; turn++) {
                assertNotEquals(roleOf(source, turn - 1), roleOf(source, turn));
            }
        }
    }

    @Test
    void oneTranscriptIsANoteOfWhatWasObserved() {
        Source note = CONTENT.transcript("T-08");
        assertEquals(TranscriptKind.OBSERVATION, note.kind());
        assertEquals(8, note.text().segments().size());
        assertEquals(Map.of("Pengamat", SpeakerRole.OTHER), note.speakers());
    }

    @Test
    void everythingSaysThatItIsMadeUp() {
        assertTrue(CONTENT.study().contains("data rekaan") && CONTENT.study().contains("fictional data"));
        CONTENT.transcripts()
                .values()
                .forEach(source -> assertTrue(source.name().endsWith("(rekaan)")));
    }

    @Test
    void turnSeventeenOfTheBlindTranscriptIsTheParticipants() {
        assertEquals(SpeakerRole.PARTICIPANT, roleOf(CONTENT.transcript("T-03"), 17));
    }

    @Test
    void everyQuoteIsFoundOnceInATurnThatIsCountedAndNamesACodableTheme() {
        for (Part part : CONTENT.parts()) {
            Source source = CONTENT.transcript(part.transcript());
            for (Mark mark : part.marks()) {
                Span found = source.find(mark);
                assertEquals(mark.quote(), source.text().quote(found));
                assertTrue(source.turn(mark.turn()).span().contains(found));
                String turn = source.text().quote(source.turn(mark.turn()).span());
                assertEquals(turn.indexOf(mark.quote()), turn.lastIndexOf(mark.quote()), mark::quote);
                assertNotEquals(SpeakerRole.INTERVIEWER, roleOf(source, mark.turn()), mark::quote);
                assertTrue(CONTENT.theme(mark.theme()).codable(), mark::theme);
            }
        }
    }

    @Test
    void everyThemeIsUsedAndEachCoderHasOnePartPerTranscript() {
        Set<String> used = CONTENT.parts().stream()
                .flatMap(part -> part.marks().stream())
                .map(Mark::theme)
                .collect(Collectors.toSet());
        assertEquals(codable().size(), used.size());
        var seen = new HashSet<String>();
        CONTENT.parts().forEach(part -> assertTrue(seen.add(part.coder() + part.transcript())));
    }

    @Test
    void inTheOpenRoundTheCodersDifferByOmissionSubstitutionAndEdges() {
        Part ani = part("Ani");
        Part budi = part("Budi");
        Part citra = part("Citra");
        assertEquals(Set.of("kepercayaan"), themes(ani, 14));
        assertEquals(Set.of(), themes(citra, 14), "Citra left trust out");
        assertEquals(Set.of("kedekatan"), themes(ani, 6));
        assertEquals(Set.of("kepercayaan"), themes(citra, 6), "Citra saw trust where Ani saw closeness");
        assertEquals(themes(ani, 4), themes(budi, 4));
        assertFalse(quotes(ani, 4).equals(quotes(budi, 4)), "the same theme with other edges");
        assertEquals(1, count(ani, "profesionalisme") + count(budi, "profesionalisme"), "a rare theme");
        assertTrue(count(budi, "kedekatan") > 3 * count(ani, "kedekatan"), "Budi sees closeness everywhere");
        assertTrue(themes(citra, 22).contains("komunikasi") && citra.reviewedTo() < 22, "coded but not reviewed");
    }

    private static Part part(String coder) {
        return CONTENT.parts().stream()
                .filter(part -> part.coder().equals(coder) && part.transcript().equals("T-01"))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> themes(Part part, int turn) {
        return part.marks().stream()
                .filter(mark -> mark.turn() == turn)
                .map(Mark::theme)
                .collect(Collectors.toSet());
    }

    private static Set<String> quotes(Part part, int turn) {
        return part.marks().stream()
                .filter(mark -> mark.turn() == turn)
                .map(Mark::quote)
                .collect(Collectors.toSet());
    }

    private static long count(Part part, String theme) {
        return part.marks().stream().filter(mark -> mark.theme().equals(theme)).count();
    }
}
