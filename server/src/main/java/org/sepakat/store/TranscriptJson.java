package org.sepakat.store;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import org.sepakat.study.SpeakerRole;

/** What a transcript's JSON holds beyond plain fields: who speaks, ordered by label. */
public final class TranscriptJson {

    private static final int LABEL = 200;
    private static final int SPEAKERS = 1_000;

    private TranscriptJson() {}

    public static JsonArray encodeSpeakers(Map<String, SpeakerRole> speakers) {
        var array = new JsonArray();
        new TreeMap<>(speakers)
                .forEach((label, role) ->
                        array.add(new JsonObject().put("label", label).put("role", role.word())));
        return array;
    }

    /** Reads the field {@code speakers}. */
    public static Map<String, SpeakerRole> speakers(Fields fields) {
        var speakers = new TreeMap<String, SpeakerRole>();
        fields.objects(
                        "speakers",
                        SPEAKERS,
                        item -> Map.entry(item.text("label", LABEL), item.word("role", SpeakerRole.class)))
                .forEach(speaker -> speakers.put(speaker.getKey(), speaker.getValue()));
        return speakers;
    }
}
