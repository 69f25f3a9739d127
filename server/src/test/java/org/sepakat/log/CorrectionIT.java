package org.sepakat.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sepakat.study.ErrorCode;
import org.sepakat.study.Mode;
import org.sepakat.study.Phase;
import org.sepakat.study.Refusal;
import org.sepakat.study.Round;
import org.sepakat.study.SpeakerRole;
import org.sepakat.study.StreamRef;
import org.sepakat.study.WorkAct;
import org.sepakat.text.BaseSegment;
import org.sepakat.text.Span;
import org.sepakat.text.TranscriptText;

/** [C1-C4] A text is corrected while it is coded: work moves with its words, is to be looked at, or is an orphan, and never silently lies elsewhere. */
final class CorrectionIT {

    private static Stage stage;

    @BeforeAll
    static void open() {
        stage = new Stage();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    private static TranscriptText text(String... turns) {
        var text = new StringBuilder();
        var segments = new ArrayList<BaseSegment>();
        for (String turn : turns) {
            segments.add(new BaseSegment(new Span(text.length(), text.length() + turn.length()), "B", null));
            text.append(turn).append('\n');
        }
        return new TranscriptText(text.toString(), segments);
    }

    private static final TranscriptText FIRST =
            text("saya percya kepada beliau", "nama saya Siti", "beliau baik sekali", "itu saja");
    private static final TranscriptText SECOND = text("saya percaya kepada beliau", "beliau baik sekali", "itu saja");

    static Answer correct(Team team, int version, TranscriptText text) {
        return Stage.await(team.stage.log.correctTranscript(
                team.study,
                team.lead,
                new Founding.Corrected(
                        UUID.randomUUID(),
                        team.transcript,
                        version,
                        text,
                        Map.of("B", SpeakerRole.PARTICIPANT),
                        stage.overview(team.study).study().roundsToMove(team.transcript))));
    }

    private static JsonObject snapshot(Team team, StreamRef ref) {
        return Stage.await(stage.reader.snapshot(
                        team.study, stage.stream(team.study, ref).id()))
                .data();
    }

    private static Span of(TranscriptText text, String quote) {
        int start = text.text().indexOf(quote);
        return new Span(start, start + quote.length());
    }

    private static UUID code(Team team, UUID round, String quote) {
        var act = team.apply(
                round, team.trust, of(FIRST, quote).start(), of(FIRST, quote).end());
        stage.accept(team.study, team.coders.get(0), act, null);
        return act.coding();
    }

    private static void review(Team team, UUID round, String turn) {
        stage.accept(
                team.study,
                team.coders.get(0),
                new WorkAct.MarkReviewed(round, team.transcript, of(FIRST, turn)),
                null);
    }

    private static JsonObject place(Team team, UUID coding, Span span) {
        return new JsonObject()
                .put("coding", coding.toString())
                .put("coder", team.coders.get(0).toString())
                .put("transcript", team.transcript.toString())
                .put("theme", team.trust.toString())
                .put("start", span.start())
                .put("end", span.end());
    }

    private static List<?> sorted(JsonArray things) {
        return things.stream().map(Object::toString).sorted().toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"OPEN", "BLIND"})
    @DisplayName(
            "[C1, C2] Codings move with their words, changed ones are to be looked at, lost ones are orphans, changed turns need a new look")
    void workMoves(Mode mode) {
        var team = new Team(stage, 2, FIRST);
        UUID round = team.startRound(mode);
        UUID moved = code(team, round, "beliau baik");
        UUID changed = code(team, round, "percya kepada");
        UUID lost = code(team, round, "Siti");
        review(team, round, "saya percya kepada beliau");
        review(team, round, "beliau baik sekali");

        assertInstanceOf(Answer.Ok.class, correct(team, 2, SECOND));

        StreamRef ref = mode == Mode.OPEN ? StreamRef.ofRound(round) : StreamRef.ofCoder(round, team.coders.get(0));
        JsonObject now = snapshot(team, ref);
        assertEquals(
                sorted(new JsonArray()
                        .add(place(team, moved, of(SECOND, "beliau baik")))
                        .add(place(team, changed, of(SECOND, "percaya kepada")).put("anchor", "check"))),
                sorted(now.getJsonArray("codings")));
        JsonObject orphan = now.getJsonArray("orphans").getJsonObject(0);
        assertEquals(lost.toString(), orphan.getString("coding"));
        assertEquals(1, orphan.getInteger("version"));
        assertEquals(of(FIRST, "Siti"), new Span(orphan.getInteger("start"), orphan.getInteger("end")));
        assertEquals(
                List.of(of(SECOND, "beliau baik sekali")),
                now.getJsonArray("reviews").stream()
                        .map(review -> (JsonObject) review)
                        .map(review -> new Span(review.getInteger("start"), review.getInteger("end")))
                        .toList());
        Round taken = Objects.requireNonNull(
                stage.overview(team.study).study().rounds().get(round));
        assertEquals(2, taken.versionOf(team.transcript));
        FoldIT.checkStreams(stage, team.study);

        stage.accept(team.study, team.coders.get(0), new WorkAct.ConfirmCoding(round, changed), null);
        stage.accept(team.study, team.coders.get(0), new WorkAct.RemoveCoding(round, lost), null);
        JsonObject settled = snapshot(team, ref);
        assertEquals(0, settled.getJsonArray("orphans").size());
        assertEquals(
                sorted(new JsonArray()
                        .add(place(team, moved, of(SECOND, "beliau baik")))
                        .add(place(team, changed, of(SECOND, "percaya kepada")))),
                sorted(settled.getJsonArray("codings")));
        FoldIT.checkStreams(stage, team.study);
    }

