package org.sepakat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sepakat.http.Account;
import org.sepakat.study.ForeignRound;
import org.sepakat.study.ThemeDifference;
import org.sepakat.study.ThemeDifference.What;

class ImportSummaryTest {
    private static final ForeignRound ROUND = new ForeignRound(
            "Dari luar", "turn", "any", "", List.of(), List.of(), List.of("A", "B"), List.of(), List.of());

    private static List<String> lines(ThemeDifference... differences) {
        var by = new Account(new UUID(0, 1), "lestari", "Lestari", true, null);
        var stored = new ImportDesk.Stored("S", false, by, "/s/1/r/2", Duration.ofMillis(1_500), List.of(differences));
        return new ImportSummary(ROUND, stored, Duration.ofMillis(200)).lines();
    }

    @Test
    void what_a_theme_of_the_study_says_otherwise_is_told_with_what_holds() {
        List<String> lines = lines(
                new ThemeDifference("marah", What.SCOPE, List.of(), List.of("participant", "S")),
                new ThemeDifference("marah", What.PARENT, List.of("rasa"), List.of()));
        assertEquals(
                List.of(
                        "Themes that were in the study already hold as they stand there:",
                        "  'marah', scope: 'participant', 'S' in the study, every unit in the folder",
                        "  'marah', parent: none in the study, 'rasa' in the folder"),
                lines.subList(lines.size() - 3, lines.size()));
    }

    @Test
    void where_nothing_differs_the_last_line_says_where_the_round_is() {
        List<String> lines = lines();
        assertEquals("  /s/1/r/2", lines.get(lines.size() - 1));
    }
}
