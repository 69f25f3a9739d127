package org.sepakat.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords on two threads of their own, so that a flood of sign-ins slows down nothing else; what would wait behind more than 32 others is told to
 * come back. A name that does not exist costs the same time as one that does.
 */
public final class Passwords {
    private static final int THREADS = 2;
    private static final int WAITING = 32;
    private static final int SHORTEST = 8;
    private static final Set<String> COMMON = common();

    private final WorkerExecutor workers;
    private final AtomicInteger waiting = new AtomicInteger();
    private final String nobodys = Argon2.hash(Tokens.fresh());

    public Passwords(Vertx vertx) {
        this.workers = vertx.createSharedWorkerExecutor("passwords", THREADS);
    }

    /** What to keep of a new password; refused if it is easily guessed. */
    public Future<String> hash(String password, String name) {
        if (password.length() < SHORTEST) {
            return Future.failedFuture(Refused.bad("password", "A password has at least " + SHORTEST + " characters."));
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (COMMON.contains(lower) || lower.equals(name.toLowerCase(Locale.ROOT))) {
            return Future.failedFuture(
                    Refused.bad("password", "That is one of the passwords tried first: choose another one."));
        }
        return work(() -> Argon2.hash(password));
    }

    /**
     * @param hash null for somebody who does not exist or has no password: never right, in the same time
     */
    Future<Boolean> isRight(String password, @Nullable String hash) {
        return work(() -> Argon2.isRight(password, hash == null ? nobodys : hash) && hash != null);
    }

    private <T> Future<T> work(Callable<T> work) {
        if (waiting.incrementAndGet() > WAITING) {
            waiting.decrementAndGet();
            return Future.failedFuture(Refused.busy());
        }
        return workers.executeBlocking(work, false).onComplete(done -> waiting.decrementAndGet());
    }

    private static Set<String> common() {
        try (InputStream in = Passwords.class.getResourceAsStream("/common-passwords.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
