package org.sepakat.live;

import static org.sepakat.live.Ids.id;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.sepakat.log.ActJson;
import org.sepakat.log.Answer;
import org.sepakat.log.Commit;
import org.sepakat.log.OpLog;
import org.sepakat.log.RecordedOp;
import org.sepakat.store.Heads;
import org.sepakat.store.Snapshot;
import org.sepakat.store.StreamInfo;
import org.sepakat.store.StudyReader;
import org.sepakat.study.Act;
import org.sepakat.study.Codebook;
import org.sepakat.study.CodebookRules;
import org.sepakat.study.CodebookVersion;
import org.sepakat.study.DraftAct;
import org.sepakat.study.ErrorCode;
import org.sepakat.study.Member;
import org.sepakat.study.Mode;
import org.sepakat.study.Phase;
import org.sepakat.study.Refusal;
import org.sepakat.study.Round;
import org.sepakat.study.StreamKind;
import org.sepakat.study.StreamRef;
import org.sepakat.study.Study;
import org.sepakat.study.StudyAct;
import org.sepakat.study.StudyRules;
import org.sepakat.study.Submission;
import org.sepakat.study.Verdict;
import org.sepakat.study.Work;
import org.sepakat.study.WorkAct;
import org.sepakat.study.WorkDesk;
import org.sepakat.study.WorkRules;
import org.sepakat.text.TranscriptText;

/** One study in memory: the same rules and the same folds as the real one, without a database. An account is the member of the same id. */
final class MemoryStudy implements OpLog, StudyReader, Membership, SignedIn, Heads {

    private static final class Stream {
        final List<RecordedOp> ops = new ArrayList<>();
        final Map<UUID, Work> works = new TreeMap<>();
        boolean frozen;
    }

    private record OpKey(UUID actor, UUID opId) {}

    private record First(Submission submission, Answer.Ok answer) {}

    private final UUID id;
    private final Clock clock;
    private final Map<UUID, TranscriptText> texts;
    private final Map<StreamRef, Stream> streams = new LinkedHashMap<>();
    private final Map<OpKey, First> firsts = new HashMap<>();
    private final List<Consumer<Commit>> listeners = new ArrayList<>();
    private final Set<String> ended = new HashSet<>();
    private final Set<String> acting = new HashSet<>();
    private Study study;
    private Codebook codebook = Codebook.EMPTY;
    private boolean deaf;

    /**
     * @param texts of the transcripts, each of which has one version
     */
    MemoryStudy(UUID id, Clock clock, Map<UUID, TranscriptText> texts) {
        this.id = id;
        this.clock = clock;
        this.texts = texts;
        this.study = Study.empty(id);
        streams.put(StreamRef.STUDY, new Stream());
        streams.put(StreamRef.DRAFTS, new Stream());
    }

    /** Records what only the server makes, without a judgement. */
    synchronized void found(UUID actor, StudyAct act) {
        commit(
                StreamRef.STUDY,
                List.of(record(
                        StreamRef.STUDY,
                        actor,
                        id("founding " + stream(StreamRef.STUDY).ops.size()),
                        act)));
    }

    /** Commits are no longer told, as on a node that hears no bell. */
    synchronized void turnDeaf() {
        deaf = true;
    }

    synchronized void endSession(String sessionKey) {
        ended.add(sessionKey);
    }

    synchronized StreamInfo info(StreamRef ref) {
        Stream stream = stream(ref);
        return new StreamInfo(id("stream " + ref), ref, stream.ops.size(), stream.frozen);
    }

    @Override
    public synchronized Future<List<Answer>> submit(UUID of, UUID actor, List<Submission> batch) {
        var answers = new ArrayList<Answer>();
        var commits = new LinkedHashMap<StreamRef, List<RecordedOp>>();
        for (Submission submission : batch) {
            answers.add(answer(actor, submission, commits));
        }
        commits.forEach(this::commit);
        return Future.succeededFuture(answers);
    }

