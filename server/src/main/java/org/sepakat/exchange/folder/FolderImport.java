package org.sepakat.exchange.folder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * A coding folder on its way into a study, which asks more of it than figures do: a tree of themes, at most one theme of an exclusive group per coder and base
 * segment, and words under every coding.
 */
public final class FolderImport {
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
        List<ForeignRound.Entry> entries = ThemeTree.inOrder(folder.themes(), faults).stream()
                .map(this::entry)
                .toList();
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
                                coding.transcript(),
                                coding.coder(),
                                coding.theme(),
                                coding.span(),
                                coding.line().origin("theme")))
                        .toList(),
                reviews);
    }

    private ForeignRound.Entry entry(FolderTheme theme) {
        return new ForeignRound.Entry(
                theme.name(),
                theme.parent().isEmpty() ? null : theme.parent(),
                theme.exclusiveGroup().isEmpty() ? null : theme.exclusiveGroup(),
                theme.speakers(),
                inItsLanguage(theme.name()),
                inItsLanguage(theme.description()),
                theme.line().origin("theme"));
    }

    private Bilingual inItsLanguage(String text) {
        return settings.isIndonesian() ? new Bilingual(text, "") : new Bilingual("", text);
    }

    private record Place(String transcript, String coder, String group, BaseSegment segment) {}

    private void checkCodings() {
        Map<Place, FolderCoding> taken = new HashMap<>();
        for (FolderCoding coding : folder.codings()) {
            TranscriptText text =
                    folder.transcripts().getOrDefault(coding.transcript(), new TranscriptText("", List.of()));
            if (text.quote(coding.span()).isBlank()) {
                String message = "expected words between start and end, found white space only";
                faults.add(coding.line().fault("start", Fault.Kind.BAD_VALUE, message));
            }
            FolderTheme theme = themes.get(coding.theme());
            if (theme != null && !theme.exclusiveGroup().isEmpty()) {
                checkGroup(coding, theme.exclusiveGroup(), text, taken);
            }
        }
    }

    private void checkGroup(FolderCoding coding, String group, TranscriptText text, Map<Place, FolderCoding> taken) {
        for (BaseSegment segment : text.segments()) {
            if (segment.span().overlaps(coding.span())) {
                var place = new Place(coding.transcript(), coding.coder(), group, segment);
                FolderCoding other = taken.putIfAbsent(place, coding);
                if (other != null && !other.theme().equals(coding.theme())) {
                    String message = "'" + coding.theme() + "' and, in line "
                            + other.line().number() + ", '" + other.theme() + "' are of the exclusive group '" + group
                            + "': expected at most one of them per coder and unit";
                    faults.add(coding.line().fault("theme", Fault.Kind.EXCLUSIVE_GROUP, message));
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
