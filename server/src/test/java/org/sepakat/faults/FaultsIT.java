package org.sepakat.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sepakat.faults.Scenario.Scale;

/** The quick part of {@code scripts/faults}: one fault of each kind that needs no process of its own. */
final class FaultsIT {

    static Stream<Scenario> scenarios() {
        return Faults.all().stream()
                .filter(scenario -> List.of("F1 ", "F7 ", "F8 ", "F13 ", "F14 ", "F15 ").stream()
                        .anyMatch(scenario.name()::startsWith));
    }

    @ParameterizedTest(name = "[I1-I13] {0}")
    @MethodSource("scenarios")
    @DisplayName("Whatever breaks, nothing acknowledged is lost, doubled, out of order or seen by the wrong eyes")
    void nothingIsLost(Scenario scenario) {
        Outcome outcome = scenario.run(Scale.SMALL, 1);
        System.out.println(outcome.row());
        assertEquals(List.of(), outcome.findings());
        assertTrue(outcome.acknowledged() > 0 && outcome.faults() > 0, "something was done");
    }
}
