package org.sepakat.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sepakat.text.BaseSegment;
import org.sepakat.text.TranscriptText;

/**
 * Finds out what an import has to do in a study as it stands: who and what is there already goes by its name (coders, themes) or by its text (transcripts);
 * the rest is added. Pure; used by one thread for one plan.
 */
public final class ImportPlanner {
    private final Study study;
    private final Codebook codebook;
    private final ForeignRound from;
    private final Map<UUID, TranscriptText> stored;
    private final Supplier<UUID> ids;
    private final ThemeMeeting meeting;

    private final Map<String, UUID> coders = new HashMap<>();
    private final Map<String, UUID> themes = new HashMap<>();
    private final Map<String, UUID> transcripts = new LinkedHashMap<>();
    private final Map<UUID, TranscriptText> texts = new HashMap<>();
    private final Map<String, UUID> knownCoders = new HashMap<>();
    private final Map<String, UUID> knownThemes = new HashMap<>();
    private final Map<String, UUID> knownTranscripts = new HashMap<>();
    private final Map<String, String> renamed = new HashMap<>();
    private final Map<UUID, ForeignRound.Origin> origins = new HashMap<>();

    private ImportPlanner(
            Study study, Codebook codebook, ForeignRound from, Map<UUID, TranscriptText> stored, Supplier<UUID> ids) {
        this.study = study;
        this.codebook = codebook;
        this.from = from;
        this.stored = stored;
        this.ids = ids;
        this.meeting = new ThemeMeeting(codebook, from.themes());
    }

    /** The transcripts of a study whose newest version may be what is imported: their texts have to be looked at. */
    public static List<Transcript> alike(Study study, ForeignRound from) {
        Set<String> hashes = new HashSet<>();
        from.transcripts().forEach(source -> hashes.add(source.text().sha256()));
        return study.transcripts().values().stream()
                .filter(transcript -> hashes.contains(transcript.sha256()))
                .toList();
    }

    /**
     * The plan for a round of that id.
     *
     * @param stored texts of the transcripts that are {@link #alike}
     * @param ids random UUIDs of version 4
     */
    public static ImportPlan plan(
            Study study,
            Codebook codebook,
            UUID round,
            ForeignRound from,
            Map<UUID, TranscriptText> stored,
            Supplier<UUID> ids) {
        return new ImportPlanner(study, codebook, from, stored, ids).plan(round);
    }

    private ImportPlan plan(UUID round) {
        List<StudyAct.AddMember> members = planCoders();
        List<DraftAct.PutTheme> entries = planThemes();
        List<StudyAct.ImportTranscript> sources = planTranscripts();
        List<StudyAct.PublishCodebook> publish = needsPublishing(entries)
                ? List.of(new StudyAct.PublishCodebook(from.codebookReason(), 0, List.of()))
                : List.of();
        return new ImportPlan(
                members,
                entries,
                publish,
                sources,
                texts,
                planRound(round, study.codebooks().size() + publish.size()),
                planWork(round),
                origins,
                new ImportPlan.Known(
                        knownCoders,
                        knownThemes,
                        knownTranscripts,
                        renamed,
                        meeting.differences(theme -> holding(theme, !publish.isEmpty()), themes)),
                meeting.refuseShared().or(this::refuseNamesakes).orElse(null));
    }

    /** [I3] By the names in the import: whoever gets a number here may well be the person who codes that text blind. */
    private Optional<Refusal> refuseNamesakes() {
        var names = new HashSet<String>();
        from.coders().forEach(coder -> names.add(key(coder)));
        var people = new HashSet<UUID>();
        study.members().values().stream()
                .filter(member -> names.contains(key(member.name())))
                .forEach(member -> people.add(member.id()));
        return RoundRules.refuseShowingBlindCoders(study, Set.copyOf(transcripts.values()), people);
    }

    /** A name that belongs to somebody who can sign in, to a lead or an observer, or to somebody who left, is not theirs: a number is put after it. */
    private List<StudyAct.AddMember> planCoders() {
        var byName = new HashMap<String, Member>();
        study.members().values().stream()
                .sorted(Comparator.comparing(ImportPlanner::mayBeTheirs))
                .forEach(member -> byName.put(key(member.name()), member));
        var taken = new HashSet<String>();
        var added = new ArrayList<StudyAct.AddMember>();
        for (String coder : from.coders()) {
            String name = coder;
            for (int n = 2; !isFree(byName.get(key(name))) || !taken.add(key(name)); n++) {
                name = coder + " (" + n + ")";
            }
            Member there = byName.get(key(name));
            if (there == null) {
                var add = new StudyAct.AddMember(ids.get(), name, Role.CODER);
                added.add(add);
                coders.put(coder, add.member());
            } else {
                coders.put(coder, there.id());
                knownCoders.put(coder, there.id());
            }
            if (!name.equals(coder) && there == null) {
                renamed.put(coder, name);
            }
        }
        return added;
    }

    private static boolean isFree(@Nullable Member there) {
        return there == null || mayBeTheirs(there);
    }

    private static boolean mayBeTheirs(Member member) {
        return member.account() == null && member.role() == Role.CODER && !member.removed();
    }

    private List<DraftAct.PutTheme> planThemes() {
        int place = codebook.living().stream().mapToInt(Theme::place).max().orElse(0);
        int colour = codebook.living().size();
        var added = new ArrayList<DraftAct.PutTheme>();
        for (ForeignRound.Entry entry : from.themes()) {
            Theme there = meeting.find(entry);
            if (there == null) {
                Theme theme = theme(entry, ++place, colour++ % Theme.COLOURS + 1);
                themes.put(entry.name(), theme.id());
                added.add(new DraftAct.PutTheme(theme));
            } else {
                themes.put(entry.name(), there.id());
                knownThemes.put(entry.name(), there.id());
            }
        }
        return added;
    }

