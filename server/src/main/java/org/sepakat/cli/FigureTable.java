package org.sepakat.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures as lines a person can read, at most 100 columns, each interval drawn as a bar from -1 to 1. */
final class FigureTable {
    private static final int BAR = 31;
    private static final int LABEL = 31;
    private static final String LINE = "%-31s %6s %6s %15s %6s %s%n";

    private final String interval;

    /** @param interval jackknife, bootstrap, analytic or none */
    FigureTable(String interval) {
        this.interval = interval;
    }

    void print(Map<String, @Nullable Object> result, PrintWriter out) {
        out.println(result.get("file"));
        if (result.get("themes") instanceof List<?> themes) {
            out.printf(
                    "unit %s, rule %s, scope %s, %s transcripts%n",
                    result.get("unit"), result.get("rule"), result.get("scope"), result.get("transcripts"));
            NotesText.flags(result, "", out);
            themes.forEach(theme -> {
                printBlock((Map<?, ?>) theme, out);
                NotesText.ofTheme((Map<?, ?>) theme, out);
            });
            printOverThemes(result, out);
        } else {
            printBlock(result, out);
        }
    }

    private void printOverThemes(Map<String, @Nullable Object> result, PrintWriter out) {
        out.printf("%n%-31s %6s %6s %15s%n", "all themes", "pooled", "mean", "undefined");
        if (result.get("pairs") instanceof List<?> pairs) {
            for (Object each : pairs) {
                Map<?, ?> pair = (Map<?, ?>) each;
                if (pair.get("coders") instanceof List<?> coders) {
                    out.printf(
                            "%-31s %6s %6s %15s%n",
                            shortened("kappa " + coders.get(0) + " / " + coders.get(1)),
                            number(pair.get("pooled_kappa"), "-"),
                            number(pair.get("macro_kappa"), "-"),
                            pair.get("macro_kappa_undefined"));
                }
            }
        }
        for (String key : List.of("krippendorff_alpha_masi", "krippendorff_alpha_jaccard")) {
            out.printf("%-31s %6s%n", key, number(result.get(key), "-"));
        }
    }

    private void printBlock(Map<?, ?> block, PrintWriter out) {
        Object name = block.get("theme");
        out.printf(
                "%n" + LINE,
                name == null ? "" : shortened(name.toString()),
                "n",
                "value",
                interval.equals("none") ? "" : "95 %",
                "agree",
                "-1" + " ".repeat(13) + "0" + " ".repeat(14) + "1");
        if (block.get("pairs") instanceof List<?> pairs) {
            pairs.forEach(pair -> printPair((Map<?, ?>) pair, out));
        }
        for (String key : List.of("krippendorff_alpha", "light_kappa", "fleiss_kappa", "conger_kappa", "gwet_ac1")) {
            row(key, block, key, block.get("units"), block.get("percent_agreement"), out);
        }
    }

    private void printPair(Map<?, ?> pair, PrintWriter out) {
        if (pair.get("coders") instanceof List<?> coders) {
            String label = "kappa " + coders.get(0) + " / " + coders.get(1);
            row(label, pair, "cohen_kappa", pair.get("n"), pair.get("percent_agreement"), out);
        }
    }

    private void row(
            String label,
            Map<?, ?> figures,
            String key,
            @Nullable Object n,
            @Nullable Object agreement,
            PrintWriter out) {
        Object reason = figures.get("reasons") instanceof Map<?, ?> reasons ? reasons.get(key) : null;
        String value = number(figures.get(key), "-");
        String drawn = reason == null ? bar(figures, key) : "  " + reason;
        out.printf(LINE, shortened(label), n, value, range(figures, key), number(agreement, "-"), drawn);
        if (figures.get(key + "_level") instanceof Map<?, ?> level) {
            out.printf(
                    "    %s: %s, or better with probability %s (error %s)%n",
                    level.get("scale"), level.get("level"), number(level.get("probability"), "-"), level.get("error"));
        }
    }

    private static String shortened(String label) {
        return label.length() <= LABEL ? label : label.substring(0, LABEL - 2) + "..";
    }

    private static String number(@Nullable Object value, @Nullable Object otherwise) {
        return value instanceof Number number
                ? String.format(Locale.ROOT, "%.3f", number.doubleValue())
                : String.valueOf(otherwise);
    }

    private String range(Map<?, ?> figures, String key) {
        return bounds(figures, key) instanceof List<?> bounds
                ? "[" + number(bounds.get(0), "-") + ", " + number(bounds.get(1), "-") + "]"
                : "";
    }

    private String bar(Map<?, ?> figures, String key) {
        char[] bar = " ".repeat(BAR).toCharArray();
        if (bounds(figures, key) instanceof List<?> bounds
                && bounds.get(0) instanceof Number lower
                && bounds.get(1) instanceof Number upper) {
            for (int at = place(lower); at <= place(upper); at++) {
                bar[at] = '-';
            }
        }
        if (figures.get(key) instanceof Number value) {
            bar[place(value)] = '|';
        }
        return new String(bar).stripTrailing();
    }

    private @Nullable Object bounds(Map<?, ?> figures, String key) {
        if (interval.equals("jackknife")) {
            return figures.get(key + "_ci95_cluster_jackknife_t");
        }
        if (interval.equals("bootstrap")) {
            return figures.get(key + "_ci95_cluster_bootstrap");
        }
        if (interval.equals("none")) {
            return null;
        }
        Object lower = figures.get(key + "_ci95_lower");
        Object upper = figures.get(key + "_ci95_upper");
        return lower != null && upper != null ? List.of(lower, upper) : figures.get(key + "_ci95_t");
    }

    private static int place(Number value) {
        double inside = Math.max(-1, Math.min(1, value.doubleValue()));
        return (int) Math.round((inside + 1) / 2 * (BAR - 1));
    }
}
