package org.sepakat.log;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.sepakat.store.Fields;
import org.sepakat.store.ThemeJson;
import org.sepakat.store.TranscriptJson;
import org.sepakat.study.Assignment;
import org.sepakat.study.Mode;
import org.sepakat.study.Phase;
import org.sepakat.study.Role;
import org.sepakat.study.Round;
import org.sepakat.study.RoundPlan;
import org.sepakat.study.StudyAct;
import org.sepakat.study.TranscriptKind;

/** The study's acts as JSON. */
final class StudyActJson {

    private static final int NAME = 200;
    private static final int REASON = 2_000;
    private static final int WORD = 40;
    private static final int THEMES = 10_000;
    private static final int ROUNDS = 1_000;

    static final List<ActCodec<?>> CODECS = List.of(
            ActCodec.serverMade(
                    "study.create",
                    StudyAct.CreateStudy.class,
                    body -> new StudyAct.CreateStudy(
                            body.id("study"),
                            body.text("name", NAME),
                            body.id("founder"),
                            body.text("founder_name", NAME),
                            body.idOrNull("account")),
                    act -> new JsonObject()
                            .put("study", act.study().toString())
                            .put("name", act.name())
                            .put("founder", act.founder().toString())
                            .put("founder_name", act.founderName())
                            .put(
                                    "account",
                                    act.account() == null ? null : act.account().toString())),
            ActCodec.plain(
                    "study.rename",
                    StudyAct.RenameStudy.class,
                    body -> new StudyAct.RenameStudy(body.text("name", NAME)),
                    act -> new JsonObject().put("name", act.name())),
            ActCodec.plain(
                    "member.add",
                    StudyAct.AddMember.class,
                    body -> new StudyAct.AddMember(
                            body.id("member"), body.text("name", NAME), body.word("role", Role.class)),
                    act -> member(act.member())
                            .put("name", act.name())
                            .put("role", act.role().word())),
            ActCodec.plain(
                    "member.change",
                    StudyAct.ChangeMember.class,
                    body -> new StudyAct.ChangeMember(
                            body.id("member"), body.text("name", NAME), body.word("role", Role.class)),
                    act -> member(act.member())
                            .put("name", act.name())
                            .put("role", act.role().word())),
            ActCodec.serverMade(
                    "member.join",
                    StudyAct.JoinMember.class,
                    body -> new StudyAct.JoinMember(body.id("member"), body.id("account")),
                    act -> member(act.member()).put("account", act.account().toString())),
            ActCodec.plain(
                    "member.remove",
                    StudyAct.RemoveMember.class,
                    body -> new StudyAct.RemoveMember(body.id("member")),
                    act -> member(act.member())),
            ActCodec.completed(
                    "codebook.publish",
                    StudyAct.PublishCodebook.class,
                    body -> new StudyAct.PublishCodebook(body.text("reason", REASON), 0, List.of()),
                    body -> new StudyAct.PublishCodebook(
                            body.text("reason", REASON),
                            body.number("version", 1, Integer.MAX_VALUE),
                            body.objects("themes", THEMES, ThemeJson::decode)),
                    act -> new JsonObject()
                            .put("reason", act.reason())
                            .put("version", act.version())
                            .put("themes", ThemeJson.encodeAll(act.themes()))),
            ActCodec.serverMade(
                    "transcript.import",
                    StudyAct.ImportTranscript.class,
                    StudyActJson::transcript,
                    StudyActJson::encode),
            ActCodec.serverMade(
                    "transcript.correct",
                    StudyAct.CorrectTranscript.class,
                    StudyActJson::correction,
                    StudyActJson::encode),
            ActCodec.plain(
                    "transcript.rename",
                    StudyAct.RenameTranscript.class,
                    body -> new StudyAct.RenameTranscript(body.id("transcript"), body.text("name", NAME)),
                    act -> new JsonObject()
                            .put("transcript", act.transcript().toString())
                            .put("name", act.name())),
            ActCodec.plain(
                    "round.create",
                    StudyAct.CreateRound.class,
                    body -> new StudyAct.CreateRound(plan(body)),
                    act -> encode(act.plan())),
            ActCodec.plain(
                    "round.plan",
                    StudyAct.PlanRound.class,
                    body -> new StudyAct.PlanRound(plan(body)),
                    act -> encode(act.plan())),
            ActCodec.plain(
                    "round.move",
                    StudyAct.MoveRound.class,
                    body -> new StudyAct.MoveRound(body.id("round"), body.word("to", Phase.class)),
                    act -> new JsonObject()
                            .put("round", act.round().toString())
                            .put("to", act.to().word())),
            ActCodec.serverMade(
                    "round.import", StudyAct.ImportRound.class, StudyActJson::imported, StudyActJson::encode),
            ActCodec.plain(
                    "assignment.add",
                    StudyAct.AddAssignment.class,
                    body -> new StudyAct.AddAssignment(body.id("round"), body.id("member"), body.id("transcript")),
                    act -> new JsonObject()
                            .put("round", act.round().toString())
                            .put("member", act.member().toString())
                            .put("transcript", act.transcript().toString())));

