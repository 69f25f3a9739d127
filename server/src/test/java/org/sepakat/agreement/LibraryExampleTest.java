package org.sepakat.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sepakat.agreement.interval.ClusterJackknife;
import org.sepakat.agreement.interval.Interval;

/** The example of docs/library.md: it compiles here, and stands there word by word. */
class LibraryExampleTest {

    private static String example() {
        List<String> lines = new ArrayList<>();
        // begin
        // Two coders, one theme, a table per transcript: both applied it, only the first, only the second, neither.
        List<ContingencyTable> transcripts = List.of(
                ContingencyTable.binary(8, 2, 1, 29),
                ContingencyTable.binary(5, 1, 2, 40),
                ContingencyTable.binary(9, 0, 3, 25),
                ContingencyTable.binary(4, 2, 2, 31),
                ContingencyTable.binary(7, 1, 1, 36));
        ContingencyTable all =
                transcripts.stream().reduce(ContingencyTable::plus).orElseThrow();

        // A figure is a value with its working, or the reason why there is none.
        Figure kappa = CohenKappa.of(all);
        if (kappa instanceof Figure.Defined k) {
            lines.add(text(
                    "kappa %.3f over %d units, %.3f by chance",
                    k.value(), k.basis().n(), k.expected()));
        } else if (kappa instanceof Figure.Undefined none) {
            lines.add(none.reason().sentence().english());
        }

        // Its interval leaves out one transcript at a time, since the units of an interview are not independent.
        Interval interval = ClusterJackknife.of(transcripts, CohenKappa::of).interval();
        if (interval instanceof Interval.Between between) {
            lines.add(text("95 %% interval %.3f to %.3f", between.lower(), between.upper()));
        }

        // Any number of coders: a row per unit, a column per coder, categories from 0, MISSING where not reviewed.
        int m = Ratings.MISSING;
        var ratings = new Ratings(3, 2, new int[][] {{1, 1, 0}, {0, 0, 0}, {1, m, 1}, {0, 1, m}, {1, 1, 1}});
        KrippendorffAlpha.nominal(ratings.profiles())
                .optional()
                .ifPresent(alpha -> lines.add(text("alpha %.3f", alpha)));
        // end
        return String.join("\n", lines);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    @Test
    void it_prints_what_the_page_says_it_prints() throws IOException {
        assertTrue(page().contains("```\n" + example() + "\n```"), example());
    }

    @Test
    void the_page_shows_the_code_that_compiles_here() throws IOException {
        String source = Files.readString(Path.of("src/test/java/org/sepakat/agreement/LibraryExampleTest.java"));
        String code = source.substring(source.indexOf("// begin\n") + 9, source.indexOf("        // end\n"));
        String shown = code.lines()
                .map(line -> line.isBlank() ? "" : line.substring(8))
                .collect(Collectors.joining("\n"));
        assertEquals(shown, page().substring(page().indexOf("```java\n") + 8, page().indexOf("\n```\n\nprints")));
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("../docs/library.md"));
    }
}
