package org.sepakat.study;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sepakat.text.BaseSegment;
import org.sepakat.text.Span;
import org.sepakat.text.TranscriptText;

/** Builds small studies for tests, by the same acts that build real ones. Ids are made from names, so that a test reads well. */
final class Studies {

    static final UUID LEAD = id("lead");
    static final UUID ANI = id("ani");
    static final UUID BUDI = id("budi");
    static final UUID CITRA = id("citra");
    static final UUID WATCHER = id("watcher");
    static final UUID T1 = id("transcript 1");
    static final UUID T2 = id("transcript 2");
    static final UUID TRUST = id("trust");
    static final UUID HEADING = id("heading");
    static final UUID WARM = id("warm");
    static final UUID COLD = id("cold");
    static final UUID ROUND = id("round");

    /** Three base segments: [4, 12), [17, 27), [32, 38); the last one holds an emoji of two code units at [34, 36). */
    static final TranscriptText TEXT = new TranscriptText(
            "A:  pertama\nB:  \n jawaban  \nA: a \uD83D\uDE42 z",
            List.of(
                    new BaseSegment(new Span(4, 11), "A", null),
                    new BaseSegment(new Span(17, 25), "B", null),
                    new BaseSegment(new Span(31, 37), "A", null)));

    private Studies() {}

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static Theme theme(UUID id, String label) {
        return new Theme(
                id,
                null,
                new Bilingual(label, label),
                Bilingual.EMPTY,
                Bilingual.EMPTY,
                Bilingual.EMPTY,
                1,
                null,
                Scope.EVERYTHING,
                null,
                true,
                1,
                false);
    }

    static Theme heading() {
        Theme theme = theme(HEADING, "relation");
        return new Theme(
                theme.id(),
                null,
                theme.label(),
                theme.definition(),
                theme.include(),
                theme.exclude(),
                2,
                null,
                Scope.EVERYTHING,
                null,
                false,
                2,
                false);
    }

    static Theme exclusive(UUID id, String label) {
        Theme theme = theme(id, label);
        return new Theme(
                id,
                null,
                theme.label(),
                theme.definition(),
                theme.include(),
                theme.exclude(),
                3,
                null,
                Scope.EVERYTHING,
                "tone",
                true,
                3,
                false);
    }

    static List<Theme> themes() {
        return Codebook.inOrder(
                List.of(theme(TRUST, "trust"), heading(), exclusive(WARM, "warm"), exclusive(COLD, "cold")));
    }

    /** A lead, three coders, an observer, a published codebook, two transcripts; no round. */
    static Study team() {
        Study study = Study.empty(id("study"))
                .apply(new StudyAct.CreateStudy(id("study"), "Trust", LEAD, "Lead", null))
                .apply(new StudyAct.AddMember(ANI, "Ani", Role.CODER))
                .apply(new StudyAct.AddMember(BUDI, "Budi", Role.CODER))
                .apply(new StudyAct.AddMember(CITRA, "Citra", Role.CODER))
                .apply(new StudyAct.AddMember(WATCHER, "Watcher", Role.OBSERVER))
                .apply(new StudyAct.PublishCodebook("first", 1, themes()));
        return study.apply(transcript(T1)).apply(transcript(T2));
    }

    private static StudyAct transcript(UUID id) {
        return new StudyAct.ImportTranscript(
                id,
                "T",
                TranscriptKind.INTERVIEW,
                1,
                id("content of " + id),
                TEXT.text().length(),
                3,
                "",
                Map.of());
    }

    static RoundPlan plan(UUID round, Mode mode, Set<Assignment> assignments) {
        return new RoundPlan(round, "Round " + round, mode, "turn", "any", List.of(T1, T2), assignments);
    }

    static Set<Assignment> bothTranscripts(UUID... coders) {
        var all = new java.util.HashSet<Assignment>();
        for (UUID coder : coders) {
            all.add(new Assignment(coder, T1));
            all.add(new Assignment(coder, T2));
        }
        return all;
    }

    /** The study with one more round, moved forward to that phase. */
    static Study withRound(Study study, RoundPlan plan, Phase phase) {
        Study now = study.apply(new StudyAct.CreateRound(plan));
        var steps = new ArrayList<>(List.of(Phase.values()));
        steps.remove(Phase.DRAFT);
        for (Phase step : steps) {
            if (step.compareTo(phase) <= 0) {
                now = now.apply(new StudyAct.MoveRound(plan.round(), step));
            }
        }
        return now;
    }

    static Study withRound(Mode mode, Phase phase, UUID... coders) {
        return withRound(team(), plan(ROUND, mode, bothTranscripts(coders)), phase);
    }

    static Round round(Study study) {
        return java.util.Objects.requireNonNull(study.rounds().get(ROUND));
    }
}
