package org.sepakat.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What to know of a theme's figures and why they are low, as lines under its table. */
final class NotesText {
    private static final int MOST_PAIRS = 3;
    private static final int MOST_THEMES = 4;

    private NotesText() {}

    static void flags(Map<?, ?> object, String whose, PrintWriter out) {
        for (Map<?, ?> flag : objects(object.get("flags"))) {
            out.println("  ! " + whose + flag.get("en"));
        }
    }

    static void ofTheme(Map<?, ?> theme, PrintWriter out) {
        flags(theme, "", out);
        List<Map<?, ?>> pairs = objects(theme.get("pairs"));
        if (pairs.size() > MOST_PAIRS) {
            flagsOfMany(pairs, out);
            split(pairs, "all pairs", out);
        } else {
            for (Map<?, ?> pair : pairs) {
                flagsOfPair(pair, theme, out);
                split(List.of(pair), coders(pair), out);
            }
        }
        if (theme.get("diagnosis") instanceof Map<?, ?> diagnosis) {
            apart(diagnosis, out);
            settled(theme, diagnosis, out);
        }
    }

    private static String coders(Map<?, ?> pair) {
        return pair.get("coders") instanceof List<?> names ? names.get(0) + " / " + names.get(1) : "";
    }

    private static void flagsOfMany(List<Map<?, ?>> pairs, PrintWriter out) {
        Map<Object, Long> counts = pairs.stream()
                .flatMap(pair -> objects(pair.get("flags")).stream())
                .collect(Collectors.groupingBy(
                        flag -> String.valueOf(flag.get("code")), LinkedHashMap::new, Collectors.counting()));
        counts.forEach((code, count) -> out.println("  ! " + count + " of " + pairs.size() + " pairs: " + code));
    }

    /** A flag that the theme has as well is said already. */
    private static void flagsOfPair(Map<?, ?> pair, Map<?, ?> theme, PrintWriter out) {
        List<?> said = objects(theme.get("flags")).stream()
                .map(flag -> flag.get("code"))
                .toList();
        for (Map<?, ?> flag : objects(pair.get("flags"))) {
            if (!said.contains(flag.get("code"))) {
                out.println("  ! " + coders(pair) + ": " + flag.get("en"));
            }
        }
    }

    private static void split(List<Map<?, ?>> pairs, String whose, PrintWriter out) {
        long omitted = sum(pairs, "omitted_by_first") + sum(pairs, "omitted_by_second");
        long substituted = sum(pairs, "substituted");
        if (omitted + substituted > 0) {
            out.println("  why, " + whose + ": left out " + omitted + ", another theme instead " + substituted
                    + instead(pairs) + ", other edges " + sum(pairs, "boundary") + " (not counted)");
        }
    }

    private static long sum(List<Map<?, ?>> pairs, String key) {
        return pairs.stream()
                .map(pair -> pair.get("diagnosis") instanceof Map<?, ?> diagnosis ? diagnosis.get(key) : null)
                .mapToLong(NotesText::count)
                .sum();
    }

    private static String instead(List<Map<?, ?>> pairs) {
        Map<Object, Long> themes = new LinkedHashMap<>();
        for (Map<?, ?> pair : pairs) {
            if (pair.get("diagnosis") instanceof Map<?, ?> diagnosis) {
                objects(diagnosis.get("instead"))
                        .forEach(each ->
                                themes.merge(String.valueOf(each.get("theme")), count(each.get("units")), Long::sum));
            }
        }
        String named = themes.entrySet().stream()
                .sorted(Map.Entry.<Object, Long>comparingByValue().reversed())
                .limit(MOST_THEMES)
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return named.isEmpty() ? "" : " (" + named + (themes.size() > MOST_THEMES ? ", ...)" : ")");
    }

    private static void apart(Map<?, ?> diagnosis, PrintWriter out) {
        if (diagnosis.get("coder_apart") instanceof Map<?, ?> apart) {
            out.println("  apart: " + apart.get("coder") + "; alpha of the others is "
                    + number(apart.get("krippendorff_alpha_without")) + " (+" + number(apart.get("gain")) + ")");
        }
    }

    private static void settled(Map<?, ?> theme, Map<?, ?> diagnosis, PrintWriter out) {
        List<Map<?, ?>> steps = objects(diagnosis.get("if_settled"));
        if (!steps.isEmpty()) {
            out.println("  settled, the most telling first: alpha " + number(theme.get("krippendorff_alpha")) + ", "
                    + steps.stream()
                            .map(step -> number(step.get("krippendorff_alpha")) + " after " + step.get("settled"))
                            .collect(Collectors.joining(", ")));
        }
    }

    private static List<Map<?, ?>> objects(@Nullable Object list) {
        return list instanceof List<?> objects
                ? objects.stream().<Map<?, ?>>map(object -> (Map<?, ?>) object).toList()
                : List.of();
    }

    private static long count(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    private static String number(@Nullable Object value) {
        return value instanceof Number number ? String.format(Locale.ROOT, "%.3f", number.doubleValue()) : "undefined";
    }
}
