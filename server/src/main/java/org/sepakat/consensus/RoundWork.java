package org.sepakat.consensus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sepakat.agreement.figures.CodedRound;
import org.sepakat.agreement.figures.CodedRound.CodedSpan;
import org.sepakat.agreement.figures.CodedRound.CodedTheme;
import org.sepakat.study.CodebookVersion;
import org.sepakat.study.Member;
import org.sepakat.study.Round;
import org.sepakat.study.Study;
import org.sepakat.study.Theme;
import org.sepakat.study.Transcript;
import org.sepakat.study.Work;
import org.sepakat.text.BaseSegment;
import org.sepakat.text.Span;
import org.sepakat.text.TranscriptText;

/**
 * What the coders of a started round did, with what the round pins.
 *
 * @param work by coder
 * @param texts of the transcripts, in the versions pinned; one whose text was erased is missing
 */
public record RoundWork(Study study, Round round, Map<UUID, Work> work, Map<UUID, TranscriptText> texts) {

    public RoundWork {
        work = Map.copyOf(work);
        texts = Map.copyOf(texts);
    }

    /** By name, so that the first of a pair is the same wherever figures are made. */
    public List<Member> coders() {
        return round.coders().stream()
                .map(coder -> Objects.requireNonNull(study.members().get(coder)))
                .sorted(Comparator.comparing(Member::name).thenComparing(Member::id))
                .toList();
    }

    public CodebookVersion codebook() {
        return study.codebooks().get(Objects.requireNonNull(round.codebookVersion()) - 1);
    }

    /** As agreement counts it; ids stand for names. */
    public CodedRound coded() {
        var transcripts = new LinkedHashMap<String, TranscriptText>();
        for (Round.Pinned pinned : round.transcripts()) {
            TranscriptText text = texts.get(pinned.transcript());
            if (text != null) {
                transcripts.put(pinned.transcript().toString(), text);
            }
        }
        return new CodedRound(
                transcripts,
                coders().stream().map(coder -> coder.id().toString()).toList(),
                codebook().themes().stream()
                        .filter(Theme::codable)
                        .map(theme -> new CodedTheme(
                                theme.id().toString(), (transcript, speaker) -> covers(theme, transcript, speaker)))
                        .toList(),
                codings(),
                reviewed());
    }

    private boolean covers(Theme theme, String transcript, @Nullable String speaker) {
        Transcript of = study.transcripts().get(UUID.fromString(transcript));
        return theme.scope()
                .includes(
                        speaker,
                        of == null || speaker == null ? null : of.speakers().get(speaker));
    }

    private List<CodedSpan> codings() {
        var codings = new ArrayList<CodedSpan>();
        work.forEach((coder, done) -> done.codings().values().stream()
                .filter(coding -> texts.containsKey(coding.transcript()))
                .forEach(coding -> codings.add(new CodedSpan(
                        coding.transcript().toString(),
                        coder.toString(),
                        coding.theme().toString(),
                        coding.span()))));
        return codings;
    }

    private Map<String, Map<String, Set<Integer>>> reviewed() {
        var reviewed = new HashMap<String, Map<String, Set<Integer>>>();
        texts.forEach((transcript, text) -> {
            Map<Span, Integer> numbers = numbers(text);
            var byCoder = new HashMap<String, Set<Integer>>();
            work.forEach((coder, done) -> done.reviews().stream()
                    .filter(review -> review.transcript().equals(transcript))
                    .map(review -> numbers.get(review.span()))
                    .filter(Objects::nonNull)
                    .forEach(segment -> byCoder.computeIfAbsent(coder.toString(), c -> new HashSet<>())
                            .add(segment)));
            reviewed.put(transcript.toString(), byCoder);
        });
        return reviewed;
    }

    private static Map<Span, Integer> numbers(TranscriptText text) {
        var numbers = new HashMap<Span, Integer>();
        for (BaseSegment segment : text.segments()) {
            numbers.put(segment.span(), numbers.size());
        }
        return numbers;
    }
}
