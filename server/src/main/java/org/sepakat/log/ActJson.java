package org.sepakat.log;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sepakat.store.ErasableJson;
import org.sepakat.store.Fields;
import org.sepakat.study.Act;
import org.sepakat.study.Refusal;
import org.sepakat.study.Verdict;

/**
 * Acts as JSON, kind by kind as SPEC.md §1 lists them. Writing is canonical: equal acts are equal bytes, live, in replay and under the hash that tells a resend
 * from a reuse. Reading is strict.
 */
public final class ActJson {

    private static final Map<String, ActCodec<?>> BY_KIND = Stream.of(
                    StudyActJson.CODECS, DraftActJson.CODECS, WorkActJson.CODECS, ConsensusActJson.CODECS)
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(ActCodec::kind, Function.identity()));

    private ActJson() {}

    /** The body of an act; what a rule has not filled in yet is written empty. */
    public static JsonObject encode(Act act) {
        return require(act.kind()).encode(act);
    }

    /** What a client sent: unknown kinds and fields, and those that the server makes or fills in by itself, are refused. */
    public static Verdict<Act> fromClient(String kind, JsonObject body) {
        ActCodec<?> codec = BY_KIND.get(kind);
        if (codec == null || codec.madeByServer()) {
            return Verdict.refuse(Refusal.bad("kind", "There is no such kind of act for clients."));
        }
        try {
            return Verdict.accept(read(codec.fromClient(), body));
        } catch (Fields.Malformed e) {
            return Verdict.refuse(e.refusal());
        }
    }

    /** What the log holds of a body that {@link #encode} wrote: without text that may have to be erased. */
    static JsonObject forLog(String kind, JsonObject body) {
        String words = require(kind).words();
        return words == null ? body : ErasableJson.forLog(body, words);
    }

    /** The other way round, with what is left of that text. */
    static JsonObject joined(String kind, JsonObject body, @Nullable String text) {
        String words = require(kind).words();
        return encode(fromLog(kind, words == null ? body : ErasableJson.joined(body, words, text)));
    }

    /** A recorded act as readers get it; a body that cannot be read is a fault of ours. */
    public static Act fromLog(String kind, JsonObject body) {
        return read(require(kind).fromLog(), body);
    }

    private static Act read(Function<Fields, ? extends Act> read, JsonObject body) {
        var fields = new Fields("body", body);
        Act act = read.apply(fields);
        fields.end();
        return act;
    }

    private static ActCodec<?> require(String kind) {
        ActCodec<?> codec = BY_KIND.get(kind);
        if (codec == null) {
            throw new IllegalArgumentException("no codec for acts of kind " + kind);
        }
        return codec;
    }
}
