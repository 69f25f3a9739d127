package org.sepakat.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sepakat.text.BaseSegment;
import org.sepakat.text.Span;
import org.sepakat.text.TranscriptText;

/** The same cases as the pages count. */
class ToReviewTest {
    private static final UUID ID = UUID.randomUUID();
    private static final TranscriptText TEXT = new TranscriptText(
            "x".repeat(39), List.of(turn(0, "PS-02"), turn(10, "PM-07"), turn(20, "PS-02"), turn(30, "PM-07")));
    private static final Transcript TRANSCRIPT = new Transcript(
            ID,
            "T-01",
            TranscriptKind.INTERVIEW,
            1,
            ID,
            39,
            4,
            "",
            Map.of("PM-07", SpeakerRole.PARTICIPANT, "PS-02", SpeakerRole.INTERVIEWER),
            1);

    private static BaseSegment turn(int start, String speaker) {
        return new BaseSegment(new Span(start, start + 9), speaker, null);
    }

    private static Theme theme(Scope scope, boolean codable) {
        var none = new Bilingual("", "");
        return new Theme(ID, null, none, none, none, none, 1, null, scope, null, codable, 0, false);
    }

    private static ToReview toReview(@Nullable Theme theme) {
        return ToReview.of(TEXT, TRANSCRIPT, theme == null ? null : new CodebookVersion(1, "", List.of(theme)));
    }

    @Test
    void theTurnsThatAThemeAppliesToAreToBeReviewed() {
        ToReview participants = toReview(theme(new Scope(Set.of(SpeakerRole.PARTICIPANT), Set.of()), true));

        assertEquals(Set.of(10, 30), participants.starts());
        assertEquals(1, participants.reviewed(List.of(10, 20)));
    }

    @Test
    void everyTurnIsForAThemeWithoutAScope() {
        assertEquals(4, toReview(theme(Scope.EVERYTHING, true)).size());
    }

    @Test
    void everyTurnIsWhereNothingCanBeCodedYet() {
        assertEquals(4, toReview(null).size());
        assertEquals(
                4, toReview(theme(new Scope(Set.of(), Set.of("PM-07")), false)).size());
    }
}