    @Test
    @DisplayName("[C3] An act that counted in the old text is refused, and told which text stands")
    void oldPlacesAreRefused() {
        var team = new Team(stage, 1, FIRST);
        UUID round = team.startRound(Mode.OPEN);
        correct(team, 2, SECOND);
        UUID coder = team.coders.get(0);
        var apply = team.apply(round, team.trust, 5, 12);
        Refusal refusal = stage.refuse(
                team.study,
                coder,
                new WorkAct.ApplyTheme(
                        round, apply.coding(), apply.transcript(), apply.theme(), apply.span(), List.of(), 1),
                null);
        assertEquals(ErrorCode.E_STALE, refusal.code());
        assertEquals(Map.of("version", 2), refusal.detail());
        assertEquals(
                ErrorCode.E_STALE,
                stage.refuse(
                                team.study,
                                coder,
                                new WorkAct.MarkReviewed(round, team.transcript, of(FIRST, "itu saja"), 1),
                                null)
                        .code());
        stage.accept(
                team.study,
                coder,
                new WorkAct.ApplyTheme(
                        round, apply.coding(), apply.transcript(), apply.theme(), apply.span(), List.of(), 2),
                null);
    }

    @Test
    @DisplayName("[C4] A closed round keeps its text, a draft starts with the corrected one")
    void closedRoundsKeepTheirs() {
        var team = new Team(stage, 1, FIRST);
        UUID closed = team.startRound(Mode.OPEN);
        UUID coding = code(team, closed, "percya kepada");
        team.move(closed, Phase.CLOSED);
        UUID draft = team.planRound(Mode.OPEN);
        correct(team, 2, SECOND);
        assertEquals(
                sorted(new JsonArray().add(place(team, coding, of(FIRST, "percya kepada")))),
                sorted(snapshot(team, StreamRef.ofRound(closed)).getJsonArray("codings")));
        team.move(draft, Phase.CODING);
        var rounds = stage.overview(team.study).study().rounds();
        assertEquals(1, Objects.requireNonNull(rounds.get(closed)).versionOf(team.transcript));
        assertEquals(2, Objects.requireNonNull(rounds.get(draft)).versionOf(team.transcript));
        FoldIT.checkStreams(stage, team.study);
    }

    @Test
    @DisplayName(
            "[C1] A round that the lead does not move keeps its text, and one that cannot be moved refuses the whole")
    void roundsAreMovedByChoice() {
        var team = new Team(stage, 1, FIRST);
        UUID kept = team.startRound(Mode.OPEN);
        UUID draft = team.planRound(Mode.OPEN);
        var none = new Founding.Corrected(UUID.randomUUID(), team.transcript, 2, SECOND, Map.of(), Set.of());
        assertInstanceOf(Answer.Ok.class, Stage.await(stage.log.correctTranscript(team.study, team.lead, none)));
        assertEquals(
                1,
                Objects.requireNonNull(
                                stage.overview(team.study).study().rounds().get(kept))
                        .versionOf(team.transcript));
        var foolish = new Founding.Corrected(UUID.randomUUID(), team.transcript, 3, FIRST, Map.of(), Set.of(draft));
        assertEquals(
                ErrorCode.E_BAD,
                assertInstanceOf(
                                Answer.No.class,
                                Stage.await(stage.log.correctTranscript(team.study, team.lead, foolish)))
                        .refusal()
                        .code());
    }

