package org.sepakat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many units to double-code; the numbers are Bloch & Kraemer's and Cantor's. */
class PlanCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String arguments) {
        return Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(("plan " + arguments).split(" ", -1));
    }

    private JsonNode plan(String arguments) throws IOException {
        assertEquals(0, run(arguments + " --json"), err::toString);
        return new ObjectMapper().readTree(out.toString());
    }

    @Test
    void an_interval_of_a_tenth_around_kappa_seven_tenths_of_a_theme_on_a_tenth_of_the_units_takes_569()
            throws IOException {
        JsonNode plan = plan("--kappa .7 --prevalence .1");
        assertEquals(569, plan.get("units_needed").asInt());
        assertEquals(57, plan.get("units_with_theme").asInt());
        assertEquals(569, plan.get("units_still_needed").asInt());
    }

    @Test
    void units_of_one_transcript_that_are_alike_count_for_less() throws IOException {
        JsonNode plan = plan("--kappa .7 --prevalence .1 --per-transcript 21 --icc .05 --done 138");
        assertEquals(2, plan.get("design_effect").asDouble(), 1e-12);
        assertEquals(1138, plan.get("units_needed").asInt());
        assertEquals(1000, plan.get("units_still_needed").asInt());
    }

    @Test
    void a_test_of_seven_tenths_against_a_half_takes_158_units_with_the_usual_power() throws IOException {
        JsonNode plan = plan("--kappa .7 --prevalence .3 --against .5");
        assertEquals(158, plan.get("units_needed").asInt());
        assertEquals(0.8, plan.get("power").asDouble());
    }

    @Test
    void a_person_reads_sentences() {
        assertEquals(0, run("--kappa .7 --prevalence .1 --design-effect 1.5 --done 100"), err::toString);
        String text = out.toString();
        assertTrue(text.startsWith("854 units, both coded, for a 95 % interval of +-0.1 around kappa 0.7"), text);
        assertTrue(text.contains("done 100, still needed 754"), text);
        assertTrue(text.contains("569 if units were independent, times the design effect 1.50"), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --kappa .7 --prevalence 0                          | the prevalence lies between 0 and 1, got 0.0
        --kappa .7 --prevalence NaN                        | the prevalence lies between 0 and 1, got NaN
        --kappa 1 --prevalence .1                          | the expected kappa lies between -1 and 1, got 1.0
        --kappa .7 --prevalence .1 --half-width 2          | the half-width lies between 0 and 1, got 2.0
        --kappa .7 --prevalence .1 --against .7            | --against: expected a kappa above -1 and below the expected one, 0.7
        --kappa .7 --prevalence .1 --icc .1                | --per-transcript and --icc go together
        --kappa .7 --prevalence .1 --design-effect .5      | --design-effect: expected 1 to 1000, found 0.5
        --kappa .7 --prevalence .1 --done -1               | --done: expected no fewer than 0 units, found -1
        --kappa .7                                         | Missing required option: '--prevalence=<prevalence>'
        """)
    void what_gives_no_plan_is_refused_with_exit_status_2(String arguments, String message) {
        assertEquals(2, run(arguments));
        assertTrue(err.toString().contains(message), err::toString);
        assertEquals("", out.toString());
    }
}
