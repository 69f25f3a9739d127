package org.sepakat.exchange;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which words before a colon are speakers. A label is believed if it comes more than once, if it looks like a code ({@code PM-07}), or if every line of
 * the text begins with one; so "Note: ..." in the middle of a turn stays part of it.
 */
record SpeakerLabels(Set<String> labels) {
    private static final int LONGEST = 40;
    private static final Pattern LABELLED =
            Pattern.compile("^[ \\t]{0,8}([\\p{L}\\p{N}][^:\\n]{0," + (LONGEST - 1) + "}?)[ \\t]?:(?=[ \\t\\u00a0]|$)");
    private static final Pattern CODE = Pattern.compile("\\p{Lu}{1,4}[-_ ]?\\p{N}{1,4}");

    /** A label at the start of a line, and the offset after its colon. */
    record Found(String label, int after) {}

    static SpeakerLabels in(Lines lines) {
        Map<String, Integer> counts = new HashMap<>();
        boolean everyLine = true;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.isBlank(i)) {
                continue;
            }
            Found found = candidate(lines.line(i));
            if (found == null) {
                everyLine = false;
            } else {
                counts.merge(found.label(), 1, Integer::sum);
            }
        }
        var believed = new HashSet<String>();
        counts.forEach((label, count) -> {
            if (count > 1 || CODE.matcher(label).matches()) {
                believed.add(label);
            }
        });
        if (everyLine) {
            believed.addAll(counts.keySet());
        }
        return new SpeakerLabels(Set.copyOf(believed));
    }

    @Nullable
    Found at(String line) {
        Found found = candidate(line);
        return found != null && labels.contains(found.label()) ? found : null;
    }

    private static @Nullable Found candidate(String line) {
        Matcher matcher = LABELLED.matcher(line);
        return matcher.find() ? new Found(matcher.group(1).strip(), matcher.end()) : null;
    }
}
