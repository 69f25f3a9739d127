package org.sepakat.study;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sepakat.text.BaseSegment;
import org.sepakat.text.Span;
import org.sepakat.text.TranscriptText;

/**
 * What one coder did in an imported round, held to the rules that work done here is held to, in one pass. What a later act would have replaced is
 * refused instead: nothing that is imported may get lost.
 */
public final class ImportedWork {
    private final Round round;
    private final CodebookVersion codebook;
    private final Map<UUID, TranscriptText> texts;
    private final Map<UUID, Set<Span>> segments = new HashMap<>();

    /** @param texts of the round's transcripts, in the versions that it pins */
    public ImportedWork(Round round, CodebookVersion codebook, Map<UUID, TranscriptText> texts) {
        this.round = round;
        this.codebook = codebook;
        this.texts = texts;
        texts.forEach((id, text) -> {
            var spans = new HashSet<Span>();
            text.segments().forEach(segment -> spans.add(segment.span()));
            segments.put(id, spans);
        });
    }

    /** An act that may not be, and why. */
    public record Misfit(WorkAct act, Refusal refusal) {}

    /** The first act that may not be; empty if all may. */
    public Optional<Misfit> refuse(UUID coder, List<WorkAct> acts) {
        var seen = new HashSet<Object>();
        for (WorkAct act : acts) {
            Refusal no = act instanceof WorkAct.ApplyTheme apply
                    ? refuse(coder, apply, seen)
                    : act instanceof WorkAct.MarkReviewed mark ? refuse(coder, mark, seen) : Refusal.notFound();
            if (no != null) {
                return Optional.of(new Misfit(act, no));
            }
        }
        return Optional.empty();
    }

    private @Nullable Refusal refuse(UUID coder, WorkAct.ApplyTheme apply, Set<Object> seen) {
        TranscriptText text = texts.get(apply.transcript());
        if (text == null || !round.assigns(coder, apply.transcript())) {
            return Refusal.notFound();
        }
        Refusal misplaced = WorkRules.refuseMisplaced(text, apply.span());
        if (misplaced != null) {
            return misplaced;
        }
        Refusal unfit = WorkRules.refuseTheme(codebook.find(apply.theme()));
        if (unfit != null) {
            return unfit;
        }
        if (!seen.add(List.of(apply.transcript(), apply.theme(), apply.span()))) {
            return WorkRules.AGAIN;
        }
        Theme theme = codebook.find(apply.theme());
        String group = theme == null ? null : theme.exclusiveGroup();
        return group == null ? null : refuseSecondOfGroup(group, apply, text, seen);
    }

    private record InGroup(String group, UUID transcript, Span segment) {}

    private record Taken(InGroup place, UUID theme) {}

    private static @Nullable Refusal refuseSecondOfGroup(
            String group, WorkAct.ApplyTheme apply, TranscriptText text, Set<Object> seen) {
        for (BaseSegment segment : text.segments()) {
            var place = new InGroup(group, apply.transcript(), segment.span());
            boolean touches = segment.span().overlaps(apply.span());
            if (touches && !seen.add(place) && !seen.contains(new Taken(place, apply.theme()))) {
                return Refusal.bad(
                        "body.theme",
                        "A coder has applied two themes of the exclusive group '" + group
                                + "' to one turn or paragraph.");
            }
            if (touches) {
                seen.add(new Taken(place, apply.theme()));
            }
        }
        return null;
    }

    private @Nullable Refusal refuse(UUID coder, WorkAct.MarkReviewed mark, Set<Object> seen) {
        if (!round.assigns(coder, mark.transcript())) {
            return Refusal.notFound();
        }
        boolean isSegment = segments.getOrDefault(mark.transcript(), Set.of()).contains(mark.span())
                && seen.add(List.of(mark.transcript(), mark.span()));
        return isSegment ? null : Refusal.bad("body.start", "A review is of one base segment, once.");
    }
}
