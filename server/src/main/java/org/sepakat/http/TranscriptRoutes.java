package org.sepakat.http;

import io.vertx.core.Future;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.sepakat.exchange.Reading;
import org.sepakat.exchange.Summary;
import org.sepakat.http.Seats.Seat;
import org.sepakat.log.Founding;
import org.sepakat.log.SubmissionJson;
import org.sepakat.store.StudyReader;
import org.sepakat.study.SpeakerRole;
import org.sepakat.study.TranscriptKind;
import org.sepakat.study.Word;
import org.sepakat.text.BaseSegment;
import org.sepakat.text.TranscriptText;

/** Texts: looked at before import, imported, and read. */
final class TranscriptRoutes {
    private final Seats seats;
    private final StudyReader reader;
    private final Founding founding;
    private final TextUploads uploads;

    TranscriptRoutes(TextUploads uploads, Seats seats, StudyReader reader, Founding founding) {
        this.uploads = uploads;
        this.seats = seats;
        this.reader = reader;
        this.founding = founding;
    }

    Map<String, Operation> operations() {
        return Map.of(
                "previewTranscript", this::preview,
                "importTranscript", this::importFile,
                "getTranscript", this::get);
    }

    private Future<JsonObject> preview(Call call) {
        return lead(call).compose(seat -> uploads.read(call)).map(TranscriptRoutes::encode);
    }

    private Future<Seat> lead(Call call) {
        return uploads.lead(call, seats, "Leads import transcripts.");
    }

    private static JsonObject encode(Reading.Read read) {
        Summary summary = Summary.of(read.text());
        var speakers = new JsonArray();
        summary.speakers()
                .forEach(speaker -> speakers.add(new JsonObject()
                        .put("label", speaker.label())
                        .put("turns", speaker.turns())
                        .put("characters", speaker.characters())));
        return new JsonObject()
                .put("text_length", read.text().text().length())
                .put("segments", encode(read.text()))
                .put("speakers", speakers)
                .put("median_words", summary.medianWords())
                .put("longest_words", summary.longestWords())
                .put("format", read.format().word())
                .put(
                        "warnings",
                        new JsonArray(read.warnings().stream()
                                .map(Reading.Warning::word)
                                .toList()));
    }

    private static JsonArray encode(TranscriptText text) {
        var segments = new JsonArray();
        for (BaseSegment segment : text.segments()) {
            segments.add(new JsonObject()
                    .put("start", segment.span().start())
                    .put("end", segment.span().end())
                    .put("speaker", segment.speaker())
                    .put("start_ms", segment.startMillis()));
        }
        return segments;
    }

    private Future<JsonObject> importFile(Call call) {
        Map<String, SpeakerRole> speakers =
                roles(call.query("speakers").map(value -> value.getString()).orElse(""));
        return lead(call)
                .compose(seat -> uploads.read(call).compose(read -> {
                    TranscriptText text = read.text();
                    var file = new Founding.Import(
                            call.queryId("op_id"),
                            call.queryId("transcript"),
                            call.queryText("name").strip(),
                            Word.parse(TranscriptKind.class, call.queryText("kind")),
                            text,
                            TextUploads.roles(text, speakers));
                    return founding.importTranscript(
                                    seat.study().id(), seat.member().id(), file)
                            .map(SubmissionJson::encode);
                }));
    }

    private static Map<String, SpeakerRole> roles(String base64) {
        var roles = new TreeMap<String, SpeakerRole>();
        if (base64.isEmpty()) {
            return roles;
        }
        try {
            var json = new JsonObject(new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8));
            json.forEach(entry ->
                    roles.put(entry.getKey(), Word.parse(SpeakerRole.class, String.valueOf(entry.getValue()))));
            return roles;
        } catch (DecodeException | IllegalArgumentException e) {
            throw Refused.bad(
                    "speakers",
                    "Base64url of a JSON object is expected, from label to participant, interviewer or other.");
        }
    }

    private Future<JsonObject> get(Call call) {
        UUID transcript = call.id("transcript");
        int version = call.number("version");
        return seats.get(call.session(), call.id("study"))
                .compose(seat -> reader.text(seat.study().id(), transcript, version))
                .map(found -> found.orElseThrow(Refused::notFound))
                .map(text -> new JsonObject()
                        .put("transcript", transcript.toString())
                        .put("version", version)
                        .put("length", text.text().length())
                        .put("text", text.text())
                        .put("segments", encode(text)));
    }
}
