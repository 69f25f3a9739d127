package org.sepakat.load;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sepakat.Figures;

/** Makes all measurements, or those asked for, each on a server and a database of its own, and prints the table. */
final class Load {

    private static final List<Measurement> ALL = List.of(
            new Measurement("hot-stream", HotStream::measure),
            new Measurement("ack-latency", Latency::ofAcknowledgement),
            new Measurement("fan-out", FanOut::measure),
            new Measurement("end-to-end", Latency::endToEnd),
            new Measurement("growth", Growth::measure),
            new Measurement("clients", IdleClients::measure));

    private Load() {}

    public static void main(String[] args) throws IOException {
        Locale.setDefault(Locale.ROOT);
        var options = Options.of(args);
        System.out.printf(
                "%d processors, Java %s, server with its default heap, load in a process of its own; limits raised for"
                        + " this run: %s%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                new TreeMap<>(Ground.SETTINGS));
        System.out.println(Figure.HEADING);
        var json = new JsonArray();
        for (Measurement measurement : ALL) {
            if (options.wants(measurement)) {
                measure(measurement, options).forEach(json::add);
            }
        }
        if (options.json() != null) {
            Files.writeString(options.json(), json.encodePrettily());
        }
        System.exit(0);
    }

    private static List<JsonObject> measure(Measurement measurement, Options options) {
        double before = load();
        try (var ground = new Ground(options.scale(), options.recording(measurement))) {
            List<Figure> figures = measurement.of().apply(ground);
            System.out.printf("%s (load average %.1f before, %.1f after)%n", measurement.name(), before, load());
            figures.forEach(figure -> System.out.println("  " + figure.row()));
            return figures.stream()
                    .map(figure ->
                            figure.json().put("measurement", measurement.name()).put("load_before", before))
                    .toList();
        }
    }

    /** Of the last minute, over the whole machine. */
    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /** {@code [--json FILE] [--only NAME ...] [--short] [--profile FOLDER]}. */
    private record Options(
            @Nullable Path json,
            Set<String> only,
            Ground.Scale scale,
            @Nullable Path profile) {

        static Options of(String[] args) {
            Path json = null;
            Path profile = null;
            boolean isShort = false;
            var only = new HashSet<String>();
            for (int i = 0; i < args.length; i++) {
                switch (args[i]) {
                    case "--json" -> json = Figures.file(args[++i]);
                    case "--profile" -> profile = Figures.file(args[++i]);
                    case "--short" -> isShort = true;
                    case "--only" -> only.add(args[++i]);
                    default -> only.add(args[i]);
                }
            }
            var names = new ArrayList<>(ALL.stream().map(Measurement::name).toList());
            if (!names.containsAll(only)) {
                throw new IllegalArgumentException("The measurements are " + names + ", not " + only + ".");
            }
            return new Options(json, only, new Ground.Scale(isShort), profile);
        }

        boolean wants(Measurement measurement) {
            return only.isEmpty() || only.contains(measurement.name());
        }

        @Nullable
        Path recording(Measurement measurement) {
            return profile == null ? null : profile.resolve(measurement.name() + ".jfr");
        }
    }
}
