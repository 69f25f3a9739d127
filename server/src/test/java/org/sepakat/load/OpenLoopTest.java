package org.sepakat.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sepakat.Percentiles;

class OpenLoopTest {

    private static final long SECOND = 1_000_000_000;

    @Test
    void actsAreDueEvenlyFromTheStart() {
        var loop = new OpenLoop(7, 1_000);

        assertEquals(7, loop.due(0));
        assertEquals(7 + SECOND / 1_000, loop.due(1));
        assertEquals(7 + 60 * SECOND, loop.due(60_000));
    }

    @Test
    void aRateThatDividesNothingDoesNotDrift() {
        assertEquals(1_000 * SECOND, new OpenLoop(0, 3).due(3_000));
    }

    @Test
    void aStallOfASecondIsChargedToAllWhoCameMeanwhile() {
        var loop = new OpenLoop(0, 100);
        long[] waited = IntStream.range(0, 100)
                .mapToLong(act -> loop.waited(act, SECOND))
                .toArray();

        Percentiles all = Percentiles.ofNanos(waited);

        assertEquals(1_000, all.most());
        assertEquals(500, all.p50());
    }

    @Test
    void whatIsOverdueIsSentAtOnceAndInOrder() {
        var sent = new StringBuilder();

        new OpenLoop(System.nanoTime() - 10 * SECOND, 1).send(3, sent::append);

        assertEquals("012", sent.toString());
    }
}
