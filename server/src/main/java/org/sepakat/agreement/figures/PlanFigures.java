package org.sepakat.agreement.figures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sepakat.agreement.CohenKappa;
import org.sepakat.agreement.ContingencyTable;
import org.sepakat.agreement.Figure;
import org.sepakat.agreement.interval.ClusterJackknife;
import org.sepakat.agreement.interval.CohenKappaError;
import org.sepakat.agreement.planner.KappaPlan;

/**
 * Units two coders still need for an interval of +-.10, if kappa and prevalence stay as they are now. The design effect is what clustering was seen to
 * cost: the jackknife's variance over the textbook's, at least 1.
 */
final class PlanFigures {
    private static final double HALF_WIDTH = 0.10;

    private PlanFigures() {}

    /** Null where kappa has no spread to plan with. */
    static @Nullable Map<String, @Nullable Object> of(ContingencyTable table, List<ContingencyTable> clusters) {
        double prevalence = (2.0 * table.a() + table.b() + table.c()) / (2.0 * Math.max(1, table.n()));
        if (!(CohenKappa.of(table) instanceof Figure.Defined kappa) || Math.abs(kappa.value()) >= 1) {
            return null;
        }
        long units = KappaPlan.unitsForWidth(kappa.value(), prevalence, HALF_WIDTH);
        double effect = designEffect(table, clusters);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("half_width", HALF_WIDTH);
        json.put("units_if_independent", units);
        json.put("design_effect", effect);
        json.put("units_still_needed", KappaPlan.stillNeeded(units, effect, table.n()));
        return json;
    }

    private static double designEffect(ContingencyTable table, List<ContingencyTable> clusters) {
        ClusterJackknife jackknife = ClusterJackknife.of(clusters, CohenKappa::of);
        double textbook = CohenKappaError.nonNull(table).orElse(0);
        boolean isKnown = jackknife.clusters() >= ClusterJackknife.FEWEST_CLUSTERS && textbook > 0;
        double ratio = isKnown ? jackknife.standardError().orElse(textbook) / textbook : 1;
        return Math.max(1, ratio * ratio);
    }
}
