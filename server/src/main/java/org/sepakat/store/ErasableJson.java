package org.sepakat.store;

import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sepakat.study.ErasableText;

/**
 * Erasable text in JSON: to readers as {@code FIELD} (null once erased, and then with {@code "erased": true}) and {@code content}, its id; in the log as the
 * id alone.
 */
public final class ErasableJson {
    private static final String CONTENT = "content";
    private static final String ERASED = "erased";

    private ErasableJson() {}

    public static JsonObject put(JsonObject json, String field, ErasableText words) {
        json.put(field, words.text());
        if (words.content() != null) {
            json.put(CONTENT, words.content().toString());
        }
        return words.text() == null ? json.put(ERASED, true) : json;
    }

    /** What {@link #put} wrote. */
    public static ErasableText read(Fields body, String field, int most) {
        UUID content = body.has(CONTENT) ? body.id(CONTENT) : null;
        boolean erased = body.has(ERASED) && body.flag(ERASED);
        return new ErasableText(content, erased ? body.textOrNull(field, most) : body.text(field, most));
    }

    /** The words stay out of the log. */
    public static JsonObject forLog(JsonObject body, String field) {
        JsonObject kept = body.copy();
        kept.remove(field);
        return kept;
    }

    /** @param text that stands under the body's content id now */
    public static JsonObject joined(JsonObject body, String field, @Nullable String text) {
        String content = body.getString(CONTENT);
        return put(body, field, content == null ? ErasableText.NONE : new ErasableText(UUID.fromString(content), text));
    }
}
