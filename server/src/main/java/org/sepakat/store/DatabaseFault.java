package org.sepakat.store;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;

/** What a failed transaction means for the one who sent it. */
public enum DatabaseFault {
    /** Another transaction was in the way: the same again may well succeed. */
    CONFLICT,
    /** No database to talk to, or one that is starting, stopping or full: nothing was recorded, and waiting may help. */
    AWAY,
    /** COMMIT was sent and its answer never came. */
    OUTCOME_UNKNOWN,
    /** A fault of ours, or of one op. */
    OURS;

    public static DatabaseFault of(Throwable failure) {
        if (failure instanceof StudyScope.OutcomeUnknown) {
            return OUTCOME_UNKNOWN;
        }
        if (failure instanceof PgException refused) {
            return ofState(String.valueOf(refused.getSqlState()));
        }
        return failure instanceof RuntimeException && !(failure instanceof VertxException) ? OURS : AWAY;
    }

    /** SQLSTATE classes: 08 connection, 53 resources, 57 operator intervention (57014 is a statement's time limit). */
    private static DatabaseFault ofState(String state) {
        return switch (state) {
            case "40001", "40P01", "23505", "55P03" -> CONFLICT;
            case "57014" -> OURS;
            default -> state.startsWith("08") || state.startsWith("53") || state.startsWith("57") ? AWAY : OURS;
        };
    }
}
