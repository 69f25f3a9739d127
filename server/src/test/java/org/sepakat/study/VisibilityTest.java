package org.sepakat.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Decision note 3 is the specification: each cell of its table is a test here. */
final class VisibilityTest {

    private static final Path NOTE = Path.of("..", "docs", "decisions", "003-who-sees-what.md");

    @TestFactory
    @DisplayName("[R3] every cell of the table of who sees what holds")
    List<DynamicTest> everyCellHolds() throws IOException {
        List<String> lines = Files.readAllLines(NOTE);
        var tests = new ArrayList<DynamicTest>();
        List<String> phases = List.of();
        for (String line : lines) {
            List<String> cells =
                    Arrays.stream(line.split("\\|")).skip(1).map(String::strip).toList();
            if (line.startsWith("| mode |")) {
                phases = cells.subList(3, cells.size());
            } else if (line.startsWith("| blind |") || line.startsWith("| open |")) {
                for (int i = 0; i < phases.size(); i++) {
                    tests.addAll(cell(cells, phases.get(i), cells.get(3 + i)));
                }
            }
        }
        assertEquals(42 * 4 + 42 * 2, tests.size(), "cells read, those of 'revealed' standing for three phases");
        return tests;
    }

    /** A cell under "revealed" stands for consensus and final too. */
    private static List<DynamicTest> cell(List<String> row, String phase, String expected) {
        Phase first = Word.parse(Phase.class, phase);
        List<Phase> phases =
                first == Phase.REVEALED ? List.of(Phase.REVEALED, Phase.CONSENSUS, Phase.FINAL) : List.of(first);
        return phases.stream()
                .map(p -> DynamicTest.dynamicTest(
                        String.join(" ", row.subList(0, 3)) + " " + p.word() + ": " + expected,
                        () -> assertEquals(
                                Visibility.Sight.valueOf(expected.toUpperCase(Locale.ROOT)),
                                sight(row.get(0), row.get(1), row.get(2), p))))
                .toList();
    }

    private static Visibility.Sight sight(String mode, String thing, String viewer, Phase phase) {
        Study study = Studies.withRound(Word.parse(Mode.class, mode), phase, Studies.ANI, Studies.BUDI);
        UUID member = switch (viewer) {
            case "assigned" -> Studies.ANI;
            case "unassigned" -> Studies.CITRA;
            case "lead" -> Studies.LEAD;
            case "observer" -> Studies.WATCHER;
            default -> throw new IllegalArgumentException(viewer);
        };
        return new Visibility(study).of(member, Studies.round(study), thing(thing));
    }

    private static Visibility.Thing thing(String words) {
        return Visibility.Thing.valueOf(words.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    @Test
    @DisplayName("[R4] a lead who codes in a blind round is as blind as any coder")
    void aCodingLeadIsBlind() {
        Study study = Studies.withRound(Mode.BLIND, Phase.CLOSED, Studies.LEAD, Studies.ANI);
        var visibility = new Visibility(study);

        assertTrue(visibility.sees(Studies.LEAD, StreamRef.ofCoder(Studies.ROUND, Studies.LEAD)));
        assertFalse(visibility.sees(Studies.LEAD, StreamRef.ofCoder(Studies.ROUND, Studies.ANI)));
        assertFalse(visibility.seesDrafts(Studies.LEAD));
        for (var thing : Set.of(Visibility.Thing.AGREEMENT, Visibility.Thing.PROGRESS_OF_OTHERS)) {
            assertEquals(Visibility.Sight.NO, visibility.of(Studies.LEAD, Studies.round(study), thing));
        }
    }

    @Test
    void drafts_are_closed_to_blind_members_and_observers_and_open_to_the_others() {
        var visibility = new Visibility(Studies.withRound(Mode.BLIND, Phase.CODING, Studies.ANI));

        assertFalse(visibility.seesDrafts(Studies.ANI));
        assertFalse(visibility.seesDrafts(Studies.WATCHER));
        assertTrue(visibility.seesDrafts(Studies.BUDI));
        assertTrue(visibility.seesDrafts(Studies.LEAD));
    }

    @Test
    @DisplayName("[R4] members who share a blind round see no presence of each other, even in an open round")
    void sharingABlindRoundHidesPresenceEverywhere() {
        UUID open = Studies.id("open round");
        Study study = Studies.withRound(Mode.BLIND, Phase.CODING, Studies.ANI, Studies.BUDI);
        study = Studies.withRound(
                study,
                Studies.plan(open, Mode.OPEN, Studies.bothTranscripts(Studies.ANI, Studies.BUDI, Studies.CITRA)),
                Phase.CODING);
        var visibility = new Visibility(study);
        Round round = java.util.Objects.requireNonNull(study.rounds().get(open));

        assertFalse(visibility.seesPresence(Studies.ANI, Studies.BUDI, round));
        assertTrue(visibility.seesPresence(Studies.ANI, Studies.CITRA, round));
        assertTrue(visibility.seesPresence(Studies.CITRA, Studies.BUDI, round));
        assertFalse(visibility.seesPresence(Studies.WATCHER, Studies.ANI, round));
    }

    @Test
    void a_removed_member_and_a_stranger_see_nothing() {
        Study study =
                Studies.withRound(Mode.OPEN, Phase.CODING, Studies.ANI).apply(new StudyAct.RemoveMember(Studies.ANI));
        var visibility = new Visibility(study);

        for (UUID nobody : Set.of(Studies.ANI, Studies.id("stranger"))) {
            assertFalse(visibility.sees(nobody, StreamRef.STUDY));
            assertFalse(visibility.sees(nobody, StreamRef.ofRound(Studies.ROUND)));
            assertEquals(Visibility.Sight.NO, visibility.of(nobody, Studies.round(study), Visibility.Thing.PLAN));
        }
    }

    @Test
    void streams_of_a_round_that_does_not_exist_are_seen_by_nobody() {
        var visibility = new Visibility(Studies.team());

        assertFalse(visibility.sees(Studies.LEAD, StreamRef.ofRound(Studies.id("nowhere"))));
        assertFalse(visibility.sees(Studies.LEAD, StreamRef.ofCoder(Studies.id("nowhere"), Studies.LEAD)));
    }
}
