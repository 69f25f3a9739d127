package org.sepakat.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every address of the pages, by place, as the browser's own router lists them. */
final class PageList {
    private static final Path ROUTER = Path.of("..", "web", "src", "ui", "router.ts");
    private static final Pattern TABLE = Pattern.compile("const PATTERNS = \\{(.*?)\\} as const", Pattern.DOTALL);
    private static final Pattern ENTRY = Pattern.compile("(\\w+): \"(/[^\"]*)\"");
    private static final Pattern NAME = Pattern.compile(":(\\w+)");

    private PageList() {}

    /** @param names what to put for {@code :study} and so on; a name that it lacks is an error */
    static Map<String, String> paths(Map<String, String> names) throws IOException {
        Matcher table = TABLE.matcher(Files.readString(ROUTER));
        if (!table.find()) {
            throw new IllegalStateException("no table of patterns in " + ROUTER);
        }
        var paths = new LinkedHashMap<String, String>();
        Matcher entry = ENTRY.matcher(table.group(1));
        while (entry.find()) {
            paths.put(entry.group(1), fill(entry.group(2), names));
        }
        return paths;
    }

    private static String fill(String pattern, Map<String, String> names) {
        return NAME.matcher(pattern).replaceAll(name -> {
            if (!names.containsKey(name.group(1))) {
                throw new IllegalStateException("say what " + name.group() + " of " + pattern + " is in these tests");
            }
            return names.getOrDefault(name.group(1), "");
        });
    }

    /** Those that need nobody to be signed in, or nothing to be named. */
    static List<String> unnamed(Map<String, String> paths) {
        return paths.keySet().stream()
                .filter(place -> paths.getOrDefault(place, "").lastIndexOf('/') == 0)
                .toList();
    }
}
