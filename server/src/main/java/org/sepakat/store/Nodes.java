package org.sepakat.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The servers on one database, this one among them. What they tell each other is short, ids and numbers and never content, and may be lost: the poll of the
 * heads finds what was told by it. Any thread.
 */
public interface Nodes {

    /** @param key of what waits to go out, the later message of one key takes the place of the earlier */
    void tell(String key, JsonObject message);

    /** What any of them tells, this one too. */
    void listen(Consumer<JsonObject> listener);

    Future<Void> close();

    /** A server that has its database for itself. */
    static Nodes alone() {
        List<Consumer<JsonObject>> listeners = new CopyOnWriteArrayList<>();
        return new Nodes() {
            @Override
            public void tell(String key, JsonObject message) {
                listeners.forEach(listener -> listener.accept(message));
            }

            @Override
            public void listen(Consumer<JsonObject> listener) {
                listeners.add(listener);
            }

            @Override
            public Future<Void> close() {
                listeners.clear();
                return Future.succeededFuture();
            }
        };
    }
}
