package org.sepakat.cli;

/** The command was used wrongly; the message is a sentence that says how to use it. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
