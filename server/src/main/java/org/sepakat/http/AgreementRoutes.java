package org.sepakat.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sepakat.agreement.Pair;
import org.sepakat.agreement.figures.CodedRound;
import org.sepakat.agreement.figures.CountedRound;
import org.sepakat.agreement.figures.CountedRound.Question;
import org.sepakat.agreement.figures.CountedTranscript;
import org.sepakat.agreement.figures.Wanted;
import org.sepakat.consensus.AfterDiscussion;
import org.sepakat.consensus.Cell;
import org.sepakat.consensus.Comparer;
import org.sepakat.consensus.Comparison;
import org.sepakat.consensus.RoundWork;
import org.sepakat.store.Cuts;
import org.sepakat.store.RoundReader;
import org.sepakat.store.RoundReader.Whole;
import org.sepakat.store.StreamInfo;
import org.sepakat.study.Round;
import org.sepakat.study.StreamKind;
import org.sepakat.study.Visibility.Thing;
import org.sepakat.study.Word;
import org.sepakat.text.TranscriptText;
import org.sepakat.text.UnitOfAnalysis;

/**
 * Figures of a round and the passages behind them: once it is sure that the caller may see them, from what was counted before if nothing has changed since,
 * else read as of one moment, and counted and encoded on threads of their own.
 */
final class AgreementRoutes {
    private static final int THREADS = 2;

    private final Sights sights;
    private final RoundReader rounds;
    private final Cuts cuts = new Cuts();
    private final WorkerExecutor counting;
    private final MadeOnce<Key> answers;

    AgreementRoutes(Vertx vertx, Sights sights, RoundReader rounds) {
        this.sights = sights;
        this.rounds = rounds;
        this.counting = vertx.createSharedWorkerExecutor("counting", THREADS);
        this.answers = new MadeOnce<>(vertx);
    }

    Map<String, EncodedOperation> operations() {
        return Map.of(
                "getAgreement", call -> answer(call, "getAgreement", Thing.AGREEMENT, this::figures),
                "getDecisions", call -> answer(call, "getDecisions", Thing.AGREEMENT, this::decisions),
                "listDisagreements",
                        call -> answer(call, "listDisagreements", Thing.CODINGS_OF_OTHERS, this::disagreements),
                "listPassages", call -> answer(call, "listPassages", Thing.CODINGS_OF_OTHERS, this::passages));
    }

    /**
     * All that an answer depends on.
     *
     * @param heads of the streams that the round is made from, as they were before it was read, so that an answer may be newer than they say, never older
     */
    private record Key(UUID study, UUID round, Map<UUID, Long> heads, FiguresQuestion question) {

        static Key of(Sights.Seen seen, FiguresQuestion question) {
            UUID round = seen.round().id();
            Map<UUID, Long> heads = seen.seat().overview().streams().stream()
                    .filter(stream -> stream.ref().kind() == StreamKind.STUDY
                            || round.equals(stream.ref().round()))
                    .collect(Collectors.toMap(StreamInfo::id, StreamInfo::head));
            return new Key(seen.seat().study().id(), round, heads, question);
        }
    }

    /** The round as it is, and how it is to be counted. */
    private record Asked(Whole whole, FiguresQuestion question) {

        RoundWork work() {
            return whole.work();
        }
    }

    /** @param thing what the answer shows: figures, or with the passages the codings themselves */
    private Future<Encoded> answer(Call call, String operation, Thing thing, Function<Asked, JsonObject> count) {
        return sights.look(call, thing, "agreement").compose(seen -> {
            var key = Key.of(seen, FiguresQuestion.of(operation, call, seen.round()));
            return answers.get(key, () -> make(key, count));
        });
    }

    private Future<Encoded> make(Key key, Function<Asked, JsonObject> count) {
        return rounds.read(key.study(), key.round())
                .map(whole -> new Asked(whole.orElseThrow(Refused::notFound), key.question()))
                .compose(asked -> counting.executeBlocking(() -> Encoded.of(count.apply(asked)), false));
    }

    private CountedRound counted(RoundWork work, CodedRound coded, Question question) {
        return new CountedRound(coded, question, (transcript, text) -> cut(work, transcript, text, question));
    }

    private CountedTranscript cut(RoundWork work, String transcript, TranscriptText text, Question question) {
        UUID id = UUID.fromString(transcript);
        var pinned = new Round.Pinned(id, Objects.requireNonNull(work.round().versionOf(id)));
        return cuts.cut(work.study().id(), pinned, text, question.unit());
    }

    private JsonObject figures(Asked asked) {
        RoundWork work = asked.work();
        CodedRound originals = work.coded();
        FiguresQuestion question = asked.question();
        String layer = question.text("layer", "independent");
        CodedRound layered = layer.equals("after")
                ? AfterDiscussion.of(originals, asked.whole().settled())
                : originals;
        CountedRound counted = counted(work, layered, question.counted());
        Wanted wanted = Wanted.of(
                question.find("theme"),
                question.isOfAll() ? null : pair(question, originals.coders()).inOrder());
        return AgreementJson.figures(asked.whole(), layer, counted, wanted, perSegment(asked, originals));
    }

    private JsonObject decisions(Asked asked) {
        return AgreementJson.decisions(
                asked.whole().settled(), perSegment(asked, asked.work().coded()));
    }

    /** Where any of the coders differ, by base segments whatever the unit of the figures: decisions are of these. */
    private List<Comparison> perSegment(Asked asked, CodedRound originals) {
        Question question = asked.question().counted();
        var turns = new Question(UnitOfAnalysis.of(UnitOfAnalysis.Kind.TURN), question.rule(), question.everyUnit());
        return Comparer.ofAll(counted(asked.work(), originals, turns)).differences(null);
    }

    private JsonObject disagreements(Asked asked) {
        FiguresQuestion question = asked.question();
        CountedRound counted = counted(asked.work(), asked.work().coded(), question.counted());
        Comparer comparer = question.isOfAll() ? Comparer.ofAll(counted) : ofPair(question, counted);
        return passages(asked, counted, comparer.differences(null));
    }

    private JsonObject passages(Asked asked) {
        FiguresQuestion question = asked.question();
        CountedRound counted = counted(asked.work(), asked.work().coded(), question.counted());
        Cell cell = Word.parse(Cell.class, question.text("cell", ""));
        return passages(asked, counted, ofPair(question, counted).cell(question.text("theme", ""), cell));
    }

    private static JsonObject passages(Asked asked, CountedRound counted, List<Comparison> found) {
        return new PassagesJson(
                        asked.question(), counted.round(), found, asked.whole().settled())
                .toJson();
    }

    /** Two coders by their place among those of the round, in the order in which the question names them. */
    private record Named(int first, int second) {

        Pair inOrder() {
            return new Pair(Math.min(first, second), Math.max(first, second));
        }
    }

    private static Comparer ofPair(FiguresQuestion question, CountedRound counted) {
        Named pair = pair(question, counted.round().coders());
        return new Comparer(counted, pair.first(), pair.second());
    }

    private static Named pair(FiguresQuestion question, List<String> coders) {
        int first = coders.indexOf(question.text("first", ""));
        int second = coders.indexOf(question.text("second", ""));
        if (first < 0 || second < 0 || first == second) {
            throw Refused.bad("first", "A pair is two different coders of the round, first and second.");
        }
        return new Named(first, second);
    }
}