    private StudyActJson() {}

    private static JsonObject member(UUID member) {
        return new JsonObject().put("member", member.toString());
    }

    private static StudyAct.ImportTranscript transcript(Fields body) {
        return new StudyAct.ImportTranscript(
                body.id("transcript"),
                body.text("name", NAME),
                body.word("kind", TranscriptKind.class),
                body.number("version", 1, Integer.MAX_VALUE),
                body.id("content"),
                body.number("length", 1, Integer.MAX_VALUE),
                body.number("segments", 1, Integer.MAX_VALUE),
                body.text("sha256", 64),
                TranscriptJson.speakers(body));
    }

    private static JsonObject encode(StudyAct.ImportTranscript act) {
        return new JsonObject()
                .put("transcript", act.transcript().toString())
                .put("name", act.name())
                .put("kind", act.transcriptKind().word())
                .put("version", act.version())
                .put("content", act.content().toString())
                .put("length", act.length())
                .put("segments", act.segments())
                .put("sha256", act.sha256())
                .put("speakers", TranscriptJson.encodeSpeakers(act.speakers()));
    }

    private static StudyAct.CorrectTranscript correction(Fields body) {
        return new StudyAct.CorrectTranscript(
                body.id("transcript"),
                body.number("version", 1, Integer.MAX_VALUE),
                body.id("content"),
                body.number("length", 1, Integer.MAX_VALUE),
                body.number("segments", 1, Integer.MAX_VALUE),
                body.text("sha256", 64),
                TranscriptJson.speakers(body),
                Set.copyOf(body.ids("rounds", ROUNDS)));
    }

    private static JsonObject encode(StudyAct.CorrectTranscript act) {
        return new JsonObject()
                .put("transcript", act.transcript().toString())
                .put("version", act.version())
                .put("content", act.content().toString())
                .put("length", act.length())
                .put("segments", act.segments())
                .put("sha256", act.sha256())
                .put("speakers", TranscriptJson.encodeSpeakers(act.speakers()))
                .put(
                        "rounds",
                        new JsonArray(act.rounds().stream()
                                .sorted()
                                .map(UUID::toString)
                                .toList()));
    }

    private static RoundPlan plan(Fields body) {
        return new RoundPlan(
                body.id("round"),
                body.text("name", NAME),
                body.word("mode", Mode.class),
                body.text("unit", WORD),
                body.text("rule", WORD),
                body.ids("transcripts", RoundPlan.MOST_TRANSCRIPTS),
                assignments(body));
    }

    private static Set<Assignment> assignments(Fields body) {
        return new HashSet<>(body.objects(
                "assignments",
                RoundPlan.MOST_ASSIGNMENTS,
                item -> new Assignment(item.id("member"), item.id("transcript"))));
    }

    private static StudyAct.ImportRound imported(Fields body) {
        return new StudyAct.ImportRound(
                body.id("round"),
                body.text("name", NAME),
                body.text("unit", WORD),
                body.text("rule", WORD),
                body.number("codebook_version", 1, Integer.MAX_VALUE),
                body.objects(
                        "transcripts",
                        RoundPlan.MOST_TRANSCRIPTS,
                        item -> new Round.Pinned(item.id("transcript"), item.number("version", 1, Integer.MAX_VALUE))),
                assignments(body));
    }

    private static JsonObject encode(StudyAct.ImportRound act) {
        return new JsonObject()
                .put("round", act.round().toString())
                .put("name", act.name())
                .put("unit", act.unit())
                .put("rule", act.rule())
                .put("codebook_version", act.codebookVersion())
                .put(
                        "transcripts",
                        new JsonArray(act.transcripts().stream()
                                .map(pinned -> new JsonObject()
                                        .put("transcript", pinned.transcript().toString())
                                        .put("version", pinned.version()))
                                .toList()))
                .put("assignments", encode(act.assignments()));
    }

    private static JsonObject encode(RoundPlan plan) {
        return new JsonObject()
                .put("round", plan.round().toString())
                .put("name", plan.name())
                .put("mode", plan.mode().word())
                .put("unit", plan.unit())
                .put("rule", plan.rule())
                .put(
                        "transcripts",
                        new JsonArray(
                                plan.transcripts().stream().map(UUID::toString).toList()))
                .put("assignments", encode(plan.assignments()));
    }

    private static JsonArray encode(Set<Assignment> assignments) {
        return new JsonArray(
                assignments.stream().sorted().map(StudyActJson::encode).toList());
    }

    private static JsonObject encode(Assignment assignment) {
        return member(assignment.member())
                .put("transcript", assignment.transcript().toString());
    }
}
