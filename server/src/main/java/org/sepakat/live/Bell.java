package org.sepakat.live;

import io.vertx.core.json.JsonObject;
import java.util.UUID;
import java.util.function.Consumer;
import org.sepakat.store.Heads;
import org.sepakat.store.Nodes;

/**
 * Tells all nodes, this one too, how far a stream has got and who is where: ids and numbers, never content. It may be lost; the poll finds what it missed.
 */
final class Bell {

    private static final String HEAD = "head";
    private static final String PLACE = "place";

    /** A member's place in a round of a study. */
    record Place(UUID study, UUID round, Presence.Here here) {}

    private final Nodes nodes;

    Bell(Nodes nodes) {
        this.nodes = nodes;
    }

    /** Of what waits to be told of a stream, the last head is enough. */
    void ring(Heads.Head head) {
        nodes.tell(
                head.stream().toString(),
                new JsonObject()
                        .put("t", HEAD)
                        .put("study", head.study().toString())
                        .put("stream", head.stream().toString())
                        .put("seq", head.seq()));
    }

    void tell(Place place) {
        nodes.tell(
                place.round() + " " + place.here().member(),
                place.here()
                        .json()
                        .put("t", PLACE)
                        .put("study", place.study().toString())
                        .put("round", place.round().toString()));
    }

    /** Both are told on any thread. */
    void listen(Consumer<Heads.Head> heads, Consumer<Place> places) {
        nodes.listen(message -> {
            if (message.getString("t").equals(HEAD)) {
                heads.accept(head(message));
            } else {
                places.accept(place(message));
            }
        });
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
