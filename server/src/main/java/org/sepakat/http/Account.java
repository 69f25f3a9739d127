package org.sepakat.http;

import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person on this server.
 *
 * @param name to sign in with, unique without regard to case
 * @param operator runs the server; that opens no study
 * @param language {@code id} or {@code en}; null until the person chooses one
 */
public record Account(
        UUID id,
        String name,
        String displayName,
        boolean operator,
        @Nullable String language) {

    JsonObject toJson() {
        return new JsonObject()
                .put("id", id.toString())
                .put("name", name)
                .put("display_name", displayName)
                .put("operator", operator)
                .put("language", language);
    }
}
