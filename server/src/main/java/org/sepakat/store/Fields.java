package org.sepakat.store;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sepakat.study.Refusal;
import org.sepakat.study.Word;

/**
 * Reads one JSON object strictly: every field that is asked for must be there and of its type, and {@link #end} refuses what was not asked for. The first
 * fault ends the reading with {@link Malformed}, which names the field's path. Used by one thread.
 */
public final class Fields {

    /** The first fault found; caught where the reading began and turned into a refusal. */
    public static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Refusal refusal;

        Malformed(String path, String message) {
            super(path + ": " + message, null, false, false);
            refusal = Refusal.bad(path, message);
        }

        public Refusal refusal() {
            return refusal;
        }
    }

    private final String path;
    private final JsonObject object;
    private final Set<String> asked = new HashSet<>();

    /** @param path of the object within the message, empty for the message itself */
    public Fields(String path, JsonObject object) {
        this.path = path;
        this.object = object;
    }

    public boolean has(String name) {
        return object.containsKey(name);
    }

    /** @param most length in UTF-16 code units */
    public String text(String name, int most) {
        return text(path(name), value(name, String.class, "a text"), most);
    }

    public @Nullable String textOrNull(String name, int most) {
        return isNull(name) ? null : text(name, most);
    }

    public UUID id(String name) {
        return id(path(name), value(name, String.class, "a UUID of version 4"));
    }

    public @Nullable UUID idOrNull(String name) {
        return isNull(name) ? null : id(name);
    }

    /** A whole number from least to most. */
    public int number(String name, int least, int most) {
        Number number = value(name, Number.class, "a whole number");
        boolean whole = number instanceof Integer || number instanceof Long;
        if (!whole || number.longValue() < least || number.longValue() > most) {
            throw new Malformed(path(name), "This must be a whole number from " + least + " to " + most + ".");
        }
        return number.intValue();
    }

    public boolean flag(String name) {
        return value(name, Boolean.class, "true or false");
    }

    public <W extends Enum<W> & Word> W word(String name, Class<W> words) {
        return word(path(name), value(name, String.class, "a word"), words);
    }

    public Fields object(String name) {
        return new Fields(path(name), plain(name));
    }

    /** An object that somebody else reads. */
    public JsonObject plain(String name) {
        return value(name, JsonObject.class, "an object");
    }

    /** A list whose items somebody else reads. */
    public JsonArray array(String name) {
        return value(name, JsonArray.class, "a list");
    }

    public List<UUID> ids(String name, int most) {
        return list(name, most, item -> id(item.path, item.value(String.class, "a UUID of version 4")));
    }

    public List<String> texts(String name, int most, int mostLength) {
        return list(name, most, item -> text(item.path, item.value(String.class, "a text"), mostLength));
    }

    public <W extends Enum<W> & Word> List<W> words(String name, int most, Class<W> words) {
        return list(name, most, item -> word(item.path, item.value(String.class, "a word"), words));
    }

    /** A list of objects, each read to its end. */
    public <T> List<T> objects(String name, int most, Function<Fields, T> read) {
        return list(name, most, item -> {
            var fields = new Fields(item.path, item.value(JsonObject.class, "an object"));
            T thing = read.apply(fields);
            fields.end();
            return thing;
        });
    }

    /** Refuses fields that nobody asked for. */
    public void end() {
        for (String name : object.fieldNames()) {
            if (!asked.contains(name)) {
                throw new Malformed(path(name), "There is no such field here.");
            }
        }
    }

    private record Item(String path, @Nullable Object value) {
        <T> T value(Class<T> type, String what) {
            return typed(path, value, type, what);
        }
    }

    private <T> List<T> list(String name, int most, Function<Item, T> read) {
        JsonArray array = value(name, JsonArray.class, "a list");
        if (array.size() > most) {
            throw new Malformed(path(name), "At most " + most + " fit here, not " + array.size() + ".");
        }
        var things = new ArrayList<T>();
        for (int i = 0; i < array.size(); i++) {
            things.add(read.apply(new Item(path(name) + "[" + i + "]", array.getValue(i))));
        }
        return things;
    }

    private <T> T value(String name, Class<T> type, String what) {
        asked.add(name);
        if (!object.containsKey(name)) {
            throw new Malformed(path(name), "This field is missing.");
        }
        return typed(path(name), object.getValue(name), type, what);
    }

    private boolean isNull(String name) {
        boolean isNull = object.containsKey(name) && object.getValue(name) == null;
        if (isNull) {
            asked.add(name);
        }
        return isNull;
    }

    private String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static <T> T typed(String path, @Nullable Object value, Class<T> type, String what) {
        if (!type.isInstance(value)) {
            throw new Malformed(path, "This must be " + what + ".");
        }
        return type.cast(value);
    }

    private static String text(String path, String text, int most) {
        if (text.length() > most) {
            throw new Malformed(path, "This is longer than " + most + " characters.");
        }
        if (text.indexOf('\0') >= 0 || hasLoneSurrogate(text)) {
            throw new Malformed(path, "This holds a NUL or half a character, which is no text.");
        }
        return text;
    }

    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(c -> Character.MIN_SURROGATE <= c && c <= Character.MAX_SURROGATE);
    }

    private static UUID id(String path, String text) {
        if (text.length() == 36) {
            try {
                UUID id = UUID.fromString(text);
                if (id.version() == 4 && id.variant() == 2 && id.toString().equalsIgnoreCase(text)) {
                    return id;
                }
            } catch (IllegalArgumentException e) {
                throw new Malformed(path, "This must be a UUID of version 4.");
            }
        }
        throw new Malformed(path, "This must be a UUID of version 4.");
    }

    private static <W extends Enum<W> & Word> W word(String path, String word, Class<W> words) {
        try {
            return Word.parse(words, word);
        } catch (IllegalArgumentException e) {
            throw new Malformed(path, String.valueOf(e.getMessage()));
        }
    }
}