    private Answer answer(UUID actor, Submission submission, Map<StreamRef, List<RecordedOp>> commits) {
        Member member = study.findMember(actor).orElse(null);
        if (member == null) {
            return new Answer.No(submission.opId(), Refusal.notFound());
        }
        var key = new OpKey(actor, submission.opId());
        First first = firsts.get(key);
        if (first != null) {
            return first.submission().equals(submission)
                    ? new Answer.Ok(
                            submission.opId(),
                            first.answer().stream(),
                            first.answer().seq(),
                            true)
                    : new Answer.No(
                            submission.opId(), Refusal.of(ErrorCode.E_OPID_REUSED, "This id names another act."));
        }
        StreamRef ref = StreamRef.of(submission.act(), actor, study);
        Verdict<? extends Act> verdict = judge(ref, member, submission);
        if (verdict instanceof Verdict.Refused<? extends Act> refused) {
            return new Answer.No(submission.opId(), refused.refusal());
        }
        Act act = ((Verdict.Accepted<? extends Act>) verdict).act();
        RecordedOp op = record(ref, actor, submission.opId(), act);
        commits.computeIfAbsent(ref, fresh -> new ArrayList<>()).add(op);
        var ok = new Answer.Ok(submission.opId(), info(ref).id(), op.seq(), false);
        firsts.put(key, new First(submission, ok));
        return ok;
    }

    private Verdict<? extends Act> judge(StreamRef ref, Member actor, Submission submission) {
        Act act = submission.act();
        if (act instanceof StudyAct studyAct) {
            return StudyRules.judge(study, codebook, Map.of(), actor, studyAct, submission.ifRev());
        }
        if (act instanceof DraftAct draft) {
            return CodebookRules.judge(study, codebook, actor, draft, submission.ifRev());
        }
        WorkAct work = (WorkAct) act;
        Round round = study.rounds().get(work.round());
        Integer version = round == null ? null : round.codebookVersion();
        CodebookVersion pinned = version == null ? null : study.codebooks().get(version - 1);
        Stream stream = streams.get(ref);
        UUID whose = ref.coder() == null ? actor.id() : ref.coder();
        Work before = stream == null ? Work.NONE : stream.works.getOrDefault(whose, Work.NONE);
        return WorkRules.judge(new WorkDesk(study, actor, pinned, texts, before), work);
    }

    private RecordedOp record(StreamRef ref, UUID actor, UUID opId, Act act) {
        Stream stream = stream(ref);
        var op = new RecordedOp(stream.ops.size() + 1L, opId, actor, act.kind(), ActJson.encode(act), clock.instant());
        stream.ops.add(op);
        if (act instanceof StudyAct studyAct) {
            study = study.apply(studyAct);
            if (act instanceof StudyAct.MoveRound move) {
                moved(Objects.requireNonNull(study.rounds().get(move.round())));
            }
        } else if (act instanceof DraftAct draft) {
            codebook = codebook.apply(draft);
        } else {
            UUID whose = ref.coder() == null ? actor : ref.coder();
            stream.works.merge(whose, Work.NONE.apply((WorkAct) act), (old, ignored) -> old.apply((WorkAct) act));
            stream.frozen = (stream.frozen && !(act instanceof WorkAct.ReopenAssignments))
                    || act instanceof WorkAct.CloseAssignments;
        }
        return op;
    }

    private void moved(Round round) {
        if (round.phase() == Phase.CODING) {
            stream(StreamRef.ofRound(round.id()));
            if (round.mode() == Mode.BLIND) {
                round.coders().forEach(coder -> stream(StreamRef.ofCoder(round.id(), coder)));
            }
        }
        boolean frozen = round.phase() != Phase.CODING;
        streams.forEach((ref, stream) -> {
            boolean written = ref.kind() == (round.mode() == Mode.BLIND ? StreamKind.PRIVATE : StreamKind.ROUND);
            if (written && round.id().equals(ref.round())) {
                stream.frozen = frozen;
            }
        });
    }

