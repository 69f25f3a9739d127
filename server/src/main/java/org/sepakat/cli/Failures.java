package org.sepakat.cli;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What a person at a console is told of a failure: one sentence, no stack. */
final class Failures {
    private Failures() {}

    static String sentence(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
