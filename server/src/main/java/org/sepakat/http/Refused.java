package org.sepakat.http;

import java.time.Duration;
import java.util.Map;
import org.sepakat.study.ErrorCode;
import org.sepakat.study.Refusal;

/** Carries a refusal through futures to the one {@link FailureHandler}; stays inside this package. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;
    private final int status;

    Refused(Refusal refusal) {
        this(refusal, ErrorTable.status(refusal.code()));
    }

    private Refused(Refusal refusal, int status) {
        super(refusal.message(), null, false, false);
        this.refusal = refusal;
        this.status = status;
    }

    Refusal refusal() {
        return refusal;
    }

    int status() {
        return status;
    }

    static Refused notFound() {
        return new Refused(Refusal.notFound());
    }

    static Refused notSignedIn() {
        return new Refused(Refusal.of(ErrorCode.E_AUTH, "You are not signed in, or the session has ended: sign in."));
    }

    static Refused wrongPassword() {
        return new Refused(Refusal.of(ErrorCode.E_AUTH, "The name or the password is wrong."));
    }

    static Refused bad(String path, String message) {
        return new Refused(Refusal.bad(path, message));
    }

    static Refused tooBig(long most) {
        return new Refused(
                new Refusal(ErrorCode.E_TOO_BIG, "At most " + most + " bytes are taken here.", Map.of("bytes", most)));
    }

    static Refused busy() {
        return new Refused(Refusal.of(ErrorCode.E_BUSY, "The server is busy: try again in a moment."));
    }

    static Refused wait(Duration wait) {
        return new Refused(new Refusal(
                ErrorCode.E_RATE,
                "Too many tries: wait " + Math.max(1, wait.toSeconds()) + " s before the next one.",
                Map.of("after_ms", wait.toMillis())));
    }

    /** Not from our own pages: neither signing in nor out would change that, so it is no 401. */
    static Refused foreign(String message) {
        return new Refused(Refusal.of(ErrorCode.E_AUTH, message), 403);
    }

    /** A host name that is not this server's. */
    static Refused misdirected() {
        return new Refused(
                Refusal.of(
                        ErrorCode.E_BAD,
                        "This server does not answer to that host name: open the address it printed at its start, or set SEPAKAT_PUBLIC_URL."),
                421);
    }
}
