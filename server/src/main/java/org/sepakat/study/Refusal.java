package org.sepakat.study;

import java.util.Map;

/**
 * A "no" with its reason.
 *
 * @param message one English sentence: what was wrong, where, and what to do; never text of a transcript
 * @param detail facts a program may use: a field's path, the present rev
 */
public record Refusal(ErrorCode code, String message, Map<String, Object> detail) {

    public Refusal {
        detail = Map.copyOf(detail);
    }

    public static Refusal of(ErrorCode code, String message) {
        return new Refusal(code, message, Map.of());
    }

    public static Refusal bad(String path, String message) {
        return new Refusal(ErrorCode.E_BAD, message, Map.of("path", path));
    }

    /** The one answer for absent and hidden. */
    public static Refusal notFound() {
        return of(ErrorCode.E_NOT_FOUND, "There is nothing here, or nothing that you may see.");
    }

    public static Refusal readOnly(String message) {
        return of(ErrorCode.E_READONLY, message);
    }

    public static Refusal frozen() {
        return of(ErrorCode.E_FROZEN, "The round is closed: its codings can no longer be changed.");
    }

    /** @param version of the text that stands now */
    public static Refusal staleVersion(int version) {
        return new Refusal(
                ErrorCode.E_STALE,
                "The text was corrected in the meantime, to version " + version
                        + ": read that one, and count places in it.",
                Map.of("version", version));
    }

    public static Refusal stale(int rev) {
        return new Refusal(
                ErrorCode.E_STALE,
                "Somebody changed this in the meantime: look at the present state and decide again.",
                Map.of("rev", rev));
    }
}
