package org.sepakat.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sepakat.study.Act;
import org.sepakat.study.Assignment;
import org.sepakat.study.Bilingual;
import org.sepakat.study.ConsensusAct;
import org.sepakat.study.DraftAct;
import org.sepakat.study.ErasableText;
import org.sepakat.study.ErrorCode;
import org.sepakat.study.Mode;
import org.sepakat.study.Outcome;
import org.sepakat.study.Phase;
import org.sepakat.study.ReferenceCoding;
import org.sepakat.study.Refusal;
import org.sepakat.study.Role;
import org.sepakat.study.Round;
import org.sepakat.study.RoundPlan;
import org.sepakat.study.Scope;
import org.sepakat.study.SpeakerRole;
import org.sepakat.study.StudyAct;
import org.sepakat.study.Theme;
import org.sepakat.study.TranscriptKind;
import org.sepakat.study.Verdict;
import org.sepakat.study.WorkAct;
import org.sepakat.text.Span;

final class ActJsonTest {

    private static final UUID A = UUID.fromString("0b2c61a5-6a5f-4a52-9d0e-4f3b8d6b1a01");
    private static final UUID B = UUID.fromString("a7c0f2be-3c1d-4f0e-8b7a-5d9e2c4f6b02");
    private static final UUID C = UUID.fromString("c31d9f40-7e22-4b6c-a1f5-9e8d7c6b5a03");

    private static final Theme THEME = new Theme(
            A,
            B,
            new Bilingual("kepercayaan", "trust"),
            new Bilingual("percaya \uD83D\uDE42", "relies on"),
            Bilingual.EMPTY,
            Bilingual.EMPTY,
            7,
            "k",
            new Scope(Set.of(SpeakerRole.PARTICIPANT), Set.of("P2", "P1")),
            "tone",
            true,
            3,
            false);

    private static final RoundPlan PLAN = new RoundPlan(
            A, "First", Mode.BLIND, "turn", "any", List.of(C, B), Set.of(new Assignment(B, C), new Assignment(A, C)));

