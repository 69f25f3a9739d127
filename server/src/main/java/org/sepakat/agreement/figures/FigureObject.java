package org.sepakat.agreement.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.sepakat.agreement.Figure;
import org.sepakat.agreement.Reason;
import org.sepakat.agreement.interval.ClusterBootstrap;
import org.sepakat.agreement.interval.ClusterJackknife;
import org.sepakat.agreement.interval.Interval;

/**
 * One JSON object of figures. An undefined one is {@code null}, {@code reasons} names the code of every null, {@code reason} that of the
 * headline figure.
 */
final class FigureObject {
    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    private final Map<String, String> reasons = new LinkedHashMap<>();
    private String headline;

    FigureObject(String headline) {
        this.headline = headline;
    }

    FigureObject headline(String key) {
        headline = key;
        return this;
    }

    void value(String key, @Nullable Object value) {
        fields.put(key, value);
    }

    void figure(String key, Figure figure) {
        if (figure instanceof Figure.Defined defined) {
            fields.put(key, defined.value());
            reasons.remove(key);
        } else if (figure instanceof Figure.Undefined undefined) {
            missing(key, undefined.reason());
        }
    }

    private void missing(String key, Reason reason) {
        fields.put(key, null);
        reasons.put(key, reason.name());
    }

    /** A number that belongs to a figure; without one the figure's own reason stands, or that the units are too few. */
    void error(String key, OptionalDouble value, Figure of) {
        if (value.isPresent()) {
            fields.put(key, value.getAsDouble());
        } else {
            missing(key, of instanceof Figure.Undefined undefined ? undefined.reason() : Reason.CONSTANT);
        }
    }

    /** Gwet's t interval over {@code units} units, the upper end not above 1. */
    void studentInterval(String key, Figure figure, OptionalDouble error, long units) {
        if (figure instanceof Figure.Defined defined && error.isPresent()) {
            Interval.Between interval = Interval.student(defined.value(), error.getAsDouble(), units - 1);
            fields.put(key, List.of(interval.lower(), Math.min(1, interval.upper())));
        } else {
            missing(key, figure instanceof Figure.Undefined undefined ? undefined.reason() : Reason.CONSTANT);
        }
    }

    void jackknife(String key, ClusterJackknife jackknife) {
        Reason none = jackknife.interval() instanceof Interval.None absent ? absent.reason() : Reason.TOO_FEW_CLUSTERS;
        String error = key + "_se_cluster_jackknife";
        if (jackknife.standardError().isPresent()) {
            fields.put(error, jackknife.standardError().getAsDouble());
        } else {
            missing(error, none);
        }
        interval(key + "_ci95_cluster_jackknife_t", jackknife.interval());
    }

    void bootstrap(String key, ClusterBootstrap bootstrap) {
        if (bootstrap.standardError().isPresent()) {
            fields.put(key + "_se_cluster_bootstrap", bootstrap.standardError().getAsDouble());
        }
        interval(key + "_ci95_cluster_bootstrap", bootstrap.interval());
        fields.put(key + "_bootstrap_undefined", bootstrap.undefinedShare());
    }

    void interval(String key, Interval interval) {
        if (interval instanceof Interval.Between between) {
            fields.put(key, List.of(between.lower(), between.upper()));
        } else if (interval instanceof Interval.None none) {
            missing(key, none.reason());
        }
    }

    /** Several figures of one kind under one key, each with a name of its own. */
    void figures(String key, List<String> names, List<Figure> figures) {
        Map<String, @Nullable Object> inner = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            inner.put(name, figures.get(i) instanceof Figure.Defined defined ? (Object) defined.value() : null);
            if (figures.get(i) instanceof Figure.Undefined undefined) {
                reasons.put(key + "." + name, undefined.reason().name());
            }
        }
        fields.put(key, inner);
    }

    static List<@Nullable Double> values(List<Figure> figures) {
        List<@Nullable Double> values = new ArrayList<>();
        for (Figure figure : figures) {
            values.add(figure instanceof Figure.Defined defined ? (Double) defined.value() : null);
        }
        return values;
    }

    Map<String, @Nullable Object> finish() {
        String reason = reasons.get(headline);
        if (reason != null) {
            fields.put("reason", reason);
        }
        if (!reasons.isEmpty()) {
            fields.put("reasons", reasons);
        }
        return fields;
    }
}
