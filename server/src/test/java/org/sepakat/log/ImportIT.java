package org.sepakat.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sepakat.SharedData;
import org.sepakat.exchange.folder.CodingFolderReader;
import org.sepakat.exchange.folder.FolderImport;
import org.sepakat.store.StudyScope;
import org.sepakat.study.Assignment;
import org.sepakat.study.Bilingual;
import org.sepakat.study.ErrorCode;
import org.sepakat.study.ForeignRound;
import org.sepakat.study.Member;
import org.sepakat.study.Mode;
import org.sepakat.study.Phase;
import org.sepakat.study.Refusal;
import org.sepakat.study.Role;
import org.sepakat.study.Round;
import org.sepakat.study.SpeakerRole;
import org.sepakat.study.StreamRef;
import org.sepakat.study.StudyAct;
import org.sepakat.study.TranscriptKind;
import org.sepakat.text.Span;
import org.sepakat.text.TranscriptText;

/** A round that was coded elsewhere comes in whole, as ops like any others, or not at all. */
final class ImportIT {
    private static final TranscriptText OTHER = Stage.text(3);
    private static Stage stage;

    @BeforeAll
    static void open() {
        stage = new Stage();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    /** Two coders on the team's own transcript and on a new one, with a known theme and two new ones. */
    static ForeignRound round(List<ForeignRound.Coding> more) {
        var codings = new ArrayList<>(List.of(
                new ForeignRound.Coding("old", "Coder 0", "trust", new Span(0, 12), line("codings.csv", 2)),
                new ForeignRound.Coding("new", "Zeta", "trust", new Span(41, 50), line("codings.csv", 3)),
                new ForeignRound.Coding("new", "Zeta", "part", new Span(41, 50), line("codings.csv", 4))));
        codings.addAll(more);
        return new ForeignRound(
                "From elsewhere",
                "turn",
                "any",
                "imported",
                List.of(source("old", Stage.TEXT), source("new", OTHER)),
                List.of(entry("trust", null), entry("part", "trust")),
                List.of("Coder 0", "Zeta"),
                codings,
                List.of(
                        new ForeignRound.Reviews("old", "Coder 0", Set.of(0, 1, 2)),
                        new ForeignRound.Reviews("new", "Zeta", Set.of(1))));
    }

    private static ForeignRound.Source source(String name, TranscriptText text) {
        return new ForeignRound.Source(
                name, TranscriptKind.INTERVIEW, text, Map.of("A", SpeakerRole.OTHER, "B", SpeakerRole.PARTICIPANT));
    }

    private static ForeignRound.Entry entry(String name, @org.jspecify.annotations.Nullable String parent) {
        return new ForeignRound.Entry(
                name,
                parent,
                parent == null ? null : "parts",
                Set.of("B"),
                new Bilingual(name, ""),
                Bilingual.EMPTY,
                line("codebook.csv", 2));
    }

    private static ForeignRound.Origin line(String file, int line) {
        return new ForeignRound.Origin(file, line, 1);
    }

    static Importing.Batch batch(ForeignRound content, BooleanSupplier stopped) {
        return new Importing.Batch(UUID.randomUUID(), UUID.randomUUID(), "digest", content, null, stopped);
    }

    private static Answer take(Team team, UUID actor, Importing.Batch batch) {
        return Stage.await(stage.log.importRound(team.study, actor, batch));
    }

    private static UUID taken(Team team, ForeignRound content) {
        Importing.Batch batch = batch(content, () -> false);
        assertInstanceOf(Answer.Ok.class, take(team, team.lead, batch));
        return batch.round();
    }

    private static Round round(Team team, UUID round) {
        return Objects.requireNonNull(
                stage.overview(team.study).study().rounds().get(round));
    }

    private static Member member(Team team, String name) {
        return stage.overview(team.study).study().members().values().stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName(
            "[R2] the round is imported and revealed, its work stands in its coders' frozen streams, in their name")
    void theRoundAndItsWork() {
        var team = new Team(stage, 1);
        UUID id = taken(team, round(List.of()));

        Round round = round(team, id);
        assertEquals(Mode.IMPORTED, round.mode());
        assertEquals(Phase.REVEALED, round.phase());
        UUID zeta = member(team, "Zeta").id();
        UUID fresh = round.transcripts().get(1).transcript();
        assertEquals(
                Set.of(new Assignment(team.coders.get(0), team.transcript), new Assignment(zeta, fresh)),
                round.assignments());
        var stream = stage.stream(team.study, StreamRef.ofCoder(id, zeta));
        assertTrue(stream.frozen());
        List<RecordedOp> ops = stage.ops(team.study, stream);
        assertEquals(
                List.of("coding.apply", "coding.apply", "review.mark"),
                ops.stream().map(RecordedOp::kind).toList());
        assertEquals(
                Set.of(zeta), new TreeSet<>(ops.stream().map(RecordedOp::actor).toList()));
        List<RecordedOp> study = stage.ops(team.study, stage.stream(team.study, StreamRef.STUDY));
        RecordedOp last = study.get(study.size() - 1);
        assertEquals("round.import", last.kind());
        assertEquals(team.lead, last.actor(), "the log names who imported");
        FoldIT.checkStreams(stage, team.study);
    }

    @Test
    @DisplayName("what the study has is used again: a text, a coder without an account, a theme by its label")
    void whatIsThereIsUsedAgain() {
        var team = new Team(stage, 1);
        taken(team, round(List.of()));
        var before = stage.overview(team.study).study();
        UUID second = taken(team, round(List.of()));

        var after = stage.overview(team.study).study();
        assertEquals(before.members(), after.members());
        assertEquals(before.transcripts(), after.transcripts());
        assertEquals(before.codebooks(), after.codebooks());
        assertEquals(2, before.codebooks().size());
        assertEquals(2, round(team, second).codebookVersion());
        assertEquals(team.transcript, round(team, second).transcripts().get(0).transcript());
        FoldIT.checkStreams(stage, team.study);
    }

    @Test
    @DisplayName("nobody's acts are written for somebody who has an account: such a coder becomes another member")
    void aCoderWithAnAccountIsSomebodyElse() {
        var team = new Team(stage, 1);
        Stage.await(stage.log.joinMember(team.study, team.coders.get(0), stage.account("A" + UUID.randomUUID())));
        UUID round = taken(team, round(List.of()));

        assertNotEquals(team.coders.get(0), member(team, "Coder 0 (2)").id());
        assertTrue(round(team, round).hasCoder(member(team, "Coder 0 (2)").id()));
        taken(team, round(List.of()));
        assertEquals(4, stage.overview(team.study).study().members().size(), "the second time it is the same one");
    }

    @Test
    @DisplayName("[O3] an import that is sent again gets the first answer, and its id cannot be used for another")
    void sentAgain() {
        var team = new Team(stage, 1);
        Importing.Batch batch = batch(round(List.of()), () -> false);
        Answer.Ok first = assertInstanceOf(Answer.Ok.class, take(team, team.lead, batch));
        long ops = count(team, "op");

        assertEquals(new Answer.Ok(first.opId(), first.stream(), first.seq(), true), take(team, team.lead, batch));
        var other = new Importing.Batch(batch.opId(), batch.round(), "other", batch.content(), null, batch.stopped());
        assertEquals(
                ErrorCode.E_OPID_REUSED,
                assertInstanceOf(Answer.No.class, take(team, team.lead, other))
                        .refusal()
                        .code());
        assertEquals(ops, count(team, "op"));
    }

    @Test
    @DisplayName("[R8] a refused or stopped import leaves no trace, whatever part of it was at fault")
    void aRefusedImportLeavesNoTrace() {
        var team = new Team(stage, 1);
        var before = stage.overview(team.study);
        long ops = count(team, "op");

        refuse(team, team.coders.get(0), round(List.of()), ErrorCode.E_READONLY);
        refuse(team, team.lead, round(List.of(coding("new", "part", 0, 4_000))), ErrorCode.E_BAD);
        refuse(team, team.lead, round(List.of(coding("new", "part", 41, 50))), ErrorCode.E_BAD);
        refuse(team, team.lead, round(List.of(coding("new", "part", 1, 5))), ErrorCode.E_BAD);
        var asked = new int[1];
        Answer stopped = take(team, team.lead, batch(round(List.of()), () -> ++asked[0] == 2));
        assertEquals(
                ErrorCode.E_BUSY,
                assertInstanceOf(Answer.No.class, stopped).refusal().code());

        assertEquals(before.study(), stage.overview(team.study).study());
        assertEquals(
                Set.copyOf(before.streams()),
                Set.copyOf(stage.overview(team.study).streams()));
        assertEquals(ops, count(team, "op"));
        assertEquals(0, count(team, "coding"));
    }

    private static ForeignRound.Coding coding(String transcript, String theme, int start, int end) {
        return new ForeignRound.Coding(transcript, "Zeta", theme, new Span(start, end), line("codings.csv", 5));
    }

    private static void refuse(Team team, UUID actor, ForeignRound content, ErrorCode code) {
        Answer answer = take(team, actor, batch(content, () -> false));
        Refusal refusal = assertInstanceOf(Answer.No.class, answer).refusal();
        assertEquals(code, refusal.code(), refusal::message);
    }

    @Test
    @DisplayName("[I1] what the rules refuse is named by its line")
    void theLineOfARefusedCodingIsNamed() {
        var team = new Team(stage, 1);
        Answer answer = take(team, team.lead, batch(round(List.of(coding("new", "part", 0, 4_000))), () -> false));
        Refusal refusal = assertInstanceOf(Answer.No.class, answer).refusal();
        assertTrue(refusal.message().startsWith("codings.csv:5:1: "), refusal::message);
        assertEquals(Map.of("unfit", 1), refusal.detail().get("counts"));
    }

    @Test
    @DisplayName("[I3] what somebody codes blind does not come in under that name")
    void blindCodersAreNotShown() {
        var team = new Team(stage, 2);
        team.startRound(Mode.BLIND);
        refuse(team, team.lead, round(List.of()), ErrorCode.E_READONLY);
        assertEquals(0, count(team, "coding"));
    }

    @Test
    @DisplayName("[I3] nor does a blind coder with an account, whose namesake in the import would get a number")
    void blindCodersWithAccountsAreNotShownEither() {
        var team = new Team(stage, 2);
        Stage.await(stage.log.joinMember(team.study, team.coders.get(0), stage.account("B" + UUID.randomUUID())));
        team.startRound(Mode.BLIND);
        refuse(team, team.lead, round(List.of()), ErrorCode.E_READONLY);
        assertEquals(0, count(team, "coding"));
    }

    @Test
    @DisplayName(
            "a lead who is blind imports nothing: the import would be measured against drafts that are closed to them")
    void aBlindLeadDoesNotImport() {
        var team = new Team(stage, 1);
        UUID second = UUID.randomUUID();
        team.lead(new StudyAct.AddMember(second, "Second lead", Role.LEAD));
        team.coders.set(0, second);
        team.startRound(Mode.BLIND);
        refuse(team, second, round(List.of()), ErrorCode.E_READONLY);
        assertEquals(0, count(team, "coding"));
    }

    @Test
    @DisplayName("a study that is not there yet is founded by the same transaction")
    void aStudyIsFounded() {
        UUID account = stage.account("Founder" + UUID.randomUUID());
        var create = new StudyAct.CreateStudy(UUID.randomUUID(), "New", UUID.randomUUID(), "Founder", account);
        var batch =
                new Importing.Batch(UUID.randomUUID(), UUID.randomUUID(), "", round(List.of()), create, () -> false);
        assertInstanceOf(Answer.Ok.class, Stage.await(stage.log.importRound(create.study(), create.founder(), batch)));

        var study = stage.overview(create.study()).study();
        assertEquals("New", study.name());
        assertEquals(Role.LEAD, study.findMember(create.founder()).orElseThrow().role());
        assertEquals(1, study.rounds().size());
        FoldIT.checkStreams(stage, create.study());
    }

    @Test
    @DisplayName("the real set comes in whole: ten transcripts, 591 turns, ten coders, 18 themes, 8,347 codings")
    void theRealSet() throws Exception {
        Path folder = SharedData.tenCoders();
        var content =
                FolderImport.of(CodingFolderReader.read(folder, false), new FolderImport.Settings("AnnoMI", false));
        var team = new Team(stage, 1);
        var others = new Team(stage, 1);
        long begun = System.nanoTime();
        var importing = stage.log.importRound(team.study, team.lead, batch(content, () -> false));
        long slowest = 0;
        for (int n = 0; !importing.isComplete(); n++) {
            long asked = System.nanoTime();
            others.lead(new StudyAct.RenameStudy("Study " + n));
            slowest = Math.max(slowest, System.nanoTime() - asked);
        }
        assertInstanceOf(Answer.Ok.class, Stage.await(importing));
        System.out.printf(
                "import of the real set: %d ms; slowest act in another study meanwhile: %d ms%n",
                (System.nanoTime() - begun) / 1_000_000, slowest / 1_000_000);

        var study = stage.overview(team.study).study();
        assertEquals(11, study.transcripts().size());
        assertEquals(
                591 + 12,
                study.transcripts().values().stream()
                        .mapToInt(t -> t.segments())
                        .sum());
        assertEquals(12, study.members().size());
        assertEquals(21, study.newestCodebook().orElseThrow().themes().size());
        assertEquals(8_347, count(team, "coding"));
        assertEquals(4_443, count(team, "review"));
        FoldIT.checkStreams(stage, team.study);
    }

    private static long count(Team team, String table) {
        return Stage.await(stage.scope.within(
                team.study,
                StudyScope.Isolation.SNAPSHOT,
                connection -> connection
                        .preparedQuery("select count(*) from " + table + " where study_id = $1")
                        .execute(Tuple.of(team.study))
                        .map(rows -> rows.iterator().next().getLong(0))));
    }
}
