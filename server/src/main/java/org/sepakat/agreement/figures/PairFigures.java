package org.sepakat.agreement.figures;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.sepakat.agreement.BinaryIndices;
import org.sepakat.agreement.BrennanPrediger;
import org.sepakat.agreement.CohenKappa;
import org.sepakat.agreement.ContingencyTable;
import org.sepakat.agreement.Figure;
import org.sepakat.agreement.GwetAc1;
import org.sepakat.agreement.Holsti;
import org.sepakat.agreement.LightKappa;
import org.sepakat.agreement.PercentAgreement;
import org.sepakat.agreement.RatingProfiles;
import org.sepakat.agreement.ScottPi;
import org.sepakat.agreement.WeightedKappa;
import org.sepakat.agreement.diagnosis.Flags;
import org.sepakat.agreement.interval.ClusterJackknife;
import org.sepakat.agreement.interval.CohenKappaError;
import org.sepakat.agreement.interval.Interval;
import org.sepakat.agreement.interval.UnitError;

/** The figures of two coders under their published names. */
final class PairFigures {
    private PairFigures() {}

    /**
     * All there are.
     *
     * @param clusters the same table per transcript; empty where transcripts are not known
     */
    static void into(
            FigureObject json, ContingencyTable table, List<ContingencyTable> clusters, Resampling resampling) {
        overview(json, table, clusters, resampling);
        if (table.categories() == 2) {
            binary(json, table);
        } else {
            json.figure("weighted_kappa_linear", WeightedKappa.LINEAR.of(table));
            json.figure("weighted_kappa_quadratic", WeightedKappa.QUADRATIC.of(table));
        }
        kappaErrors(json, table);
        json.figure("scott_pi", ScottPi.of(table));
        json.figure("bennett_s", BrennanPrediger.of(table));
        tableErrors(json, RatingProfiles.of(table));
        if (!clusters.isEmpty()) {
            json.value("cohen_kappa_leave_one_cluster_out", leaveOneOut(clusters));
            LightKappa perTranscript = LightKappa.of(clusters);
            json.figure("cohen_kappa_mean_over_transcripts", perTranscript.meanOfDefined());
            json.value("cohen_kappa_defined_transcripts", perTranscript.definedPairs());
        }
        if (table.categories() == 2) {
            json.value("plan", PlanFigures.of(table, clusters));
        }
    }

    /** What a table of pairs shows. */
    static void overview(
            FigureObject json, ContingencyTable table, List<ContingencyTable> clusters, Resampling resampling) {
        json.value("n", table.n());
        if (table.categories() == 2) {
            json.value("a", table.a());
            json.value("b", table.b());
            json.value("c", table.c());
            json.value("d", table.d());
            json.figure("prevalence_index", BinaryIndices.prevalenceIndex(table));
            json.figure("bias_index", BinaryIndices.biasIndex(table));
            json.figure("positive_agreement", BinaryIndices.positiveAgreement(table));
            json.figure("negative_agreement", BinaryIndices.negativeAgreement(table));
            json.figure("pabak", BinaryIndices.pabak(table));
        }
        json.figure("percent_agreement", PercentAgreement.of(table));
        json.figure("gwet_ac1", GwetAc1.of(RatingProfiles.of(table)));
        json.figure("cohen_kappa", CohenKappa.of(table));
        json.figure("cohen_kappa_max", CohenKappa.max(table));
        kappaInterval(json, table);
        if (!clusters.isEmpty()) {
            resampling.into(json, "cohen_kappa", clusters, CohenKappa::of);
        }
        if (table.categories() == 2) {
            int transcripts =
                    (int) clusters.stream().filter(cluster -> cluster.n() > 0).count();
            json.value("flags", DiagnosisFigures.flags(Flags.of(table, transcripts)));
        }
    }

    private static void binary(FigureObject json, ContingencyTable table) {
        json.value("table_11_10_01_00", List.of(table.a(), table.b(), table.c(), table.d()));
        json.figure("holsti", Holsti.of(table));
    }

    private static void kappaInterval(FigureObject json, ContingencyTable table) {
        Figure kappa = CohenKappa.of(table);
        OptionalDouble error = CohenKappaError.nonNull(table);
        boolean isDefined = kappa instanceof Figure.Defined && error.isPresent();
        Interval.@Nullable Between interval =
                isDefined ? Interval.normal(kappa.optional().orElseThrow(), error.getAsDouble()) : null;
        json.error("cohen_kappa_ci95_lower", interval == null ? error : OptionalDouble.of(interval.lower()), kappa);
        json.error("cohen_kappa_ci95_upper", interval == null ? error : OptionalDouble.of(interval.upper()), kappa);
    }

    private static void kappaErrors(FigureObject json, ContingencyTable table) {
        Figure kappa = CohenKappa.of(table);
        OptionalDouble error = CohenKappaError.nonNull(table);
        OptionalDouble underNull = CohenKappaError.underNull(table);
        json.error("cohen_kappa_se", error, kappa);
        json.error("cohen_kappa_se0", underNull, kappa);
        boolean isDefined = kappa instanceof Figure.Defined && error.isPresent();
        boolean hasTest = isDefined && underNull.getAsDouble() > 0;
        json.error(
                "cohen_kappa_z",
                hasTest
                        ? OptionalDouble.of(kappa.optional().orElseThrow() / underNull.getAsDouble())
                        : OptionalDouble.empty(),
                kappa);
    }

    private static void tableErrors(FigureObject json, RatingProfiles profiles) {
        OptionalDouble pi = UnitError.fleissKappa(profiles);
        OptionalDouble ac1 = UnitError.gwetAc1(profiles);
        OptionalDouble s = UnitError.brennanPrediger(profiles);
        json.error("scott_pi_se_table", UnitError.largeSample(pi, profiles), GwetAc1.of(profiles));
        json.error("gwet_ac1_se_table", UnitError.largeSample(ac1, profiles), GwetAc1.of(profiles));
        json.error("bennett_s_se_table", UnitError.largeSample(s, profiles), GwetAc1.of(profiles));
    }

    private static List<?> leaveOneOut(List<ContingencyTable> clusters) {
        return FigureObject.values(ClusterJackknife.leaveOneOut(clusters, CohenKappa::of));
    }
}
