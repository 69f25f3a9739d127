package org.sepakat.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sepakat.agreement.figures.CountedRound.Question;
import org.sepakat.study.Round;
import org.sepakat.text.CoverageRule;
import org.sepakat.text.UnitOfAnalysis;

/**
 * What a call asks of a round: how it is to be counted, and which of it is wanted. Equal questions of a round as it is have equal answers, whoever asks.
 *
 * @param wanted the other parts of the query that are given, by name
 */
record FiguresQuestion(String operation, Question counted, Map<String, String> wanted) {
    private static final List<String> WANTED =
            List.of("layer", "theme", "first", "second", "kind", "state", "cell", "limit", "cursor");

    FiguresQuestion {
        wanted = Map.copyOf(wanted);
    }

    /** Unit and rule are the round's where the call names none. */
    static FiguresQuestion of(String operation, Call call, Round round) {
        var wanted = new HashMap<String, String>();
        for (String name : WANTED) {
            call.query(name).ifPresent(value -> wanted.put(name, String.valueOf(value.get())));
        }
        var counted = new Question(
                parse("unit", UnitOfAnalysis::parse, call.queryText("unit", round.unit())),
                parse("rule", CoverageRule::parse, call.queryText("rule", round.rule())),
                call.queryText("scope", "theme").equals("all"));
        return new FiguresQuestion(operation, counted, wanted);
    }

    private static <T> T parse(String name, Function<String, T> parse, String text) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw Refused.bad(name, String.valueOf(e.getMessage()));
        }
    }

    /** Whether no pair of coders is named. */
    boolean isOfAll() {
        return find("first") == null && find("second") == null;
    }

    @Nullable
    String find(String name) {
        return wanted.get(name);
    }

    String text(String name, String otherwise) {
        return wanted.getOrDefault(name, otherwise);
    }
}
