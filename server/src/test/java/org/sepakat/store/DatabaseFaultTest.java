package org.sepakat.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DatabaseFaultTest {

    @ParameterizedTest
    @CsvSource({
        "40001, CONFLICT", // serialization
        "40P01, CONFLICT", // deadlock
        "23505, CONFLICT", // unique violation
        "57P01, AWAY", // terminated by an administrator
        "57P03, AWAY", // starting up
        "53100, AWAY", // disk full
        "53300, AWAY", // too many connections
        "08006, AWAY", // connection failure
        "57014, OURS", // statement took too long
        "22021, OURS", // not a text
        "42501, OURS" // not allowed
    })
    @DisplayName("What PostgreSQL says is told apart by its state")
    void states(String state, DatabaseFault fault) {
        assertEquals(fault, DatabaseFault.of(new PgException("", "ERROR", state, "")));
    }

    @Test
    @DisplayName("A lost connection means away, a fault in the code is ours, and a COMMIT without answer is unknown")
    void others() {
        assertEquals(DatabaseFault.AWAY, DatabaseFault.of(new IOException("Broken pipe")));
        assertEquals(DatabaseFault.AWAY, DatabaseFault.of(new VertxException("closed")));
        assertEquals(DatabaseFault.OURS, DatabaseFault.of(new IllegalStateException("a stream is missing")));
        assertEquals(
                DatabaseFault.OUTCOME_UNKNOWN,
                DatabaseFault.of(new StudyScope.OutcomeUnknown(new IOException("Broken pipe"))));
    }
}
