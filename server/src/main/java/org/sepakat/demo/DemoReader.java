package org.sepakat.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sepakat.demo.DemoContent.Mark;
import org.sepakat.demo.DemoContent.Part;
import org.sepakat.demo.DemoContent.Person;
import org.sepakat.demo.DemoContent.Plan;
import org.sepakat.demo.DemoContent.Source;
import org.sepakat.exchange.Reading;
import org.sepakat.exchange.TxtReader;
import org.sepakat.store.Fields;
import org.sepakat.store.ThemeJson;
import org.sepakat.store.TranscriptJson;
import org.sepakat.study.Mode;
import org.sepakat.study.Phase;
import org.sepakat.study.Role;
import org.sepakat.study.Theme;
import org.sepakat.study.TranscriptKind;
import org.sepakat.text.TranscriptText;

/** Reads the resources under {@code /demo}, giving themes and transcripts their ids. A slip in them is a fault of the build, so it throws. */
final class DemoReader {

    private static final int NAME = 200;
    private static final int QUOTE = 2_000;
    private static final int MANY = 1_000;

    private final Supplier<UUID> ids;

    /** @param ids random UUIDs of version 4 */
    DemoReader(Supplier<UUID> ids) {
        this.ids = ids;
    }

    DemoContent read() {
        Fields study = json("study.json");
        Fields codings = json("codings.json");
        return new DemoContent(
                study.text("name", NAME),
                study.objects("people", MANY, DemoReader::person),
                study.text("codebook_reason", NAME),
                codebook(json("codebook.json").array("themes")),
                transcripts(study),
                study.objects("rounds", MANY, DemoReader::round),
                codings.objects("parts", MANY, DemoReader::part));
    }

    private static Person person(Fields fields) {
        return new Person(fields.text("name", NAME), fields.word("role", Role.class));
    }

    private Map<String, Theme> codebook(JsonArray entries) {
        var codebook = new LinkedHashMap<String, Theme>();
        for (int i = 0; i < entries.size(); i++) {
            JsonObject entry = entries.getJsonObject(i).copy();
            String name = (String) entry.remove("name");
            Theme parent = codebook.get(entry.getString("parent"));
            entry.put("theme", ids.get().toString())
                    .put("parent", parent == null ? null : parent.id().toString())
                    .putNull("exclusive_group")
                    .put("place", i + 1)
                    .put("archived", false);
            codebook.put(name, ThemeJson.decode(new Fields(name, entry)));
        }
        return codebook;
    }

    private Map<String, Source> transcripts(Fields study) {
        var transcripts = new LinkedHashMap<String, Source>();
        study.objects("transcripts", MANY, fields -> Map.entry(fields.text("file", NAME), source(fields)))
                .forEach(source -> transcripts.put(source.getKey(), source.getValue()));
        return transcripts;
    }

    private Source source(Fields fields) {
        return new Source(
                ids.get(),
                fields.text("name", NAME),
                fields.word("kind", TranscriptKind.class),
                transcriptText(fields.text("file", NAME) + ".txt"),
                TranscriptJson.speakers(fields));
    }

    private static TranscriptText transcriptText(String name) {
        Reading reading = TxtReader.read(bytes(name));
        if (reading instanceof Reading.Read read) {
            return read.text();
        }
        throw new IllegalStateException("the demo's " + name + " cannot be read: " + reading);
    }

    private static Plan round(Fields fields) {
        return new Plan(
                fields.text("name", NAME),
                fields.word("mode", Mode.class),
                fields.word("phase", Phase.class),
                fields.texts("coders", MANY, NAME),
                fields.texts("transcripts", MANY, NAME));
    }

    private static Part part(Fields fields) {
        return new Part(
                fields.text("coder", NAME),
                fields.text("transcript", NAME),
                fields.number("reviewed_to", 0, MANY),
                fields.objects("codings", MANY, DemoReader::mark));
    }

    private static Mark mark(Fields fields) {
        return new Mark(fields.number("turn", 1, MANY), fields.text("theme", NAME), fields.text("quote", QUOTE));
    }

    private static Fields json(String name) {
        return new Fields(name, new JsonObject(new String(bytes(name), StandardCharsets.UTF_8)));
    }

    private static byte[] bytes(String name) {
        try (@Nullable InputStream in = DemoReader.class.getResourceAsStream("/demo/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the demo's " + name + " is not in the jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
