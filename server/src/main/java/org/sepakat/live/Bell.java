package org.sepakat.live;

import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import java.util.function.Consumer;
import org.sepakat.store.Heads;

/**
 * Tells all nodes, this one too, how far a stream has got and who is where: ids and numbers, never content. It may be lost; the poll finds what it missed.
 */
final class Bell {

    private static final String HEADS = "sepakat.heads";
    private static final String PLACES = "sepakat.places";

    /** A member's place in a round of a study. */
    record Place(UUID study, UUID round, Presence.Here here) {}

    private final Vertx vertx;

    Bell(Vertx vertx) {
        this.vertx = vertx;
    }

    void ring(Heads.Head head) {
        vertx.eventBus()
                .publish(
                        HEADS,
                        new JsonObject()
                                .put("study", head.study().toString())
                                .put("stream", head.stream().toString())
                                .put("seq", head.seq()));
    }

    void tell(Place place) {
        vertx.eventBus()
                .publish(
                        PLACES,
                        place.here()
                                .json()
                                .put("study", place.study().toString())
                                .put("round", place.round().toString()));
    }

    /** Both are told on the caller's context. */
    Runnable listen(Consumer<Heads.Head> heads, Consumer<Place> places) {
        MessageConsumer<JsonObject> one = consume(HEADS, json -> heads.accept(head(json)));
        MessageConsumer<JsonObject> two = consume(PLACES, json -> places.accept(place(json)));
        return () -> {
            one.unregister();
            two.unregister();
        };
    }

    private MessageConsumer<JsonObject> consume(String address, Consumer<JsonObject> consumer) {
        return vertx.eventBus().consumer(address, message -> consumer.accept(message.body()));
    }

    private static Heads.Head head(JsonObject json) {
        return new Heads.Head(id(json, "study"), id(json, "stream"), json.getLong("seq"));
    }

    private static Place place(JsonObject json) {
        var here = new Presence.Here(id(json, "member"), id(json, "transcript"), json.getInteger("segment"));
        return new Place(id(json, "study"), id(json, "round"), here);
    }

    private static UUID id(JsonObject json, String name) {
        return UUID.fromString(json.getString(name));
    }
}
