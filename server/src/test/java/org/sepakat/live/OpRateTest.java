package org.sepakat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sepakat.live.Ids.id;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("[S13] ops an account may send")
final class OpRateTest {

    private final TestClock clock = new TestClock();
    private final OpRate rate = new OpRate(LiveLimits.DEFAULTS, clock);

    @Test
    @DisplayName("are 100 at once, then 20 a second")
    void burstThenRate() {
        assertEquals(100, rate.take(id("ani"), 120).ops());
        assertEquals(new OpRate.Grant(0, 50), rate.take(id("ani"), 1));
        clock.advance(Duration.ofSeconds(1));
        assertEquals(20, rate.take(id("ani"), 50).ops());
    }

    @Test
    @DisplayName("do not depend on those of another account")
    void accountsAreApart() {
        rate.take(id("budi"), 100);
        assertEquals(new OpRate.Grant(50, 0), rate.take(id("ani"), 50));
    }

    @Test
    @DisplayName("are never more than 100 at once, however long it was quiet")
    void quietSavesNothingUp() {
        rate.take(id("ani"), 1);
        clock.advance(Duration.ofHours(1));
        assertEquals(100, rate.take(id("ani"), 200).ops());
    }
}
