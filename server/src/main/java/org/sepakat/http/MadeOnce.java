package org.sepakat.http;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.sepakat.store.Kept;

/**
 * Answers that are costly to make. Those used lately are kept, and who asks while one is being made waits for that one. A key says all that the answer
 * depends on, so that none is ever out of date. Any thread; answers on the caller's context.
 */
final class MadeOnce<K> {

    /** In all, and what a small one counts as, so that their number has an end too. */
    private static final long KEPT_BYTES = 32 << 20;

    private static final long LEAST_BYTES = 16 << 10;

    private final Vertx vertx;
    private final Kept<K, Encoded> kept = new Kept<>(KEPT_BYTES, answer -> Math.max(LEAST_BYTES, answer.size()));
    private final Map<K, Future<Encoded>> underWay = new ConcurrentHashMap<>();

    MadeOnce(Vertx vertx) {
        this.vertx = vertx;
    }

    Future<Encoded> get(K key, Supplier<Future<Encoded>> make) {
        Encoded known = kept.find(key);
        return known == null ? here(shared(key, make)) : Future.succeededFuture(known);
    }

    private Future<Encoded> shared(K key, Supplier<Future<Encoded>> make) {
        Promise<Encoded> making = Promise.promise();
        Future<Encoded> another = underWay.putIfAbsent(key, making.future());
        if (another != null) {
            return another;
        }
        Future.succeededFuture()
                .compose(begin -> make.get())
                .onSuccess(made -> kept.keep(key, made))
                .onComplete(done -> {
                    underWay.remove(key);
                    making.handle(done);
                });
        return making.future();
    }

    /** Another's answer comes on the other's thread. */
    private Future<Encoded> here(Future<Encoded> answer) {
        Context caller = vertx.getOrCreateContext();
        Promise<Encoded> promise = Promise.promise();
        answer.onComplete(done -> caller.runOnContext(v -> promise.handle(done)));
        return promise.future();
    }
}
