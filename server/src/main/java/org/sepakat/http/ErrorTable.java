package org.sepakat.http;

import org.sepakat.study.ErrorCode;

/** Every error code's HTTP status. */
final class ErrorTable {
    private ErrorTable() {}

    static int status(ErrorCode code) {
        return switch (code) {
            case E_BAD -> 400;
            case E_AUTH -> 401;
            case E_READONLY -> 403;
            case E_NOT_FOUND -> 404;
            case E_STALE, E_FROZEN, E_OPID_REUSED -> 409;
            case E_TOO_BIG, E_QUOTA -> 413;
            case E_VERSION -> 426;
            case E_RATE -> 429;
            case E_INTERNAL -> 500;
            case E_BUSY, E_DB -> 503;
        };
    }
}