    private Stream stream(StreamRef ref) {
        return streams.computeIfAbsent(ref, fresh -> new Stream());
    }

    private void commit(StreamRef ref, List<RecordedOp> ops) {
        if (!deaf) {
            var commit = new Commit(id, info(ref).id(), ref, List.copyOf(ops));
            listeners.forEach(listener -> listener.accept(commit));
        }
    }

    @Override
    public synchronized Future<List<RecordedOp>> read(UUID of, UUID stream, long after, int limit) {
        return Future.succeededFuture(find(stream).ops.stream()
                .filter(op -> op.seq() > after)
                .limit(limit)
                .toList());
    }

    private Stream find(UUID stream) {
        return streams.entrySet().stream()
                .filter(entry -> info(entry.getKey()).id().equals(stream))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no stream " + stream));
    }

    @Override
    public synchronized void onCommit(Consumer<Commit> listener) {
        listeners.add(listener);
    }

    @Override
    public Future<Void> close() {
        return Future.succeededFuture();
    }

    @Override
    public synchronized Future<Optional<Overview>> overview(UUID of) {
        return Future.succeededFuture(
                of.equals(id)
                        ? Optional.of(new Overview(
                                study, streams.keySet().stream().map(this::info).toList()))
                        : Optional.empty());
    }

    @Override
    public synchronized Future<Snapshot> snapshot(UUID of, UUID stream) {
        StreamRef ref = streams.keySet().stream()
                .filter(r -> info(r).id().equals(stream))
                .findFirst()
                .orElseThrow();
        return Future.succeededFuture(new Snapshot(info(ref), data(ref)));
    }

    /** Enough of SPEC.md §3 to fold on: codings and reviews; of the study its name and phases. */
    private JsonObject data(StreamRef ref) {
        if (ref.round() == null) {
            var phases = new JsonObject();
            study.rounds()
                    .forEach((round, state) ->
                            phases.put(round.toString(), state.phase().word()));
            return new JsonObject().put("study", study.name()).put("phases", phases);
        }
        var codings = new JsonArray();
        var reviews = new JsonArray();
        stream(ref).works.forEach((coder, work) -> {
            work.codings().keySet().forEach(coding -> codings.add(coding.toString()));
            work.reviews().forEach(review -> reviews.add(coder + " " + review.span()));
        });
        return new JsonObject().put("codings", codings).put("reviews", reviews);
    }

    /** The ids of the codings in a stream, as its snapshot tells them. */
    synchronized Set<String> codings(UUID stream) {
        var found = new HashSet<String>();
        find(stream).works.values().forEach(work -> work.codings().keySet().forEach(c -> found.add(c.toString())));
        return found;
    }

    @Override
    public Future<Optional<TranscriptText>> text(UUID of, UUID transcript, int version) {
        return Future.succeededFuture(Optional.ofNullable(texts.get(transcript)));
    }

    @Override
    public synchronized Future<Optional<UUID>> member(UUID account, UUID of) {
        return Future.succeededFuture(
                of.equals(id) ? Optional.of(account).filter(study.members()::containsKey) : Optional.empty());
    }

    /** The sessions in which somebody has acted, as the sockets have told. */
    synchronized Set<String> acting() {
        return Set.copyOf(acting);
    }

    @Override
    public synchronized Future<Set<String>> stillGood(Set<String> sessionKeys, Set<String> active) {
        acting.addAll(active);
        var good = new HashSet<>(sessionKeys);
        good.removeAll(ended);
        return Future.succeededFuture(good);
    }

    @Override
    public synchronized Future<List<Head>> heads(Set<UUID> studies) {
        return Future.succeededFuture(streams.keySet().stream()
                .map(this::info)
                .map(info -> new Head(id, info.id(), info.head()))
                .toList());
    }
}
