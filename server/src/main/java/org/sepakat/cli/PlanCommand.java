package org.sepakat.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sepakat.agreement.planner.KappaPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How many units two coders must both code, for an interval of a wanted width or for a test. Exit status 2 where no plan can be made. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "How many units to double-code.",
            "For a 95 % interval around kappa (--half-width), or for a test that tells kappa from a lower one (--against)."
        })
public final class PlanCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--kappa", required = true, description = "The kappa you expect.")
    private double kappa;

    @Option(
            names = "--prevalence",
            required = true,
            description = "Share of the units that carry the theme, 0 to 1; of several themes, the rarest one's.")
    private double prevalence;

    @Option(names = "--half-width", description = "The interval shall reach so far to each side (${DEFAULT-VALUE}).")
    private double halfWidth = 0.1;

    @Option(names = "--against", paramLabel = "KAPPA", description = "Plan a test instead: kappa is higher than this.")
    private @Nullable Double against;

    @Option(names = "--power", description = "Of the test: how surely it finds that (${DEFAULT-VALUE}).")
    private double power = 0.8;

    @Option(names = "--alpha", description = "Of the test: its size, two-sided (${DEFAULT-VALUE}).")
    private double alpha = 0.05;

    @Option(
            names = "--design-effect",
            description = "How many times as many units since those of a transcript are alike (${DEFAULT-VALUE}).")
    private double designEffect = 1;

    @Option(
            names = "--per-transcript",
            paramLabel = "UNITS",
            description = "Units in a transcript; with --icc, the design effect is 1 + (UNITS - 1) icc.")
    private @Nullable Double perTranscript;

    @Option(names = "--icc", description = "How alike the units of a transcript are, 0 to 1.")
    private @Nullable Double icc;

    @Option(names = "--done", description = "Units that two coders have both coded so far (${DEFAULT-VALUE}).")
    private long done;

    @Option(names = "--json", description = "As a JSON object.")
    private boolean asJson;

    @Override
    public Integer call() throws JsonProcessingException {
        try {
            print(plan());
            return 0;
        } catch (IllegalArgumentException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 2;
        }
    }

    private Map<String, Object> plan() {
        double effect = effect();
        long units = against == null
                ? KappaPlan.unitsForWidth(kappa, prevalence, halfWidth)
                : KappaPlan.unitsForPower(prevalence, prevalence, kappa, requireLower(against), alpha, power, true);
        long needed = KappaPlan.stillNeeded(units, effect, 0);
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("kappa", kappa);
        plan.put("prevalence", prevalence);
        if (against == null) {
            plan.put("half_width", halfWidth);
        } else {
            plan.putAll(Map.of("against", against, "alpha", alpha, "power", power));
        }
        plan.put("units_if_independent", units);
        plan.put("design_effect", effect);
        plan.put("units_needed", needed);
        plan.put("units_with_theme", Math.round(needed * prevalence));
        plan.put("units_still_needed", KappaPlan.stillNeeded(units, effect, done));
        return plan;
    }

    private double requireLower(double lower) {
        if (!(lower < kappa && lower > -1 && kappa < 1)) {
            throw new IllegalArgumentException(
                    "--against: expected a kappa above -1 and below the expected one, " + kappa + ", found " + lower);
        }
        return lower;
    }

    private double effect() {
        if (done < 0) {
            throw new IllegalArgumentException("--done: expected no fewer than 0 units, found " + done);
        }
        if ((perTranscript == null) != (icc == null)) {
            throw new IllegalArgumentException("--per-transcript and --icc go together");
        }
        if (perTranscript != null && icc != null) {
            return KappaPlan.designEffect(perTranscript, icc);
        }
        if (!(designEffect >= 1 && designEffect <= 1_000)) {
            throw new IllegalArgumentException("--design-effect: expected 1 to 1000, found " + designEffect);
        }
        return designEffect;
    }

    private void print(Map<String, Object> plan) throws JsonProcessingException {
        PrintWriter out = spec.commandLine().getOut();
        if (asJson) {
            out.println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(plan));
        } else {
            sentences(plan).forEach(out::println);
        }
        out.flush();
    }

    private List<String> sentences(Map<String, Object> plan) {
        String aim = against == null
                ? text("a 95 %% interval of +-%s around kappa %s", halfWidth, kappa)
                : text("a test that tells kappa %s from %s with power %s (size %s)", kappa, against, power, alpha);
        return List.of(
                text("%s units, both coded, for %s", plan.get("units_needed"), aim),
                text(
                        "  where a share of %s carries the theme: about %s units do",
                        prevalence, plan.get("units_with_theme")),
                text(
                        "  %s if units were independent, times the design effect %.2f",
                        plan.get("units_if_independent"), plan.get("design_effect")),
                text("  done %s, still needed %s", done, plan.get("units_still_needed")),
                against == null
                        ? "Two coders who apply the theme equally often (Bloch & Kraemer 1989)."
                        : "Two coders who apply the theme equally often (Cantor 1996).");
    }

    private static String text(String format, @Nullable Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
