package org.sepakat.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sepakat.exchange.Reading;
import org.sepakat.exchange.Summary;
import org.sepakat.exchange.TxtReader;
import org.sepakat.exchange.WebVttReader;
import org.sepakat.http.Seats.Seat;
import org.sepakat.log.Founding;
import org.sepakat.log.SubmissionJson;
import org.sepakat.store.StudyReader;
import org.sepakat.study.Refusal;
import org.sepakat.study.Role;
import org.sepakat.study.SpeakerRole;
import org.sepakat.study.TranscriptKind;
import org.sepakat.study.Word;
import org.sepakat.text.BaseSegment;
import org.sepakat.text.TranscriptText;

/** Texts: looked at before import, imported, and read. Files are read one at a time on a thread of their own, so that big ones wait for each other. */
final class TranscriptRoutes {
    private final Seats seats;
    private final StudyReader reader;
    private final Founding founding;
    private final WorkerExecutor reading;

    TranscriptRoutes(Vertx vertx, Seats seats, StudyReader reader, Founding founding) {
        this.seats = seats;
        this.reader = reader;
        this.founding = founding;
        this.reading = reading(vertx);
    }

    /** The one thread of the server on which files are read. */
    static WorkerExecutor reading(Vertx vertx) {
        return vertx.createSharedWorkerExecutor("reading files", 1);
    }

    Map<String, Operation> operations() {
        return Map.of(
                "previewTranscript", this::preview,
                "importTranscript", this::importFile,
                "getTranscript", this::get);
    }

    private Future<JsonObject> preview(Call call) {
        return lead(call).compose(seat -> read(call)).map(TranscriptRoutes::encode);
    }

    private Future<Seat> lead(Call call) {
        return seats.get(call.session(), call.id("study")).map(seat -> {
            if (seat.member().role() != Role.LEAD) {
                throw new Refused(Refusal.readOnly("Leads import transcripts."));
            }
            return seat;
        });
    }

    private Future<Reading.Read> read(Call call) {
        String type = String.valueOf(call.header("Content-Type"))
                .toLowerCase(Locale.ROOT)
                .split(";", 2)[0]
                .strip();
        if (!type.equals("text/plain") && !type.equals("text/vtt")) {
            throw Refused.bad("Content-Type", "A transcript comes as text/plain or text/vtt.");
        }
        return call.file()
                .compose(file -> reading.executeBlocking(() ->
                        type.equals("text/vtt") ? WebVttReader.read(file.getBytes()) : TxtReader.read(file.getBytes())))
                .map(result -> {
                    if (result instanceof Reading.Unreadable unreadable) {
                        throw new Refused(unreadable.refusal());
                    }
                    return (Reading.Read) result;
                });
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
                .compose(seat -> read(call).compose(read -> {
                    TranscriptText text = read.text();
                    var file = new Founding.Import(
                            call.queryId("op_id"),
                            call.queryId("transcript"),
                            call.queryText("name").strip(),
                            Word.parse(TranscriptKind.class, call.queryText("kind")),
                            text,
                            of(text, speakers));
                    return founding.importTranscript(
                                    seat.study().id(), seat.member().id(), file)
                            .map(SubmissionJson::encode);
                }));
    }

    /** Each speaker of the text with the role that was chosen; who was not chosen is a participant. */
    private static Map<String, SpeakerRole> of(TranscriptText text, Map<String, SpeakerRole> chosen) {
        return Summary.of(text).speakers().stream()
                .map(Summary.Speaker::label)
                .collect(
                        Collectors.toMap(label -> label, label -> chosen.getOrDefault(label, SpeakerRole.PARTICIPANT)));
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
