package org.sepakat.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sepakat.consensus.Adoption;
import org.sepakat.consensus.DecisionDesk;
import org.sepakat.consensus.DecisionRules;
import org.sepakat.consensus.RoundWork;
import org.sepakat.consensus.Settled;
import org.sepakat.log.Needs.RoundText;
import org.sepakat.store.Coder;
import org.sepakat.store.StreamInfo;
import org.sepakat.store.StudyState;
import org.sepakat.study.Act;
import org.sepakat.study.Codebook;
import org.sepakat.study.CodebookRules;
import org.sepakat.study.CodebookVersion;
import org.sepakat.study.ConsensusAct;
import org.sepakat.study.ContentEntry;
import org.sepakat.study.DraftAct;
import org.sepakat.study.ErrorCode;
import org.sepakat.study.Member;
import org.sepakat.study.Phase;
import org.sepakat.study.Reanchoring;
import org.sepakat.study.Refusal;
import org.sepakat.study.Role;
import org.sepakat.study.Round;
import org.sepakat.study.StreamRef;
import org.sepakat.study.Study;
import org.sepakat.study.StudyAct;
import org.sepakat.study.StudyRules;
import org.sepakat.study.Verdict;
import org.sepakat.study.Wording;
import org.sepakat.study.Work;
import org.sepakat.study.WorkAct;
import org.sepakat.study.WorkDesk;
import org.sepakat.study.WorkRules;
import org.sepakat.text.Correction;
import org.sepakat.text.TranscriptText;

/**
 * Judges the ops of one transaction one by one, each against the state that the accepted ones before it have left. Knows no database; one thread at a time.
 */
final class Ledger {

    /** An act that is to be recorded, with the study and the codebook as they are after it. */
    record Accepted(Waiting op, Act act, StreamRef ref, OpRows.New row, Study study, Codebook codebook) {}

    /**
     * What was read under the locks.
     *
     * @param corrections of the one text that is corrected, by the version that a round had of it
     */
    record Read(
            Map<OpRows.Key, OpRows.Place> recorded,
            Map<UUID, Set<UUID>> looked,
            Map<RoundText, TranscriptText> texts,
            Map<Coder, Work> work,
            Map<UUID, Settled> settled,
            Map<UUID, ContentEntry> contents,
            Map<Integer, Correction> corrections) {}

    private static final Refusal REUSED = Refusal.of(
            ErrorCode.E_OPID_REUSED, "This op id was used before, for something else: make a new one for each act.");

    private final Read read;
    private final StreamLife streams;
    private final Supplier<UUID> ids;
    private final Instant now;
    private final Map<OpRows.Key, OpRows.Place> recorded;
    private final Map<Coder, Work> work;
    private final Map<UUID, Settled> settled;
    private final List<Accepted> accepted = new ArrayList<>();
    private Study study;
    private Codebook codebook;

    /** @param ids of what the server makes by itself */
    Ledger(StudyState state, Read read, StreamLife streams, Supplier<UUID> ids, Instant now) {
        this.read = read;
        this.streams = streams;
        this.ids = ids;
        this.now = now;
        this.study = state.study();
        this.codebook = state.codebook();
        this.recorded = new HashMap<>(read.recorded());
        this.work = new TreeMap<>(read.work());
        this.settled = new TreeMap<>(read.settled());
    }

    List<Accepted> accepted() {
        return accepted;
    }

    Map<Coder, Work> work() {
        return work;
    }

    Map<UUID, Settled> settled() {
        return settled;
    }

    Study study() {
        return study;
    }

    Codebook codebook() {
        return codebook;
    }

    Answer judge(Waiting op) {
        Optional<Member> actor = actor(op);
        if (actor.isEmpty()) {
            return op.no(Refusal.notFound());
        }
        Optional<Answer> before = findRecorded(op);
        if (before.isPresent()) {
            return before.get();
        }
        Verdict<? extends Act> verdict = judge(op, actor.get());
        return verdict instanceof Verdict.Accepted<? extends Act> yes
                ? accept(op, yes.act())
                : op.no(((Verdict.Refused<? extends Act>) verdict).refusal());
    }

    /** The answer to an op whose id was used before. */
    Optional<Answer> findRecorded(Waiting op) {
        return Optional.ofNullable(recorded.get(op.key()))
                .map(before ->
                        before.hash().equals(op.hash()) ? op.ok(before.stream(), before.seq(), true) : op.no(REUSED));
    }

    /** What a coder did in an imported round, all of it checked by the rules for that. */
    void takeIn(Waiting op, Coder coder, List<WorkAct> acts) {
        acts.forEach(act -> append(op, coder.member(), act));
        work.put(coder, Work.NONE.applyAll(acts));
    }

    /** Records an act that the server makes by itself because of an op. */
    private void append(Waiting op, UUID actor, Act act) {
        StreamRef ref = StreamRef.of(act, actor, study);
        StreamInfo stream = streams.advance(ref);
        var done = new RecordedOp(stream.head(), ids.get(), actor, act.kind(), ActJson.encode(act), now);
        var row = new OpRows.New(stream.id(), done, PayloadHash.of(act, null));
        accepted.add(new Accepted(op, act, ref, row, study, codebook));
    }

    /** A founder becomes a member by the very act. */
    private Optional<Member> actor(Waiting op) {
        return op.act() instanceof StudyAct.CreateStudy create
                ? Optional.of(new Member(create.founder(), create.founderName(), Role.LEAD, create.account(), false, 1))
                : study.findMember(op.actor());
    }