    @Test
    @DisplayName("[C2] Where turns were joined, two themes of one group on what is one turn now are to be looked at")
    void groupsAreChecked() {
        var team = new Team(stage, 1, FIRST);
        UUID round = team.startRound(Mode.OPEN);
        UUID coder = team.coders.get(0);
        Span nice = of(FIRST, "baik sekali");
        Span only = of(FIRST, "itu saja");
        stage.accept(team.study, coder, team.apply(round, team.warm, nice.start(), nice.end()), null);
        stage.accept(team.study, coder, team.apply(round, team.cold, only.start(), only.end()), null);
        correct(team, 2, text("saya percya kepada beliau", "nama saya Siti", "beliau baik sekali itu saja"));
        assertEquals(
                List.of("check", "check"),
                snapshot(team, StreamRef.ofRound(round)).getJsonArray("codings").stream()
                        .map(coding -> ((JsonObject) coding).getString("anchor"))
                        .toList());
        FoldIT.checkStreams(stage, team.study);
    }

    @Test
    @DisplayName(
            "The same text, another version than the next, and a coder are refused; the same op again gets the same answer")
    void refusals() {
        var team = new Team(stage, 1, FIRST);
        assertEquals(
                ErrorCode.E_BAD,
                assertInstanceOf(Answer.No.class, correct(team, 2, FIRST))
                        .refusal()
                        .code());
        assertEquals(
                ErrorCode.E_STALE,
                assertInstanceOf(Answer.No.class, correct(team, 3, SECOND))
                        .refusal()
                        .code());
        var corrected = new Founding.Corrected(UUID.randomUUID(), team.transcript, 2, SECOND, Map.of(), Set.of());
        assertEquals(
                ErrorCode.E_READONLY,
                assertInstanceOf(
                                Answer.No.class,
                                Stage.await(stage.log.correctTranscript(team.study, team.coders.get(0), corrected)))
                        .refusal()
                        .code());
        var first = assertInstanceOf(
                Answer.Ok.class, Stage.await(stage.log.correctTranscript(team.study, team.lead, corrected)));
        var again = assertInstanceOf(
                Answer.Ok.class, Stage.await(stage.log.correctTranscript(team.study, team.lead, corrected)));
        assertEquals(List.of(first.seq(), true), List.of(again.seq(), again.dup()));
    }

    @Test
    @DisplayName("Thousands of marks move, in several acts, and fold to what the tables hold")
    void manyMove() {
        var team = new Team(stage, 1, Stage.text(1_000));
        UUID round = team.startRound(Mode.BLIND);
        var acts = new ArrayList<WorkAct>();
        Stage.text(1_000).segments().forEach(segment -> {
            acts.add(team.apply(
                    round, team.trust, segment.span().start(), segment.span().end()));
            acts.add(new WorkAct.MarkReviewed(round, team.transcript, segment.span()));
        });
        for (int from = 0; from < acts.size(); from += 50) {
            stage.submit(
                    team.study,
                    team.coders.get(0),
                    acts.subList(from, from + 50).stream()
                            .map(act -> Stage.op(act, null))
                            .toList());
        }
        TranscriptText before = Stage.text(1_000);
        TranscriptText after = new TranscriptText(
                "Baru.\n" + before.text(),
                java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(new BaseSegment(new Span(0, 5), "B", null)),
                                before.segments().stream()
                                        .map(segment -> new BaseSegment(
                                                new Span(
                                                        segment.span().start() + 6,
                                                        segment.span().end() + 6),
                                                segment.speaker(),
                                                null)))
                        .toList());
        assertInstanceOf(Answer.Ok.class, correct(team, 2, after));
        JsonObject now = snapshot(team, StreamRef.ofCoder(round, team.coders.get(0)));
        assertEquals(1_000, now.getJsonArray("codings").size());
        assertEquals(1_000, now.getJsonArray("reviews").size());
        assertEquals(6, now.getJsonArray("reviews").getJsonObject(0).getInteger("start"));
        FoldIT.checkStreams(stage, team.study);
    }
}
