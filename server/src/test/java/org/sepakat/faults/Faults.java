package org.sepakat.faults;

import io.vertx.core.json.JsonArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.sepakat.Figures;
import org.sepakat.faults.Scenario.Scale;

/** Plays all scenarios, or those whose names begin as asked, and prints the table. Exit status 1 if anything was found. */
final class Faults {

    private static final int FINDINGS_SHOWN = 5;
    private static final int LONGEST_MINUTES = 60;

    private Faults() {}

    static List<Scenario> all() {
        var all = new ArrayList<Scenario>();
        all.addAll(DatabaseFaults.ALL);
        all.addAll(LineFaults.ALL);
        all.addAll(NodeFaults.ALL);
        all.add(OrphanFault.scenario());
        all.addAll(RightsFaults.ALL);
        return List.copyOf(all);
    }

    public static void main(String[] args) throws IOException {
        Locale.setDefault(Locale.ROOT);
        var options = Options.of(args);
        System.out.println("seed " + options.seed() + "; limits of one account for this run: "
                + Rig.LIMITS.opsPerSecond() + " ops/s, " + Rig.LIMITS.socketsPerAccount() + " sockets");
        System.out.println(Outcome.HEADING);
        var outcomes = new ArrayList<Outcome>();
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(options.minutes());
        for (Scenario scenario : all()) {
            if (options.wants(scenario) && System.nanoTime() > end) {
                System.out.println(scenario + ": left out, the time is over");
            } else if (options.wants(scenario)) {
                Outcome outcome = scenario.run(options.scale(), options.seed());
                outcomes.add(outcome);
                options.keep(outcomes);
                System.out.println(outcome.row());
                outcome.findings().stream()
                        .limit(FINDINGS_SHOWN)
                        .forEach(finding -> System.out.println("    " + finding));
            }
        }
        sum(outcomes);
        System.exit(outcomes.stream().allMatch(Outcome::isClean) ? 0 : 1);
    }

    private static void sum(List<Outcome> outcomes) {
        System.out.printf(
                "in all: %d ops acknowledged, %d faults injected, %d findings%n",
                outcomes.stream().mapToLong(Outcome::acknowledged).sum(),
                outcomes.stream().mapToInt(Outcome::faults).sum(),
                outcomes.stream().mapToInt(outcome -> outcome.findings().size()).sum());
    }

    /** {@code [--seed N] [--json FILE] [--ops N] [--faults N] [--minutes N] [F1 F7 ...]}: no scenario begins after so many minutes. */
    private record Options(
            long seed, @org.jspecify.annotations.Nullable Path json, Scale scale, int minutes, List<String> names) {

        static Options of(String[] args) {
            long seed = 1;
            Path json = null;
            int ops = Scale.WHOLE.ops();
            int faults = Scale.WHOLE.faults();
            int minutes = LONGEST_MINUTES;
            var names = new ArrayList<String>();
            for (int i = 0; i < args.length; i++) {
                switch (args[i]) {
                    case "--seed" -> seed = Long.parseLong(args[++i]);
                    case "--json" -> json = Figures.file(args[++i]);
                    case "--ops" -> ops = Integer.parseInt(args[++i]);
                    case "--faults" -> faults = Integer.parseInt(args[++i]);
                    case "--minutes" -> minutes = Integer.parseInt(args[++i]);
                    default -> names.add(args[i]);
                }
            }
            return new Options(seed, json, new Scale(ops, faults), minutes, names);
        }

        /** As they come: a run that is stopped has told what it saw until then. */
        void keep(List<Outcome> outcomes) throws IOException {
            if (json != null) {
                Files.writeString(
                        json, new JsonArray(outcomes.stream().map(Outcome::json).toList()).encodePrettily());
            }
        }

        boolean wants(Scenario scenario) {
            return names.isEmpty()
                    || names.stream().anyMatch(name -> scenario.name().startsWith(name + " "));
        }
    }
}
