package org.sepakat.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sepakat.demo.DemoContent.Source;
import org.sepakat.study.Act;
import org.sepakat.study.Codebook;
import org.sepakat.study.CodebookRules;
import org.sepakat.study.CodebookVersion;
import org.sepakat.study.DraftAct;
import org.sepakat.study.Member;
import org.sepakat.study.Mode;
import org.sepakat.study.Phase;
import org.sepakat.study.Round;
import org.sepakat.study.Study;
import org.sepakat.study.StudyAct;
import org.sepakat.study.StudyRules;
import org.sepakat.study.Submission;
import org.sepakat.study.Verdict;
import org.sepakat.study.Visibility;
import org.sepakat.study.Work;
import org.sepakat.study.WorkAct;
import org.sepakat.study.WorkDesk;
import org.sepakat.study.WorkRules;
import org.sepakat.text.TranscriptText;

/** The whole script, judged by the pure rules and folded in memory. */
final class DemoScriptTest {

    private record Lane(UUID round, UUID coder) {}

    private final CountedIds ids = new CountedIds();
    private final DemoContent content = new DemoReader(ids).read();
    private final UUID founder = ids.get();
    private final DemoScript script = DemoScript.of(content, founder, ids);
    private final Map<UUID, TranscriptText> texts = new HashMap<>();
    private final Map<Lane, Work> lanes = new HashMap<>();
    private Study study = Study.empty(ids.get());
    private Codebook codebook = Codebook.EMPTY;

    @Test
    void everyActIsAcceptedAndLeavesARevealedAnOpenAndABlindRound() {
        play();
        assertEquals(4, study.members().size());
        assertEquals(1, study.leads());
        assertEquals(12, study.newestCodebook().orElseThrow().themes().size());
        assertEquals(Phase.CODING, round(Mode.OPEN).phase());
        assertEquals(2, round(Mode.OPEN).transcripts().size());
        assertEquals(Phase.CODING, round(Mode.BLIND).phase());
        assertEquals(1, round(Mode.BLIND).transcripts().size());
        assertEquals(2, round(Mode.BLIND).coders().size());
        assertEquals(5, revealed().transcripts().size());
        assertEquals(3, revealed().coders().size());
    }

    @Test
    void theNewcomersBlindLaneIsEmptyAndInTheOpenRoundAtLeastTwoSeeEachOther() {
        play();
        UUID citra = script.member("Citra");
        assertTrue(round(Mode.BLIND).hasCoder(citra));
        assertEquals(Work.NONE, lanes.getOrDefault(new Lane(round(Mode.BLIND).id(), citra), Work.NONE));
        var visibility = new Visibility(study);
        UUID ani = script.member("Ani");
        UUID budi = script.member("Budi");
        assertTrue(visibility.seesPresence(ani, budi, round(Mode.OPEN)));
        assertTrue(visibility.seesPresence(budi, citra, round(Mode.OPEN)));
        assertFalse(visibility.seesPresence(ani, citra, round(Mode.OPEN)), "these two share the blind round");
    }

    @Test
    void theLeadDoesNotCode() {
        play();
        study.rounds().values().forEach(round -> assertFalse(round.hasCoder(founder)));
    }

    @Test
    void theOpenRoundIsWellUnderWayAndTheBlindLanesAreNearlyEmpty() {
        play();
        int open = codings(round(Mode.OPEN));
        int blind = codings(round(Mode.BLIND));
        assertTrue(open > 45, () -> open + " codings in the open round");
        assertTrue(blind < 4, () -> blind + " codings in the blind round");
    }

    @Test
    void eachActHasAnOpIdOfItsOwn() {
        var opIds = new ArrayList<UUID>();
        script.preparation().forEach(op -> opIds.add(op.opId()));
        script.rounds().forEach(op -> opIds.add(op.opId()));
        script.work().values().forEach(ops -> ops.forEach(op -> opIds.add(op.opId())));
        script.reveals().forEach(op -> opIds.add(op.opId()));
        assertEquals(opIds.size(), opIds.stream().distinct().count());
    }

    private void play() {
        var create = new StudyAct.CreateStudy(study.id(), content.study(), founder, "Lestari", ids.get());
        study = study.apply(create);
        script.preparation().forEach(op -> judge(founder, op));
        script.transcripts().forEach(this::importTranscript);
        script.rounds().forEach(op -> judge(founder, op));
        script.work().forEach((coder, ops) -> ops.forEach(op -> judge(coder, op)));
        script.reveals().forEach(op -> judge(founder, op));
    }

    private void importTranscript(Source source) {
        texts.put(source.id(), source.text());
        var act = new StudyAct.ImportTranscript(
                source.id(),
                source.name(),
                source.kind(),
                1,
                source.id(),
                source.text().text().length(),
                source.text().segments().size(),
                "",
                source.speakers());
        judge(founder, new Submission(ids.get(), act, null));
    }

    private void judge(UUID by, Submission op) {
        Member actor = study.findMember(by).orElseThrow();
        if (op.act() instanceof StudyAct act) {
            study = study.apply(accepted(StudyRules.judge(study, codebook, Map.of(), actor, act, op.ifRev())));
        } else if (op.act() instanceof DraftAct act) {
            codebook = codebook.apply(accepted(CodebookRules.judge(study, codebook, actor, act, op.ifRev())));
        } else {
            work(actor, (WorkAct) op.act());
        }
    }

    private void work(Member actor, WorkAct act) {
        var lane = new Lane(act.round(), actor.id());
        CodebookVersion pinned = study.newestCodebook().orElseThrow();
        Work before = lanes.getOrDefault(lane, Work.NONE);
        WorkAct fine = accepted(WorkRules.judge(new WorkDesk(study, actor, pinned, texts, before), act));
        lanes.put(lane, before.apply(fine));
    }

    private static <A extends Act> A accepted(Verdict<A> verdict) {
        if (verdict instanceof Verdict.Accepted<A> fine) {
            return fine.act();
        }
        throw new AssertionError(verdict);
    }

    private Round round(Mode mode) {
        List<Round> rounds = study.rounds().values().stream()
                .filter(round -> round.mode() == mode && !round.phase().isRevealed())
                .toList();
        assertEquals(1, rounds.size());
        return rounds.get(0);
    }

    private Round revealed() {
        return study.rounds().values().stream()
                .filter(round -> round.phase().isRevealed())
                .findFirst()
                .orElseThrow();
    }

    private int codings(Round round) {
        return round.coders().stream()
                .mapToInt(coder -> lanes.getOrDefault(new Lane(round.id(), coder), Work.NONE)
                        .codings()
                        .size())
                .sum();
    }
}
