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
import org.jspecify.annotations.Nullable;
import org.sepakat.agreement.figures.CodedRound;
import org.sepakat.agreement.figures.CountedRound;
import org.sepakat.agreement.figures.CountedRound.Question;
import org.sepakat.agreement.figures.CountedTranscript;
import org.sepakat.consensus.AfterDiscussion;
import org.sepakat.consensus.Cell;
import org.sepakat.consensus.Comparer;
import org.sepakat.consensus.Comparison;
import org.sepakat.consensus.RoundWork;
import org.sepakat.store.Cuts;
import org.sepakat.store.RoundReader;
import org.sepakat.store.RoundReader.Whole;
import org.sepakat.study.Round;
import org.sepakat.study.Visibility.Thing;
import org.sepakat.study.Word;
import org.sepakat.text.CoverageRule;
import org.sepakat.text.TranscriptText;
import org.sepakat.text.UnitOfAnalysis;

/** Figures of a round and the passages behind them. Read as of one moment, counted on threads of their own. */
final class AgreementRoutes {
    private static final int THREADS = 2;

    private final Sights sights;
    private final RoundReader rounds;
    private final Cuts cuts = new Cuts();
    private final WorkerExecutor counting;

    AgreementRoutes(Vertx vertx, Sights sights, RoundReader rounds) {
        this.sights = sights;
        this.rounds = rounds;
        this.counting = vertx.createSharedWorkerExecutor("counting", THREADS);
    }

    Map<String, Operation> operations() {
        return Map.of(
                "getAgreement", call -> answer(call, Thing.AGREEMENT, asked -> figures(call, asked)),
                "listDisagreements", call -> answer(call, Thing.CODINGS_OF_OTHERS, asked -> disagreements(call, asked)),
                "listPassages", call -> answer(call, Thing.CODINGS_OF_OTHERS, asked -> passages(call, asked)));
    }

    /** The round as it is, and how it is to be counted. */
    private record Asked(Whole whole, Question question) {

        RoundWork work() {
            return whole.work();
        }
    }

    /** @param thing what the answer shows: figures, or with the passages the codings themselves */
    private Future<JsonObject> answer(Call call, Thing thing, Function<Asked, JsonObject> count) {
        return sights.look(call, thing, "agreement").compose(seen -> {
            Question question = question(call, seen.round());
            UUID study = seen.seat().study().id();
            return rounds.read(study, seen.round().id())
                    .map(whole -> whole.orElseThrow(Refused::notFound))
                    .compose(whole -> counting.executeBlocking(() -> count.apply(new Asked(whole, question)), false));
        });
    }

    private static Question question(Call call, Round round) {
        return new Question(
                parse("unit", UnitOfAnalysis::parse, call.queryText("unit", round.unit())),
                parse("rule", CoverageRule::parse, call.queryText("rule", round.rule())),
                call.queryText("scope", "theme").equals("all"));
    }

    private static <T> T parse(String name, Function<String, T> parse, String text) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw Refused.bad(name, String.valueOf(e.getMessage()));
        }
    }

    private CountedRound counted(RoundWork work, CodedRound coded, Question question) {
        return new CountedRound(coded, question, (transcript, text) -> cut(work, transcript, text, question));
    }

    private CountedTranscript cut(RoundWork work, String transcript, TranscriptText text, Question question) {
        UUID id = UUID.fromString(transcript);
        var pinned = new Round.Pinned(id, Objects.requireNonNull(work.round().versionOf(id)));
        return cuts.cut(work.study().id(), pinned, text, question.unit());
    }

    private JsonObject figures(Call call, Asked asked) {
        RoundWork work = asked.work();
        CodedRound originals = work.coded();
        String layer = call.queryText("layer", "independent");
        CodedRound counted = layer.equals("after")
                ? AfterDiscussion.of(originals, asked.whole().settled())
                : originals;
        // Decisions are of base segments, whatever the unit of the figures.
        var perSegment = new Question(
                UnitOfAnalysis.of(UnitOfAnalysis.Kind.TURN),
                asked.question().rule(),
                asked.question().everyUnit());
        List<Comparison> differences =
                Comparer.ofAll(counted(work, originals, perSegment)).differences(null);
        return AgreementJson.figures(asked.whole(), layer, counted(work, counted, asked.question()), differences);
    }

    private JsonObject disagreements(Call call, Asked asked) {
        CountedRound counted = counted(asked.work(), asked.work().coded(), asked.question());
        String first = call.queryText("first", "");
        Comparer comparer =
                first.isEmpty() && call.query("second").isEmpty() ? Comparer.ofAll(counted) : pair(call, counted);
        @Nullable
        String theme = call.query("theme").map(value -> value.getString()).orElse(null);
        return AgreementJson.disagreements(
                comparer.differences(theme),
                asked.whole().settled(),
                call.queryText("kind", ""),
                call.queryText("state", ""));
    }

    private JsonObject passages(Call call, Asked asked) {
        CountedRound counted = counted(asked.work(), asked.work().coded(), asked.question());
        Cell cell = Word.parse(Cell.class, call.queryText("cell"));
        return AgreementJson.passages(
                pair(call, counted).cell(call.queryText("theme"), cell),
                asked.whole().settled());
    }

    private static Comparer pair(Call call, CountedRound counted) {
        List<String> coders = counted.round().coders();
        int first = coders.indexOf(call.queryText("first", ""));
        int second = coders.indexOf(call.queryText("second", ""));
        if (first < 0 || second < 0 || first == second) {
            throw Refused.bad("first", "A pair is two different coders of the round, first and second.");
        }
        return new Comparer(counted, first, second);
    }
}