    static Stream<Act> actsOfEveryKind() {
        return Stream.of(
                new StudyAct.CreateStudy(A, "Trust", B, "Lead", C),
                new StudyAct.CreateStudy(A, "Trust", B, "Lead", null),
                new StudyAct.RenameStudy("Kepercayaan"),
                new StudyAct.AddMember(A, "Ani", Role.CODER),
                new StudyAct.ChangeMember(A, "Ani", Role.LEAD),
                new StudyAct.JoinMember(A, B),
                new StudyAct.RemoveMember(A),
                new StudyAct.PublishCodebook("first", 2, List.of(THEME)),
                new StudyAct.ImportTranscript(
                        A, "T", TranscriptKind.FOCUS_GROUP, 1, B, 10, 2, "ab", Map.of("P1", SpeakerRole.OTHER)),
                new StudyAct.RenameTranscript(A, "T 2"),
                new StudyAct.CreateRound(PLAN),
                new StudyAct.PlanRound(PLAN),
                new StudyAct.MoveRound(A, Phase.CODING),
                new StudyAct.AddAssignment(A, B, C),
                new StudyAct.ImportRound(
                        A, "R", "turn", "any", 2, List.of(new Round.Pinned(B, 3)), Set.of(new Assignment(C, B))),
                new DraftAct.PutTheme(THEME),
                new DraftAct.ArchiveTheme(A),
                new WorkAct.ApplyTheme(A, B, C, A, new Span(3, 9), List.of(B, C)),
                new WorkAct.RemoveCoding(A, B),
                new WorkAct.MarkReviewed(A, B, new Span(0, 4)),
                new WorkAct.ClearReview(A, B, new Span(0, 4)),
                new WorkAct.ReopenAssignments(A, B),
                new WorkAct.CloseAssignments(A, B),
                new ConsensusAct.RecordDecision(
                        A,
                        B,
                        C,
                        A,
                        new Span(0, 40),
                        Outcome.EDGES,
                        List.of(new ConsensusAct.Decided(C, A, new Span(3, 9))),
                        new ErasableText(B, "it is trust \uD83D\uDE42")),
                new ConsensusAct.RecordDecision(
                        A, B, C, A, new Span(0, 40), Outcome.NONE, List.of(), new ErasableText(B, null)),
                new ConsensusAct.RecordDecision(
                        A, B, C, A, new Span(0, 40), Outcome.DEFER, List.of(), ErasableText.NONE),
                new ConsensusAct.EraseContent(A, B),
                new ConsensusAct.WithdrawDecision(A, B, C, new Span(0, 40)),
                new ConsensusAct.AdoptReference(
                        A, List.of(new ReferenceCoding(B, C, A, new Span(3, 9), ReferenceCoding.Basis.SINGLE))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("actsOfEveryKind")
    @DisplayName("The log gives back the act that was written, whatever order its fields come in")
    void theLogGivesBackTheAct(Act act) {
        JsonObject body = ActJson.encode(act);
        var shuffled = new JsonObject();
        List<String> names = List.copyOf(body.fieldNames());
        for (int i = names.size() - 1; i >= 0; i--) {
            shuffled.put(names.get(i), body.getValue(names.get(i)));
        }
        Act back = ActJson.fromLog(act.kind(), new JsonObject(shuffled.encode()));
        assertEquals(act, back);
        assertEquals(body.encode(), ActJson.encode(back).encode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "study.create",
                "member.join",
                "transcript.import",
                "round.import",
                "reference.adopt",
                "coding.invent",
                ""
            })
    @DisplayName("[O8] Kinds that are unknown or the server's own are refused alike")
    void kindsOfTheServerAreRefused(String kind) {
        assertEquals("kind", pathOf(ActJson.fromClient(kind, new JsonObject())));
    }

    static Stream<List<String>> faultyBodies() {
        String apply =
                "{'round':'%s','coding':'%s','transcript':'%s','theme':'%s','start':3,'end':9}".formatted(A, B, C, A);
        String theme = ActJson.encode(new DraftAct.PutTheme(THEME)).encode();
        return Stream.of(
                List.of("coding.apply", apply.replace("'start':3,", ""), "body.start"),
                List.of("coding.apply", apply.replace("'end':9", "'end':9,'replaces':[]"), "body.replaces"),
                List.of("coding.apply", apply.replace("'end':9", "'end':3"), "body.end"),
                List.of("coding.apply", apply.replace("'start':3", "'start':-1"), "body.start"),
                List.of("coding.apply", apply.replace("'start':3", "'start':3.0"), "body.start"),
                List.of("coding.apply", apply.replace("'end':9", "'end':99999999999999999999"), "body.end"),
                List.of("coding.apply", apply.replace("'start':3", "'start':'3'"), "body.start"),
                List.of(
                        "coding.apply",
                        apply.replace(B.toString(), B.toString().replace("-4f0e", "-1f0e")),
                        "body.coding"),
                List.of("coding.apply", apply.replace(B.toString(), "1-1-1-4-1"), "body.coding"),
                List.of("codebook.publish", "{'reason':'x','version':3}", "body.version"),
                List.of("codebook.publish", "{'reason':'x','themes':[]}", "body.themes"),
                List.of("codebook.publish", "{'reason':'%s'}".formatted("x".repeat(2_001)), "body.reason"),
                List.of("study.rename", "{'name':'%s'}".formatted("x".repeat(201)), "body.name"),
                List.of("study.rename", "{'name':'a\\u0000b'}", "body.name"),
                List.of("study.rename", "{'name':'a\\ud83d'}", "body.name"),
                List.of("study.rename", "{'name':null}", "body.name"),
                List.of("member.add", "{'member':'%s','name':'A','role':'boss'}".formatted(A), "body.role"),
                List.of("theme.put", theme.replace("\"colour\":7", "\"colour\":25"), "body.theme.colour"),
                List.of("theme.put", theme.replace("\"id\":\"kep", "\"ID\":\"kep"), "body.theme.label.id"),
                List.of("theme.put", theme.replace("\"participant\"", "\"robot\""), "body.theme.scope.roles[0]"),
                List.of("theme.put", theme.replace("\"archived\":false", "\"archived\":0"), "body.theme.archived"),
                List.of(
                        "round.create",
                        ActJson.encode(new StudyAct.CreateRound(PLAN))
                                .put("assignments", new JsonArray().add(new JsonObject().put("member", A.toString())))
                                .encode(),
                        "body.assignments[0].transcript"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faultyBodies")
    @DisplayName("[O8] A faulty field is refused by its path")
    void faultyFieldsAreNamed(List<String> row) {
        var body = new JsonObject(row.get(1).replace('\'', '"'));
        assertEquals(row.get(2), pathOf(ActJson.fromClient(row.get(0), body)));
    }

    @Test
    @DisplayName("[O3] Equal submissions have equal hashes, and each part of a submission counts")
    void hashesTellSubmissionsApart() {
        var rename = new StudyAct.RenameStudy("A");
        Buffer hash = PayloadHash.of(rename, 1);
        assertEquals(hex(hash), hex(PayloadHash.of(new StudyAct.RenameStudy("A"), 1)));
        var others = Stream.of(
                        PayloadHash.of(rename, null),
                        PayloadHash.of(rename, 2),
                        PayloadHash.of(new StudyAct.RenameStudy("B"), 1),
                        PayloadHash.of(new WorkAct.RemoveCoding(A, B), 1),
                        PayloadHash.of(new WorkAct.ReopenAssignments(A, B), 1))
                .map(ActJsonTest::hex)
                .distinct()
                .toList();
        assertEquals(5, others.size());
        assertEquals(false, others.contains(hex(hash)));
    }

    private static String hex(Buffer hash) {
        return java.util.HexFormat.of().formatHex(hash.getBytes());
    }

    private static Object pathOf(Verdict<Act> verdict) {
        Refusal refusal = assertInstanceOf(Verdict.Refused.class, verdict).refusal();
        assertEquals(ErrorCode.E_BAD, refusal.code());
        return String.valueOf(refusal.detail().get("path"));
    }
}
