package org.sepakat.log;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sepakat.study.Assignment;
import org.sepakat.study.Bilingual;
import org.sepakat.study.DraftAct;
import org.sepakat.study.Mode;
import org.sepakat.study.Phase;
import org.sepakat.study.Role;
import org.sepakat.study.RoundPlan;
import org.sepakat.study.Scope;
import org.sepakat.study.SpeakerRole;
import org.sepakat.study.StudyAct;
import org.sepakat.study.Theme;
import org.sepakat.study.TranscriptKind;
import org.sepakat.study.WorkAct;
import org.sepakat.text.Span;
import org.sepakat.text.TranscriptText;

/** A study with a lead, coders, a published codebook and one transcript. */
final class Team {

    final Stage stage;
    final UUID study;
    final UUID lead;
    final List<UUID> coders = new ArrayList<>();
    final UUID trust = UUID.randomUUID();
    final UUID warm = UUID.randomUUID();
    final UUID cold = UUID.randomUUID();
    final UUID transcript = UUID.randomUUID();

    Team(Stage stage, int coders, TranscriptText text) {
        this.stage = stage;
        var founded = Stage.await(stage.log.createStudy("Trust", "Lead", null));
        study = founded.study();
        lead = founded.member();
        for (int i = 0; i < coders; i++) {
            UUID coder = UUID.randomUUID();
            lead(new StudyAct.AddMember(coder, "Coder " + i, Role.CODER));
            this.coders.add(coder);
        }
        stage.accept(study, lead, new DraftAct.PutTheme(theme(trust, null)), null);
        stage.accept(study, lead, new DraftAct.PutTheme(theme(warm, "tone")), null);
        stage.accept(study, lead, new DraftAct.PutTheme(theme(cold, "tone")), null);
        lead(new StudyAct.PublishCodebook("first", 0, List.of()));
        assertInstanceOf(
                Answer.Ok.class,
                Stage.await(stage.log.importTranscript(
                        study,
                        lead,
                        new Founding.Import(
                                UUID.randomUUID(),
                                transcript,
                                "T",
                                TranscriptKind.INTERVIEW,
                                text,
                                Map.of("A", SpeakerRole.INTERVIEWER, "B", SpeakerRole.PARTICIPANT)))));
    }

    Team(Stage stage, int coders) {
        this(stage, coders, Stage.TEXT);
    }

    static Theme theme(UUID id, @org.jspecify.annotations.Nullable String group) {
        return new Theme(
                id,
                null,
                new Bilingual("", "theme " + id),
                Bilingual.EMPTY,
                Bilingual.EMPTY,
                Bilingual.EMPTY,
                1,
                null,
                Scope.EVERYTHING,
                group,
                true,
                1,
                false);
    }

    Answer.Ok lead(StudyAct act) {
        return stage.accept(study, lead, act, null);
    }

    /** Planned with every coder on the transcript, and started. */
    UUID startRound(Mode mode) {
        UUID round = planRound(mode);
        move(round, Phase.CODING);
        return round;
    }

    UUID planRound(Mode mode) {
        UUID round = UUID.randomUUID();
        Set<Assignment> all = new HashSet<>();
        coders.forEach(coder -> all.add(new Assignment(coder, transcript)));
        lead(new StudyAct.CreateRound(new RoundPlan(round, "R", mode, "turn", "any", List.of(transcript), all)));
        return round;
    }

    Answer.Ok move(UUID round, Phase to) {
        return stage.accept(study, lead, new StudyAct.MoveRound(round, to), rev(round));
    }

    int rev(UUID round) {
        return java.util.Objects.requireNonNull(
                        stage.overview(study).study().rounds().get(round))
                .rev();
    }

    WorkAct.ApplyTheme apply(UUID round, UUID theme, int start, int end) {
        return new WorkAct.ApplyTheme(round, UUID.randomUUID(), transcript, theme, new Span(start, end), List.of());
    }
}