    /** As the round will have it: in the version that is published with the import, or in the newest one. */
    private @Nullable Theme holding(UUID theme, boolean isPublished) {
        Codebook.Draft draft = codebook.find(theme);
        return isPublished
                ? draft == null ? null : draft.theme()
                : study.newestCodebook().map(version -> version.find(theme)).orElse(null);
    }

    private Theme theme(ForeignRound.Entry entry, int place, int colour) {
        return new Theme(
                ids.get(),
                entry.parent() == null ? null : themes.get(entry.parent()),
                entry.label(),
                entry.definition(),
                Bilingual.EMPTY,
                Bilingual.EMPTY,
                colour,
                null,
                new Scope(Set.of(), entry.speakers()),
                entry.exclusiveGroup(),
                true,
                place,
                false);
    }

    /** Whatever is under work in the codebook is published with it: a version holds all themes. */
    private boolean needsPublishing(List<DraftAct.PutTheme> added) {
        Optional<CodebookVersion> newest = study.newestCodebook();
        return !added.isEmpty()
                || newest.isEmpty()
                || themes.values().stream().anyMatch(theme -> newest.get().find(theme) == null);
    }

    private List<StudyAct.ImportTranscript> planTranscripts() {
        var added = new ArrayList<StudyAct.ImportTranscript>();
        for (ForeignRound.Source source : from.transcripts()) {
            Optional<UUID> there = stored.entrySet().stream()
                    .filter(entry -> hasSameSegments(entry.getValue(), source.text()))
                    .map(Map.Entry::getKey)
                    .filter(id -> !transcripts.containsValue(id))
                    .min(Comparator.naturalOrder());
            UUID id = there.orElseGet(ids);
            transcripts.put(source.name(), id);
            texts.put(id, source.text());
            if (there.isPresent()) {
                knownTranscripts.put(source.name(), id);
            } else {
                added.add(StudyAct.ImportTranscript.first(
                        id, source.name(), source.kind(), source.text(), source.speakers()));
            }
        }
        return added;
    }

    /** Times and labels may differ, as between a text and subtitles of it. */
    private static boolean hasSameSegments(TranscriptText one, TranscriptText other) {
        return one.text().equals(other.text())
                && one.segments().stream()
                        .map(BaseSegment::span)
                        .toList()
                        .equals(other.segments().stream().map(BaseSegment::span).toList());
    }

    private StudyAct.ImportRound planRound(UUID round, int codebookVersion) {
        var pinned = new ArrayList<Round.Pinned>();
        transcripts.values().forEach(id -> {
            Transcript there = study.transcripts().get(id);
            pinned.add(new Round.Pinned(id, there == null ? 1 : there.version()));
        });
        var assignments = new HashSet<Assignment>();
        from.reviewed().forEach(reviews -> assignments.add(assignment(reviews.coder(), reviews.transcript())));
        from.codings().forEach(coding -> assignments.add(assignment(coding.coder(), coding.transcript())));
        return new StudyAct.ImportRound(
                round, from.name(), from.unit(), from.rule(), codebookVersion, pinned, assignments);
    }

    private Assignment assignment(String coder, String transcript) {
        return new Assignment(get(coders, coder), get(transcripts, transcript));
    }

    /** Each coder's acts as if read from the beginning: what begins in a segment is coded, then the segment is ticked. */
    private Map<UUID, List<WorkAct>> planWork(UUID round) {
        var places = new HashMap<UUID, Integer>();
        transcripts.values().forEach(id -> places.put(id, places.size()));
        var work = new TreeMap<UUID, List<Placed>>();
        for (ForeignRound.Coding coding : from.codings()) {
            UUID transcript = get(transcripts, coding.transcript());
            var act = new WorkAct.ApplyTheme(
                    round, ids.get(), transcript, get(themes, coding.theme()), coding.span(), List.of());
            origins.put(act.coding(), coding.origin());
            place(
                    work,
                    coding.coder(),
                    new Placed(get(places, transcript), coding.span().start(), act));
        }
        for (ForeignRound.Reviews reviews : from.reviewed()) {
            UUID transcript = get(transcripts, reviews.transcript());
            List<BaseSegment> segments = get(texts, transcript).segments();
            for (int segment : reviews.segments()) {
                var act = new WorkAct.MarkReviewed(
                        round, transcript, segments.get(segment).span());
                place(
                        work,
                        reviews.coder(),
                        new Placed(get(places, transcript), act.span().end(), act));
            }
        }
        var inOrder = new TreeMap<UUID, List<WorkAct>>();
        work.forEach((coder, acts) -> inOrder.put(
                coder, acts.stream().sorted(Placed.ORDER).map(Placed::act).toList()));
        return inOrder;
    }

    private void place(Map<UUID, List<Placed>> work, String coder, Placed placed) {
        work.computeIfAbsent(get(coders, coder), id -> new ArrayList<>()).add(placed);
    }

    private record Placed(int transcript, int at, WorkAct act) {
        static final Comparator<Placed> ORDER =
                Comparator.comparingInt(Placed::transcript).thenComparingInt(Placed::at);
    }

    private static String key(String name) {
        return ThemeMeeting.key(name);
    }

    private static <K, T> T get(Map<K, T> things, K name) {
        T thing = things.get(name);
        if (thing == null) {
            throw new IllegalArgumentException("an import names '" + name + "', which it does not hold");
        }
        return thing;
    }
}
