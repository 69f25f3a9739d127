package org.sepakat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void percentilesAreTheValuesOfTheirRanksWhateverTheOrder() {
        long[] backwards =
                LongStream.rangeClosed(1, 100).map(n -> (101 - n) * 1_000_000).toArray();

        assertEquals(new Percentiles(100, 50, 95, 99, 100), Percentiles.ofNanos(backwards));
    }

    @Test
    void ofFewValuesTheHighPercentilesAreTheLast() {
        assertEquals(new Percentiles(2, 1, 3, 3, 3), Percentiles.ofNanos(new long[] {3_000_000, 1_000_000}));
    }

    @Test
    void ofNothingThereIsNoNumber() {
        assertTrue(Double.isNaN(Percentiles.ofNanos(new long[0]).p99()));
    }
}
