package org.sepakat.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sepakat.study.WorkAct.AnchorWork;
import org.sepakat.study.WorkAct.Anchored;
import org.sepakat.text.Correction;
import org.sepakat.text.Span;

/** Where one coder's work in a transcript goes when its text is corrected: every coding keeps its quote, or is to be looked at, or is an orphan. Pure. */
public final class Reanchoring {

    /** Codings and reviews that one act names; a coder's work may be thousands of them. */
    static final int MOST = 400;

    private final AnchorWork about;
    private final List<Anchored> codings = new ArrayList<>();
    private final List<UUID> orphans = new ArrayList<>();
    private final List<Span> cleared = new ArrayList<>();
    private final List<Span> reviewed = new ArrayList<>();

    private Reanchoring(AnchorWork about) {
        this.about = about;
    }

    /**
     * The acts that move the work, in their order; none if all of it stays where it is.
     *
     * @param from version of the text that the work was done in
     * @param groupOf the exclusive group of a theme, or null
     */
    public static List<AnchorWork> of(
            UUID round,
            UUID coder,
            Work work,
            StudyAct.CorrectTranscript to,
            int from,
            Correction correction,
            Function<UUID, @Nullable String> groupOf) {
        var reanchoring = new Reanchoring(new AnchorWork(
                round, coder, to.transcript(), from, to.version(), List.of(), List.of(), List.of(), List.of()));
        work.codings().values().stream()
                .filter(coding -> coding.transcript().equals(to.transcript()))
                .forEach(coding -> reanchoring.move(coding, correction.find(coding.span())));
        reanchoring.checkGroups(work, to.transcript(), correction, groupOf);
        Map<Span, Span> segments = correction.segments();
        work.reviews().stream()
                .filter(review -> review.transcript().equals(to.transcript()))
                .forEach(review -> reanchoring.move(review.span(), Optional.ofNullable(segments.get(review.span()))));
        return reanchoring.acts();
    }

    private void move(Work.Coding coding, Optional<Correction.Found> found) {
        if (found.isEmpty()) {
            orphans.add(coding.id());
            return;
        }
        boolean firm = found.get().same() && coding.anchor() == Anchor.FIRM;
        var place = new Anchored(coding.id(), found.get().span(), firm ? Anchor.FIRM : Anchor.CHECK);
        if (!coding.at(place).equals(coding)) {
            codings.add(place);
        }
    }

    /** Turns that were joined may bring together themes of which a turn can have one: each of those is to be looked at. */
    private void checkGroups(
            Work work, UUID transcript, Correction correction, Function<UUID, @Nullable String> groupOf) {
        Map<UUID, Work.Coding> moved = new LinkedHashMap<>();
        work.codings().values().stream()
                .filter(coding -> coding.transcript().equals(transcript) && groupOf.apply(coding.theme()) != null)
                .forEach(coding -> moved.put(coding.id(), coding));
        codings.forEach(place -> moved.computeIfPresent(place.coding(), (id, coding) -> coding.at(place)));
        orphans.forEach(moved::remove);
        for (Work.Coding one : moved.values()) {
            boolean meets = moved.values().stream()
                    .anyMatch(other -> !other.theme().equals(one.theme())
                            && Objects.equals(groupOf.apply(other.theme()), groupOf.apply(one.theme()))
                            && correction.shareSegment(one.span(), other.span()));
            if (meets && one.anchor() == Anchor.FIRM) {
                codings.removeIf(place -> place.coding().equals(one.id()));
                codings.add(new Anchored(one.id(), one.span(), Anchor.CHECK));
            }
        }
    }

    private void move(Span review, Optional<Span> now) {
        if (now.isEmpty() || !now.get().equals(review)) {
            cleared.add(review);
            now.ifPresent(reviewed::add);
        }
    }

    /** What is cleared goes before what is reviewed: a segment may have come to lie where another one was. */
    private List<AnchorWork> acts() {
        var acts = new ArrayList<AnchorWork>();
        parts(codings).forEach(part -> acts.add(with(part, List.of(), List.of(), List.of())));
        parts(orphans).forEach(part -> acts.add(with(List.of(), part, List.of(), List.of())));
        parts(cleared).forEach(part -> acts.add(with(List.of(), List.of(), part, List.of())));
        parts(reviewed).forEach(part -> acts.add(with(List.of(), List.of(), List.of(), part)));
        return acts;
    }

    private static <T> List<List<T>> parts(List<T> all) {
        var parts = new ArrayList<List<T>>();
        for (int from = 0; from < all.size(); from += MOST) {
            parts.add(all.subList(from, Math.min(all.size(), from + MOST)));
        }
        return parts;
    }

    private AnchorWork with(List<Anchored> places, List<UUID> lost, List<Span> old, List<Span> now) {
        return new AnchorWork(
                about.round(), about.coder(), about.transcript(), about.from(), about.to(), places, lost, old, now);
    }
}
