package org.sepakat.agreement.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.sepakat.agreement.BrennanPrediger;
import org.sepakat.agreement.CoderCounts;
import org.sepakat.agreement.CoderInfluence;
import org.sepakat.agreement.CohenKappa;
import org.sepakat.agreement.CongerKappa;
import org.sepakat.agreement.ContingencyTable;
import org.sepakat.agreement.Figure;
import org.sepakat.agreement.FleissKappa;
import org.sepakat.agreement.GwetAc1;
import org.sepakat.agreement.KrippendorffAlpha;
import org.sepakat.agreement.LightKappa;
import org.sepakat.agreement.Metric;
import org.sepakat.agreement.Pair;
import org.sepakat.agreement.PairTables;
import org.sepakat.agreement.PercentAgreement;
import org.sepakat.agreement.RatingProfiles;
import org.sepakat.agreement.Ratings;
import org.sepakat.agreement.diagnosis.Flags;
import org.sepakat.agreement.interval.CongerKappaError;
import org.sepakat.agreement.interval.FleissNullError;
import org.sepakat.agreement.interval.UnitError;

/** Every figure of one rating matrix under its published name. Values in, a JSON object out. */
public final class RatingsFigures {
    private final Ratings ratings;
    private final List<String> coders;
    private final List<String> categories;
    private final @Nullable List<Ratings> clusters;
    private final Resampling resampling;
    private final PairNotes notes;
    private final Wanted wanted;
    private final FigureObject json = new FigureObject("krippendorff_alpha");

    /** What else is known of a pair. */
    @FunctionalInterface
    interface PairNotes {
        void into(FigureObject object, Pair pair, ContingencyTable table);
    }

    /** @param clusters the same units, one matrix per transcript; null where they are not known */
    RatingsFigures(
            Ratings ratings,
            List<String> coders,
            List<String> categories,
            @Nullable List<Ratings> clusters,
            Resampling resampling,
            Wanted wanted,
            PairNotes notes) {
        this.ratings = ratings;
        this.coders = coders;
        this.categories = categories;
        this.clusters = clusters;
        this.resampling = resampling;
        this.wanted = wanted;
        this.notes = notes;
    }

    /** @param clusters the transcript of each unit, or null where they are not known */
    public static Map<String, @Nullable Object> toJson(
            Ratings ratings, List<String> coders, List<String> categories, @Nullable List<String> clusters) {
        return toJson(ratings, coders, categories, clusters, Resampling.JACKKNIFE);
    }

    /** @param clusters the transcript of each unit, or null where they are not known */
    public static Map<String, @Nullable Object> toJson(
            Ratings ratings,
            List<String> coders,
            List<String> categories,
            @Nullable List<String> clusters,
            Resampling resampling) {
        List<Ratings> parts = clusters == null ? null : cluster(ratings, clusters);
        return new RatingsFigures(
                        ratings, coders, categories, parts, resampling, Wanted.EVERYTHING, (object, pair, table) -> {})
                .toJson();
    }

    Map<String, @Nullable Object> toJson() {
        return wanted.whole() ? whole() : overview();
    }

    /** What a table of themes and pairs shows. */
    private Map<String, @Nullable Object> overview() {
        alpha(ratings.profiles());
        json.value(
                "pairs",
                pairs((object, pair, table) -> PairFigures.overview(object, table, clusterTables(pair), resampling)));
        flags();
        return json.finish();
    }

    private Map<String, @Nullable Object> whole() {
        json.value("units", ratings.units());
        json.value("coders", coders);
        json.value("categories", categories);
        if (ratings.coders() == 2) {
            PairFigures.into(
                    json.headline("cohen_kappa"), ratings.table(0, 1), clusterTables(new Pair(0, 1)), resampling);
        }
        severalCoders(ratings.profiles());
        listwise();
        lights();
        json.value("pairs", pairs((object, pair, table) -> {
            PairFigures.into(object, table, clusterTables(pair), resampling);
            notes.into(object, pair, table);
        }));
        json.value("per_coder", coderObjects());
        if (resampling.seed() != null && clusters != null) {
            json.value("bootstrap", resampling.toJson());
        }
        flags();
        return json.finish();
    }

    private void flags() {
        if (ratings.categories() == 2) {
            json.value("flags", DiagnosisFigures.flags(Flags.of(ratings, transcripts())));
        }
    }

    /** Transcripts with units that can be compared; 0 where transcripts are not known. */
    private int transcripts() {
        return clusters == null
                ? 0
                : (int) clusters.stream()
                        .filter(cluster -> cluster.profiles().pairable() > 0)
                        .count();
    }

