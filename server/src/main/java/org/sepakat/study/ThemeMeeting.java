package org.sepakat.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Imported themes and those that the study has with such a label, in either language, upper and lower case alike. */
final class ThemeMeeting {
    private final List<ForeignRound.Entry> entries;
    private final Map<String, Theme> byLabel = new HashMap<>();

    /** Of two themes with one label it is the codable one. */
    ThemeMeeting(Codebook codebook, List<ForeignRound.Entry> entries) {
        this.entries = entries;
        codebook.living().stream().sorted(Comparator.comparing(Theme::codable)).forEach(theme -> {
            byLabel.put(key(theme.label().id()), theme);
            byLabel.put(key(theme.label().en()), theme);
        });
    }

    @Nullable
    Theme find(ForeignRound.Entry entry) {
        return byLabel.get(key(entry.name()));
    }

    static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** Two that would become one theme: their codings could no longer be told apart. */
    Optional<Refusal> refuseShared() {
        var first = new HashMap<Object, ForeignRound.Entry>();
        var faults = new ArrayList<ImportFault>();
        for (ForeignRound.Entry entry : entries) {
            Theme there = find(entry);
            ForeignRound.Entry other = first.putIfAbsent(there == null ? key(entry.name()) : there.id(), entry);
            if (other != null) {
                String both =
                        "'" + entry.name() + "' and, in line " + other.origin().line() + ", '" + other.name() + "' ";
                String why = there == null
                        ? "differ in upper and lower case alone: give them one spelling"
                        : "are one theme of this study, '" + bothLabels(there) + "': name it once";
                faults.add(new ImportFault(entry.origin(), both + why));
            }
        }
        return faults.isEmpty() ? Optional.empty() : Optional.of(ImportFault.refuse(faults));
    }

    private static String bothLabels(Theme theme) {
        return String.join(
                " / ",
                Stream.of(theme.label().id(), theme.label().en())
                        .filter(label -> !label.isBlank())
                        .toList());
    }

    /**
     * What of the imported themes will not hold.
     *
     * @param holding the study's theme of an id, in the codebook version that the round will have
     * @param ids of the imported themes, by name
     */
    List<ThemeDifference> differences(Function<UUID, @Nullable Theme> holding, Map<String, UUID> ids) {
        var all = new ArrayList<ThemeDifference>();
        for (ForeignRound.Entry entry : entries) {
            Theme met = find(entry);
            Theme holds = met == null ? null : holding.apply(met.id());
            if (holds != null) {
                new Pair(entry, holds, all).compare(holding, ids);
            }
        }
        return all;
    }

    private record Pair(ForeignRound.Entry entry, Theme theme, List<ThemeDifference> differences) {

        void compare(Function<UUID, @Nullable Theme> holding, Map<String, UUID> ids) {
            add(ThemeDifference.What.SCOPE, sorted(entry.speakers()), scope());
            UUID parent = entry.parent() == null ? null : ids.get(entry.parent());
            if (!Objects.equals(parent, theme.parent())) {
                add(ThemeDifference.What.PARENT, list(entry.parent()), list(label(holding)));
            }
            add(ThemeDifference.What.GROUP, list(entry.exclusiveGroup()), list(theme.exclusiveGroup()));
            if (!entry.definition().isBlank()) {
                add(ThemeDifference.What.DEFINITION, list(inItsLanguage(entry.definition())), definition());
            }
        }

        private void add(ThemeDifference.What what, List<String> files, List<String> here) {
            if (!files.equals(here)) {
                differences.add(new ThemeDifference(entry.name(), what, files, here));
            }
        }

        private List<String> scope() {
            return Stream.concat(
                            theme.scope().roles().stream().map(SpeakerRole::word), theme.scope().speakers().stream())
                    .toList();
        }

        private @Nullable String label(Function<UUID, @Nullable Theme> holding) {
            Theme parent = theme.parent() == null ? null : holding.apply(theme.parent());
            return parent == null ? null : bothLabels(parent);
        }

        private List<String> definition() {
            return list(inItsLanguage(theme.definition()));
        }

        /** The language that the import is in. */
        private String inItsLanguage(Bilingual text) {
            return entry.label().id().isEmpty() ? text.en() : text.id();
        }

        private static List<String> sorted(Iterable<String> names) {
            var sorted = new TreeSet<String>();
            names.forEach(sorted::add);
            return List.copyOf(sorted);
        }

        private static List<String> list(@Nullable String text) {
            return text == null || text.isBlank() ? List.of() : List.of(text.strip());
        }
    }
}
