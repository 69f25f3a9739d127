package org.sepakat.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sepakat.study.ForeignRound;
import org.sepakat.study.ThemeDifference;

/** What an import has brought, as the console says it. */
record ImportSummary(ForeignRound round, ImportDesk.Stored stored, Duration reading) {

    List<String> lines() {
        int units = round.transcripts().stream()
                .mapToInt(source -> source.text().segments().size())
                .sum();
        var lines = new ArrayList<>(List.of(
                "Imported the round '" + round.name() + "' into the " + (stored.isNew() ? "new " : "") + "study '"
                        + stored.study() + "', as " + stored.by().name() + ".",
                count("transcripts", round.transcripts().size()),
                count("turns or paragraphs", units),
                count("coders", round.coders().size()),
                count("themes", round.themes().size()),
                count("codings", round.codings().size()),
                count("reviews", round.acts() - round.codings().size()),
                String.format(
                        Locale.ROOT,
                        "  read and checked in %.1f s, stored in %.1f s",
                        seconds(reading),
                        seconds(stored.time())),
                "  " + stored.path()));
        if (!stored.differences().isEmpty()) {
            lines.add("Themes that were in the study already hold as they stand there:");
            stored.differences().forEach(difference -> lines.add(line(difference)));
        }
        return lines;
    }

    private static String line(ThemeDifference difference) {
        return "  '" + difference.theme() + "', " + difference.what().word() + ": "
                + said(difference.what(), difference.here()) + " in the study, "
                + said(difference.what(), difference.files()) + " in the folder";
    }

    private static String said(ThemeDifference.What what, List<String> names) {
        String nothing = what == ThemeDifference.What.SCOPE ? "every unit" : "none";
        return names.isEmpty() ? nothing : "'" + String.join("', '", names) + "'";
    }

    private static String count(String what, int number) {
        return String.format(Locale.ROOT, "  %-20s %,9d", what, number);
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
