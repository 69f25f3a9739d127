package org.sepakat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a benchmark measured: printed as it comes, with the load of the machine before it began, and kept as JSON where {@code --json FILE} is among the
 * arguments.
 */
public final class Figures implements AutoCloseable {
    private final JsonObject figures = new JsonObject();
    private final double loadBefore = load();
    private final @Nullable Path file;

    private Figures(@Nullable Path file) {
        this.file = file;
        System.out.printf(
                Locale.ROOT,
                "%d cores, load of the last minute %.1f%n",
                Runtime.getRuntime().availableProcessors(),
                loadBefore);
    }

    public static Figures of(String... arguments) {
        int json = List.of(arguments).indexOf("--json");
        return new Figures(json < 0 ? null : file(arguments[json + 1]));
    }

    /** Named from where the script was called, which runs elsewhere. */
    public static Path file(String name) {
        return Path.of(System.getProperty("from", "")).resolve(name);
    }

    /** What else was asked for. */
    public static List<String> further(String... arguments) {
        var further = new ArrayList<>(List.of(arguments));
        int json = further.indexOf("--json");
        if (json >= 0) {
            further.subList(json, json + 2).clear();
        }
        return further;
    }

    public void add(String name, double value, String unit) {
        System.out.printf(Locale.ROOT, "%-62s %,12.2f %s%n", name, value, unit);
        figures.put(name + ", " + unit, value);
    }

    /** @param nanos of each time that something was done */
    public void addTimes(String name, long[] nanos) {
        Percentiles times = Percentiles.ofNanos(nanos);
        add(name + ", p50", times.p50(), "ms");
        add(name + ", p95", times.p95(), "ms");
        add(name + ", p99", times.p99(), "ms");
        add(name + ", at most", times.most(), "ms");
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    @Override
    public void close() {
        System.out.printf(Locale.ROOT, "load of the last minute at the end %.1f%n", load());
        if (file != null) {
            try {
                Files.writeString(
                        file,
                        new JsonObject()
                                .put("cores", Runtime.getRuntime().availableProcessors())
                                .put("load_before", loadBefore)
                                .put("load_after", load())
                                .put("figures", figures)
                                .encodePrettily());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
