package org.sepakat.store;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.sepakat.study.Bilingual;
import org.sepakat.study.Scope;
import org.sepakat.study.SpeakerRole;
import org.sepakat.study.Theme;
import org.sepakat.study.Word;

/** A theme entry as the wire, the log and the tables write it (SPEC.md §1): one form, in one order of fields. */
public final class ThemeJson {

    private static final int NAME = 200;
    private static final int DEFINITION = 8_000;
    private static final int KEY = 16;
    private static final int SPEAKERS = 1_000;
    private static final int PLACES = 1_000_000;

    private ThemeJson() {}

    public static JsonObject encode(Theme theme) {
        return new JsonObject()
                .put("theme", theme.id().toString())
                .put("parent", theme.parent() == null ? null : theme.parent().toString())
                .put("label", encode(theme.label()))
                .put("definition", encode(theme.definition()))
                .put("include", encode(theme.include()))
                .put("exclude", encode(theme.exclude()))
                .put("colour", theme.colour())
                .put("key", theme.key())
                .put("scope", encode(theme.scope()))
                .put("exclusive_group", theme.exclusiveGroup())
                .put("codable", theme.codable())
                .put("place", theme.place())
                .put("archived", theme.archived());
    }

    public static JsonArray encodeAll(Collection<Theme> themes) {
        return new JsonArray(themes.stream().map(ThemeJson::encode).toList());
    }

    /** @throws Fields.Malformed if it is no theme entry; the caller ends the fields */
    public static Theme decode(Fields fields) {
        UUID id = fields.id("theme");
        return new Theme(
                id,
                fields.idOrNull("parent"),
                bilingual(fields.object("label"), NAME),
                bilingual(fields.object("definition"), DEFINITION),
                bilingual(fields.object("include"), DEFINITION),
                bilingual(fields.object("exclude"), DEFINITION),
                fields.number("colour", 1, Theme.COLOURS),
                fields.textOrNull("key", KEY),
                scope(fields.object("scope")),
                fields.textOrNull("exclusive_group", NAME),
                fields.flag("codable"),
                fields.number("place", 0, PLACES),
                fields.flag("archived"));
    }

    static Theme decode(JsonObject entry) {
        return decode(new Fields("", entry));
    }

    static List<Theme> decodeAll(JsonArray entries) {
        return entries.stream().map(entry -> decode((JsonObject) entry)).toList();
    }

    private static JsonObject encode(Bilingual text) {
        return new JsonObject().put("id", text.id()).put("en", text.en());
    }

    private static Bilingual bilingual(Fields fields, int most) {
        var text = new Bilingual(fields.text("id", most), fields.text("en", most));
        fields.end();
        return text;
    }

    private static JsonObject encode(Scope scope) {
        return new JsonObject()
                .put(
                        "roles",
                        new JsonArray(scope.roles().stream().map(Word::word).toList()))
                .put("speakers", new JsonArray(new java.util.ArrayList<>(scope.speakers())));
    }

    private static Scope scope(Fields fields) {
        var scope = new Scope(
                new HashSet<>(fields.words("roles", SpeakerRole.values().length, SpeakerRole.class)),
                new HashSet<>(fields.texts("speakers", SPEAKERS, NAME)));
        fields.end();
        return scope;
    }
}