    private Verdict<? extends Act> judge(Waiting op, Member actor) {
        Act act = op.act();
        Integer ifRev = op.submission().ifRev();
        if (act instanceof StudyAct of) {
            return StudyRules.judge(study, codebook, read.looked(), actor, of, ifRev);
        }
        if (act instanceof DraftAct of) {
            return CodebookRules.judge(study, codebook, actor, of, ifRev);
        }
        return act instanceof ConsensusAct of ? judge(of, actor, ifRev) : judge((WorkAct) act, actor);
    }

    private Verdict<? extends Act> judge(ConsensusAct act, Member actor, @Nullable Integer ifRev) {
        Round round = study.rounds().get(act.round());
        var desk = new DecisionDesk(
                study,
                actor,
                round == null ? null : Needs.codebook(study, round),
                round == null ? Map.of() : texts(round),
                work(act.round()),
                settled.getOrDefault(act.round(), Settled.NOTHING),
                read.contents());
        return DecisionRules.judge(desk, act, ifRev);
    }

    private Map<UUID, Work> work(UUID round) {
        var byCoder = new TreeMap<UUID, Work>();
        work.forEach((coder, done) -> {
            if (coder.round().equals(round)) {
                byCoder.put(coder.member(), done);
            }
        });
        return byCoder;
    }

    private Verdict<? extends Act> judge(WorkAct act, Member actor) {
        Round round = study.rounds().get(act.round());
        var desk = new WorkDesk(
                study,
                actor,
                round == null ? null : Needs.codebook(study, round),
                round == null ? Map.of() : texts(round),
                work.getOrDefault(Needs.coder(act, actor.id()), Work.NONE));
        Verdict<WorkAct> verdict = WorkRules.judge(desk, act);
        boolean frozen = !isOfALead(act) && streams.isFrozen(StreamRef.of(act, actor.id(), study));
        return frozen && verdict instanceof Verdict.Accepted ? Verdict.refuse(Refusal.frozen()) : verdict;
    }

    private static boolean isOfALead(WorkAct act) {
        return act instanceof WorkAct.ReopenAssignments || act instanceof WorkAct.CloseAssignments;
    }

    private Map<UUID, TranscriptText> texts(Round round) {
        var texts = new HashMap<UUID, TranscriptText>();
        read.texts().forEach((key, text) -> {
            if (key.round().equals(round.id())) {
                texts.put(key.transcript(), text);
            }
        });
        return texts;
    }

    private Answer accept(Waiting op, Act judged) {
        Act act = judged instanceof Wording wording ? wording.recorded(ids) : judged;
        streams.found(act);
        StreamRef ref = StreamRef.of(act, op.actor(), study);
        StreamInfo stream = streams.advance(ref);
        Study before = study;
        apply(op, act);
        streams.follow(act, study);
        var recordedOp =
                new RecordedOp(stream.head(), op.submission().opId(), op.actor(), act.kind(), ActJson.encode(act), now);
        accepted.add(new Accepted(op, act, ref, new OpRows.New(stream.id(), recordedOp, op.hash()), study, codebook));
        recorded.put(op.key(), new OpRows.Place(stream.id(), stream.head(), op.hash()));
        if (act instanceof StudyAct.MoveRound move && move.to() == Phase.REVEALED) {
            Round round = Objects.requireNonNull(study.rounds().get(move.round()));
            adopt(op, round, texts(round));
        } else if (act instanceof StudyAct.CorrectTranscript correct) {
            correct.rounds().stream()
                    .sorted()
                    .forEach(round -> anchor(
                            op, correct, Objects.requireNonNull(before.rounds().get(round))));
        }
        return op.ok(stream.id(), stream.head(), false);
    }

    /** Records what needs no decision in a round that has just been revealed, by the act of whoever did that. */
    void adopt(Waiting op, Round round, Map<UUID, TranscriptText> texts) {
        var act = new ConsensusAct.AdoptReference(
                round.id(), Adoption.of(new RoundWork(study, round, work(round.id()), texts), ids));
        if (act.codings().isEmpty()) {
            return;
        }
        apply(op, act);
        append(op, op.actor(), act);
    }

    /** Moves what was coded in a text that has just been corrected, by the act of whoever did that. */
    private void anchor(Waiting op, StudyAct.CorrectTranscript correct, Round before) {
        int from = Objects.requireNonNull(before.versionOf(correct.transcript()));
        Correction correction = Objects.requireNonNull(read.corrections().get(from));
        CodebookVersion codebookOf = Objects.requireNonNull(Needs.codebook(study, before));
        work(before.id())
                .forEach((coder, done) -> Reanchoring.of(
                                before.id(), coder, done, correct, from, correction, codebookOf::groupOf)
                        .forEach(act -> {
                            apply(op, act);
                            append(op, op.actor(), act);
                        }));
    }

    private void apply(Waiting op, Act act) {
        if (act instanceof StudyAct of) {
            study = study.apply(of);
        } else if (act instanceof DraftAct of) {
            codebook = codebook.apply(of);
        } else if (act instanceof ConsensusAct of) {
            settled.put(
                    of.round(),
                    settled.getOrDefault(of.round(), Settled.NOTHING).apply(of, op.actor(), now));
        } else {
            WorkAct of = (WorkAct) act;
            work.merge(Needs.coder(of, op.actor()), Work.NONE.apply(of), (before, none) -> before.apply(of));
        }
    }
}
