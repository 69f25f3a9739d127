package org.sepakat.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sepakat.TestClock;

class ThrottleTest {
    private final TestClock clock = new TestClock();
    private final Throttle throttle = new Throttle(clock);

    @Test
    void afterFiveFailuresEachTryWaitsTwiceAsLong() {
        fail(5, "Ani", "10.0.0.1");

        assertEquals(Duration.ofSeconds(1), throttle.enter("Ani", "10.0.0.1"));
        clock.advance(Duration.ofSeconds(1));
        assertEquals(Duration.ZERO, throttle.enter("ani ", "10.0.0.1"));
        assertEquals(Duration.ofSeconds(2), throttle.enter("Ani", "10.0.0.1"));
        clock.advance(Duration.ofSeconds(2));
        assertEquals(Duration.ZERO, throttle.enter("Ani", "10.0.0.1"));
        assertEquals(Duration.ofSeconds(4), throttle.enter("Ani", "10.0.0.1"));
    }

    @Test
    void theDelayHasABoundSoNobodyIsLockedOut() {
        for (int i = 0; i < 40; i++) {
            clock.advance(throttle.enter("Ani", "10.0.0.1"));
        }

        assertTrue(throttle.enter("Ani", "10.0.0.1").compareTo(Duration.ofMinutes(5)) <= 0);
    }

    @Test
    void othersFromTheSameAddressAndTheSameNameFromElsewhereAreUnhurt() {
        fail(5, "Ani", "10.0.0.1");

        assertEquals(Duration.ZERO, throttle.enter("Budi", "10.0.0.1"));
        assertEquals(Duration.ZERO, throttle.enter("Ani", "10.0.0.2"));
    }

    @Test
    void manyNamesFromOneAddressAreSlowedDownToo() {
        for (int i = 0; i < 50; i++) {
            assertEquals(Duration.ZERO, throttle.enter("name" + i, "10.0.0.1"));
        }

        assertEquals(Duration.ofSeconds(1), throttle.enter("another", "10.0.0.1"));
    }

    @Test
    void aNameTriedFromManyAddressesIsSlowedDownToo() {
        for (int i = 0; i < 50; i++) {
            assertEquals(Duration.ZERO, throttle.enter("Ani", "10.0.1." + i));
        }

        assertEquals(Duration.ofSeconds(1), throttle.enter("Ani", "10.0.2.1"));
    }

    @Test
    void successStartsAfreshAndHalfAnHourForgets() {
        fail(4, "Ani", "10.0.0.1");
        throttle.enter("Ani", "10.0.0.1");
        throttle.succeeded("Ani", "10.0.0.1");
        fail(5, "Ani", "10.0.0.1");
        assertEquals(Duration.ofSeconds(1), throttle.enter("Ani", "10.0.0.1"));

        clock.advance(Duration.ofMinutes(31));
        assertEquals(Duration.ZERO, throttle.enter("Ani", "10.0.0.1"));
    }

    private void fail(int times, String name, String address) {
        for (int i = 0; i < times; i++) {
            assertEquals(Duration.ZERO, throttle.enter(name, address));
        }
    }
}
