package org.sepakat.exchange.folder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sepakat.exchange.Summary;
import org.sepakat.exchange.folder.CodingFolder.FolderCoding;
import org.sepakat.exchange.folder.CodingFolder.FolderTheme;
import org.sepakat.study.Bilingual;
import org.sepakat.study.ForeignRound;
import org.sepakat.study.SpeakerRole;
import org.sepakat.study.TranscriptKind;
import org.sepakat.text.BaseSegment;
import org.sepakat.text.TranscriptText;

/**
 * A coding folder on its way into a study, which asks more of it than figures do: a tree of themes, names of a length that pages can show, at most one theme
 * of an exclusive group per coder and base segment, and words under every coding.
 */
public final class FolderImport {
    private static final int NAME = 180;
    private static final int DESCRIPTION = 8_000;
    private static final int DEEPEST = 8;
    private static final String UNIT = "turn";
    private static final String RULE = "any";

    private final CodingFolder folder;
    private final Settings settings;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, FolderTheme> themes = new LinkedHashMap<>();

    /**
     * What the files do not say.
     *
     * @param round its name
     * @param isIndonesian whether names and descriptions of themes are, or else English
     */
    public record Settings(String round, boolean isIndonesian) {}

    private FolderImport(CodingFolder folder, Settings settings) {
        this.folder = folder;
        this.settings = settings;
        folder.themes().forEach(theme -> themes.put(theme.name(), theme));
    }

    public static ForeignRound of(CodingFolder folder, Settings settings) throws Faults {
        return new FolderImport(folder, settings).read();
    }

    private ForeignRound read() throws Faults {
        checkNames();
        List<ForeignRound.Entry> entries = entries();
        checkCodings();
        if (!faults.isEmpty()) {
            throw new Faults(faults);
        }
        var reviews = new ArrayList<ForeignRound.Reviews>();
        folder.reviewed()
                .forEach((transcript, coders) -> coders.forEach(
                        (coder, segments) -> reviews.add(new ForeignRound.Reviews(transcript, coder, segments))));
        return new ForeignRound(
                settings.round(),
                UNIT,
                RULE,
                settings.round(),
                folder.transcripts().entrySet().stream()
                        .map(transcript -> source(transcript.getKey(), transcript.getValue()))
                        .toList(),
                entries,
                folder.coders(),
                folder.codings().stream()
                        .map(coding -> new ForeignRound.Coding(
                                coding.transcript(), coding.coder(), coding.theme(), coding.span()))
                        .toList(),
                reviews);
    }

    private void checkNames() {
        folder.transcripts().keySet().forEach(name -> checkName("transcripts", "transcript", name, NAME));
        folder.coders().forEach(name -> checkName("codings.csv", "coder", name, NAME));
        for (FolderTheme theme : folder.themes()) {
            checkName("codebook.csv", "theme", theme.name(), NAME);
            checkName("codebook.csv", "exclusive_group", theme.exclusiveGroup(), NAME);
            checkName("codebook.csv", "description", theme.description(), DESCRIPTION);
            theme.speakers().forEach(label -> checkName("codebook.csv", "applies_to_speaker", label, NAME));
        }
    }

    private void checkName(String file, String what, String text, int most) {
        if (text.length() > most) {
            fault(
                    file,
                    0,
                    Fault.Kind.BAD_VALUE,
                    what + " '" + text.substring(0, 40) + "...': expected at most " + most + " characters, found "
                            + text.length());
        }
        if (text.indexOf('\0') >= 0) {
            fault(file, 0, Fault.Kind.BAD_VALUE, what + ": expected text, found a NUL character");
        }
    }

    private void fault(String file, int line, Fault.Kind kind, String message) {
        faults.add(new Fault(file, line, 0, kind, message));
    }

    /** Parents before their children. */
    private List<ForeignRound.Entry> entries() {
        var entries = new LinkedHashMap<String, ForeignRound.Entry>();
        folder.themes().forEach(theme -> addEntry(theme, entries, new HashSet<>()));
        return List.copyOf(entries.values());
    }

    private void addEntry(FolderTheme theme, Map<String, ForeignRound.Entry> entries, Set<String> above) {
        if (entries.containsKey(theme.name())) {
            return;
        }
        FolderTheme parent = themes.get(theme.parent());
        if (!theme.parent().isEmpty() && parent == null) {
            String message =
                    "the parent '" + theme.parent() + "' of theme '" + theme.name() + "' is not in codebook.csv";
            fault("codebook.csv", 0, Fault.Kind.UNKNOWN_THEME, message);
        } else if (!above.add(theme.name())) {
            fault("codebook.csv", 0, Fault.Kind.BAD_VALUE, "theme '" + theme.name() + "' stands under itself");
            return;
        } else if (above.size() > DEEPEST) {
            fault(
                    "codebook.csv",
                    0,
                    Fault.Kind.BAD_VALUE,
                    "theme '" + theme.name() + "' stands too deep: expected at most 8 levels");
            return;
        } else if (parent != null) {
            addEntry(parent, entries, above);
        }
        entries.putIfAbsent(theme.name(), entry(theme));
    }

    private ForeignRound.Entry entry(FolderTheme theme) {
        return new ForeignRound.Entry(
                theme.name(),
                theme.parent().isEmpty() ? null : theme.parent(),
                theme.exclusiveGroup().isEmpty() ? null : theme.exclusiveGroup(),
                theme.speakers(),
                inItsLanguage(theme.name()),
                inItsLanguage(theme.description()));
    }

    private Bilingual inItsLanguage(String text) {
        return settings.isIndonesian() ? new Bilingual(text, "") : new Bilingual("", text);
    }

    private record Place(String transcript, String coder, String group, BaseSegment segment) {}

    private void checkCodings() {
        Map<Place, String> taken = new HashMap<>();
        for (FolderCoding coding : folder.codings()) {
            TranscriptText text =
                    folder.transcripts().getOrDefault(coding.transcript(), new TranscriptText("", List.of()));
            if (text.quote(coding.span()).isBlank()) {
                fault(
                        "codings.csv",
                        coding.line(),
                        Fault.Kind.BAD_VALUE,
                        "expected words between start and end, found white space only");
            }
            FolderTheme theme = themes.get(coding.theme());
            if (theme != null && !theme.exclusiveGroup().isEmpty()) {
                checkGroup(coding, theme.exclusiveGroup(), text, taken);
            }
        }
    }

    private void checkGroup(FolderCoding coding, String group, TranscriptText text, Map<Place, String> taken) {
        for (BaseSegment segment : text.segments()) {
            if (segment.span().overlaps(coding.span())) {
                var place = new Place(coding.transcript(), coding.coder(), group, segment);
                String other = taken.putIfAbsent(place, coding.theme());
                if (other != null && !other.equals(coding.theme())) {
                    String message = "'" + coding.theme() + "' and '" + other + "' are of the exclusive group '" + group
                            + "': expected at most one of them per coder and unit";
                    fault("codings.csv", coding.line(), Fault.Kind.EXCLUSIVE_GROUP, message);
                    return;
                }
            }
        }
    }

    /** Who is interviewer and who participant no file says: all are participants until a lead says otherwise. */
    private static ForeignRound.Source source(String name, TranscriptText text) {
        var speakers = new TreeMap<String, SpeakerRole>();
        Summary.of(text).speakers().forEach(speaker -> speakers.put(speaker.label(), SpeakerRole.PARTICIPANT));
        TranscriptKind kind = speakers.isEmpty() ? TranscriptKind.OBSERVATION : TranscriptKind.INTERVIEW;
        return new ForeignRound.Source(name, kind, text, speakers);
    }
}
