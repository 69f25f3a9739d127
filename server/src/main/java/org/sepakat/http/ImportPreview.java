package org.sepakat.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.sepakat.agreement.figures.CountedRound;
import org.sepakat.agreement.figures.LeftOut;
import org.sepakat.exchange.folder.CodingFolder;
import org.sepakat.study.ForeignRound;
import org.sepakat.study.ImportPlan;
import org.sepakat.study.ThemeDifference;
import org.sepakat.text.CoverageRule;
import org.sepakat.text.UnitOfAnalysis;

/** What an import would bring, what of it is in the study already, and what no figure would count. */
record ImportPreview(CodingFolder folder, ForeignRound round, List<String> unread, ImportPlan plan) {

    JsonObject toJson() {
        ImportPlan.Known known = plan.known();
        return new JsonObject()
                .put(
                        "transcripts",
                        list(
                                round.transcripts(),
                                source -> named(
                                                source.name(),
                                                known.transcripts().containsKey(source.name()))
                                        .put(
                                                "segments",
                                                source.text().segments().size())))
                .put("coders", list(round.coders(), coder -> coder(coder, known)))
                .put(
                        "themes",
                        list(
                                round.themes(),
                                theme -> named(theme.name(), known.themes().containsKey(theme.name()))))
                .put("codings", round.codings().size())
                .put("reviews", round.acts() - round.codings().size())
                .put("differences", list(known.differences(), ImportPreview::difference))
                .put("publishes", !plan.publish().isEmpty())
                .put("left_out", leftOut());
    }

    private static JsonObject coder(String name, ImportPlan.Known known) {
        return named(name, known.coders().containsKey(name))
                .put("member", known.renamed().getOrDefault(name, name));
    }

    private static JsonObject difference(ThemeDifference difference) {
        return new JsonObject()
                .put("theme", difference.theme())
                .put("what", difference.what().word())
                .put("files", new JsonArray(difference.files()))
                .put("here", new JsonArray(difference.here()));
    }

    private static JsonObject named(String name, boolean known) {
        return new JsonObject().put("name", name).put("known", known);
    }

    private JsonObject leftOut() {
        var question =
                new CountedRound.Question(UnitOfAnalysis.parse(round.unit()), CoverageRule.parse(round.rule()), false);
        LeftOut of = LeftOut.of(new CountedRound(folder.coded(), question));
        return new JsonObject()
                .put("files", new JsonArray(unread))
                .put("units_one_coder", of.unitsOneCoder())
                .put("units_nobody", of.unitsNobody())
                .put("codings_out_of_scope", of.codingsOutOfScope());
    }

    private static <T> JsonArray list(Collection<T> things, Function<T, JsonObject> each) {
        return new JsonArray(things.stream().map(each).toList());
    }
}