    private void severalCoders(RatingProfiles profiles) {
        withError("percent_agreement", PercentAgreement.of(profiles), UnitError.percentAgreement(profiles));
        withError("gwet_ac1", GwetAc1.of(profiles), UnitError.gwetAc1(profiles));
        withError("fleiss_kappa", FleissKappa.of(profiles), UnitError.fleissKappa(profiles));
        withError("brennan_prediger", BrennanPrediger.of(profiles), UnitError.brennanPrediger(profiles));
        withError("conger_kappa", CongerKappa.of(ratings), CongerKappaError.of(ratings));
        alpha(profiles);
        json.figure("krippendorff_alpha_ordinal", KrippendorffAlpha.of(profiles, Metric.ORDINAL));
        if (clusters != null) {
            overTranscripts(profiles, clusters);
        }
    }

    private void alpha(RatingProfiles profiles) {
        withError("krippendorff_alpha", KrippendorffAlpha.nominal(profiles), UnitError.krippendorffAlpha(profiles));
        if (clusters != null) {
            resampling.into(json, "krippendorff_alpha", perTranscript(profiles, clusters), KrippendorffAlpha::nominal);
        }
    }

    /** Clusters are counted over the profiles of the whole, so that they add up. */
    private static List<RatingProfiles> perTranscript(RatingProfiles whole, List<Ratings> clusters) {
        return clusters.stream()
                .map(cluster -> whole.recount(cluster.profiles()))
                .toList();
    }

    private void overTranscripts(RatingProfiles whole, List<Ratings> clusters) {
        List<RatingProfiles> profiles = perTranscript(whole, clusters);
        resampling.into(json, "fleiss_kappa", profiles, FleissKappa::of);
        resampling.into(json, "gwet_ac1", profiles, GwetAc1::of);
        List<CoderCounts> counts =
                clusters.stream().map(cluster -> CoderCounts.of(cluster, whole)).toList();
        resampling.into(json, "conger_kappa", counts, CoderCounts::congerKappa);
        List<PairTables> tables = clusters.stream()
                .map(cluster -> new PairTables(cluster.pairTables()))
                .toList();
        resampling.into(json, "light_kappa", tables, PairTables::lightKappa);
    }

    private void withError(String key, Figure figure, OptionalDouble error) {
        json.figure(key, figure);
        json.error(key + "_se", error, figure);
        json.studentInterval(key + "_ci95_t", figure, error, ratings.profiles().n());
    }

    private void listwise() {
        Ratings complete = ratings.complete();
        RatingProfiles profiles = complete.profiles();
        json.figure("fleiss_kappa_listwise", FleissKappa.of(profiles));
        json.error("fleiss_kappa_listwise_se0", FleissNullError.of(profiles), FleissKappa.of(profiles));
        json.figure("conger_kappa_listwise", CongerKappa.of(complete));
        json.figure("randolph_listwise", BrennanPrediger.of(profiles));
        json.figure("light_kappa_listwise", LightKappa.of(complete.pairTables()).figure());
        json.figures("fleiss_kappa_per_category", categories, FleissKappa.perCategory(ratings.profiles()));
    }

    private void lights() {
        LightKappa light = LightKappa.of(ratings.pairTables());
        json.figure("light_kappa", light.figure());
        json.value("light_kappa_defined_pairs", light.definedPairs());
        json.figure("light_kappa_mean_of_defined", light.meanOfDefined());
        List<Pair> all = Pair.all(ratings.coders());
        json.figures(
                "cohen_kappa_pairwise",
                all.stream().map(pair -> pair.first() + "-" + pair.second()).toList(),
                all.stream().map(pair -> CohenKappa.of(table(pair))).toList());
    }

    private ContingencyTable table(Pair pair) {
        return ratings.table(pair.first(), pair.second());
    }

    private List<Map<String, @Nullable Object>> pairs(PairNotes figures) {
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        for (Pair pair : Pair.all(ratings.coders())) {
            if (wanted.includes(pair)) {
                FigureObject object = new FigureObject("cohen_kappa");
                object.value("coders", List.of(coders.get(pair.first()), coders.get(pair.second())));
                figures.into(object, pair, table(pair));
                objects.add(object.finish());
            }
        }
        return objects;
    }

    private List<Map<String, @Nullable Object>> coderObjects() {
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        for (CoderInfluence influence : ratings.influences()) {
            FigureObject object = new FigureObject("against_rest");
            object.value("coder", coders.get(influence.coder()));
            object.figure("against_rest", influence.againstRest().meanOfDefined());
            object.figure("krippendorff_alpha_without", influence.alphaWithout());
            objects.add(object.finish());
        }
        return objects;
    }

    private List<ContingencyTable> clusterTables(Pair pair) {
        return clusters == null
                ? List.of()
                : clusters.stream()
                        .map(cluster -> cluster.table(pair.first(), pair.second()))
                        .toList();
    }

    /** Rows of a matrix by the cluster they name, in order of first appearance. */
    private static List<Ratings> cluster(Ratings ratings, List<String> labels) {
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        for (int unit = 0; unit < labels.size(); unit++) {
            rows.computeIfAbsent(labels.get(unit), label -> new ArrayList<>()).add(unit);
        }
        return rows.values().stream()
                .map(units ->
                        ratings.rows(units.stream().mapToInt(Integer::intValue).toArray()))
                .toList();
    }
}
