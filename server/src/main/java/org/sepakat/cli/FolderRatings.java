package org.sepakat.cli;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sepakat.agreement.Ratings;
import org.sepakat.exchange.folder.CodingFolder;
import org.sepakat.exchange.folder.CodingFolder.FolderTheme;
import org.sepakat.text.CoverageRule;
import org.sepakat.text.Span;
import org.sepakat.text.SpanUnion;
import org.sepakat.text.TextUnit;
import org.sepakat.text.TranscriptText;
import org.sepakat.text.UnitOfAnalysis;

/** A coding folder as rating matrices, one per theme: units in the theme's scope, absent 0, present 1, missing where not reviewed. */
final class FolderRatings {
    private final CodingFolder folder;
    private final CoverageRule rule;
    private final boolean everyUnit;
    private final Map<String, List<TextUnit>> units = new LinkedHashMap<>();

    /** @param everyUnit count all units, whatever a theme's scope */
    FolderRatings(CodingFolder folder, UnitOfAnalysis unit, CoverageRule rule, boolean everyUnit) {
        this.folder = folder;
        this.rule = rule;
        this.everyUnit = everyUnit;
        folder.transcripts().forEach((name, text) -> units.put(name, unit.units(text)));
    }

    /** One matrix per transcript, in order of name. */
    List<Ratings> perTranscript(FolderTheme theme) {
        List<Ratings> matrices = new ArrayList<>();
        folder.transcripts().forEach((name, text) -> {
            List<TextUnit> inScope = units.getOrDefault(name, List.of()).stream()
                    .filter(unit -> isInScope(theme, unit.speaker()))
                    .toList();
            matrices.add(new Ratings(folder.coders().size(), 2, cells(name, text, inScope, theme)));
        });
        return matrices;
    }

    private boolean isInScope(FolderTheme theme, @Nullable String speaker) {
        return everyUnit
                || theme.speakers().isEmpty()
                || (speaker != null && theme.speakers().contains(speaker));
    }

    private int[][] cells(String transcript, TranscriptText text, List<TextUnit> inScope, FolderTheme theme) {
        int[][] cells = new int[inScope.size()][folder.coders().size()];
        for (int coder = 0; coder < folder.coders().size(); coder++) {
            String name = folder.coders().get(coder);
            BitSet carried = rule.carried(text.text(), inScope, marks(transcript, name, theme.name()));
            Set<Integer> seen =
                    folder.reviewed().getOrDefault(transcript, Map.of()).getOrDefault(name, Set.of());
            for (int unit = 0; unit < cells.length; unit++) {
                boolean isReviewed = isReviewed(text, inScope.get(unit).span(), seen);
                cells[unit][coder] = isReviewed ? carried.get(unit) ? 1 : 0 : Ratings.MISSING;
            }
        }
        return cells;
    }

    private SpanUnion marks(String transcript, String coder, String theme) {
        return SpanUnion.of(folder.codings().stream()
                .filter(coding -> coding.theme().equals(theme)
                        && coding.coder().equals(coder)
                        && coding.transcript().equals(transcript))
                .map(CodingFolder.FolderCoding::span)
                .toList());
    }

    /** Whether every base segment the unit touches was looked at. */
    private static boolean isReviewed(TranscriptText text, Span unit, Set<Integer> seen) {
        boolean touches = false;
        for (int i = 0; i < text.segments().size(); i++) {
            if (text.segments().get(i).span().overlaps(unit)) {
                touches = true;
                if (!seen.contains(i)) {
                    return false;
                }
            }
        }
        return touches;
    }
}
