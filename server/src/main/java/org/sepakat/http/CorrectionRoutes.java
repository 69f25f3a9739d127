package org.sepakat.http;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sepakat.exchange.Reading;
import org.sepakat.exchange.Summary;
import org.sepakat.http.Seats.Seat;
import org.sepakat.log.Founding;
import org.sepakat.log.SubmissionJson;
import org.sepakat.store.StudyReader;
import org.sepakat.study.Refusal;
import org.sepakat.study.SpeakerRole;
import org.sepakat.study.Transcript;
import org.sepakat.text.Correction;
import org.sepakat.text.TranscriptText;

/** A text that takes the place of another: what it would change, and the change. Says nothing of anybody's codings. */
final class CorrectionRoutes {
    private static final int MOST_CHANGES = 200;
    private static final int MOST_CHARACTERS = 200;
    private static final double LEAST_KEPT = 0.5;

    private final TextUploads uploads;
    private final Seats seats;
    private final StudyReader reader;
    private final Founding founding;

    CorrectionRoutes(TextUploads uploads, Seats seats, StudyReader reader, Founding founding) {
        this.uploads = uploads;
        this.seats = seats;
        this.reader = reader;
        this.founding = founding;
    }

    Map<String, Operation> operations() {
        return Map.of("previewCorrection", this::preview, "correctTranscript", this::correct);
    }

    /** A lead's correction of the version that the lead saw. Whether that is the newest one is told in the preview, and judged where it is recorded. */
    private record Asked(Seat seat, Transcript transcript, int version, Reading.Read read, TranscriptText before) {}

    private Future<Asked> asked(Call call) {
        int version = call.queryNumber("version");
        return uploads.lead(call, seats, "Leads correct transcripts.").compose(seat -> {
            Transcript transcript = seat.study().transcripts().get(call.id("transcript"));
            if (transcript == null) {
                throw Refused.notFound();
            }
            Future<TranscriptText> before = reader.text(seat.study().id(), transcript.id(), version)
                    .map(found -> found.orElseThrow(Refused::notFound));
            return uploads.read(call)
                    .compose(read -> before.compose(text -> uploads.work(() -> requireKept(text, read.text()))
                            .map(kept -> new Asked(seat, transcript, version, read, text))));
        });
    }

    private static double requireKept(TranscriptText before, TranscriptText after) {
        double kept = Correction.mostKept(before, after);
        if (kept < LEAST_KEPT) {
            throw Refused.bad(
                    "body",
                    "Less than half of the words are those of the transcript: this is another text. Import it as a transcript of its own.");
        }
        return kept;
    }

    private Future<JsonObject> preview(Call call) {
        return asked(call)
                .map(CorrectionRoutes::requireNewest)
                .compose(asked -> uploads.work(
                                () -> Correction.of(asked.before(), asked.read().text())
                                        .changes())
                        .map(changes -> encode(asked, changes)));
    }

    private static Asked requireNewest(Asked asked) {
        if (asked.version() != asked.transcript().version()) {
            throw new Refused(Refusal.staleVersion(asked.transcript().version()));
        }
        return asked;
    }

    private static JsonObject encode(Asked asked, List<Correction.Change> changes) {
        TranscriptText after = asked.read().text();
        return new JsonObject()
                .put("version", asked.transcript().version())
                .put("changes_total", changes.size())
                .put(
                        "changes",
                        new JsonArray(changes.stream()
                                .limit(MOST_CHANGES)
                                .map(change -> encode(change, asked.before(), after))
                                .toList()))
                .put("kept", kept(asked.before(), changes))
                .put("segments_before", asked.before().segments().size())
                .put("segments_after", after.segments().size())
                .put(
                        "speakers",
                        new JsonArray(Summary.of(after).speakers().stream()
                                .map(Summary.Speaker::label)
                                .toList()))
                .put(
                        "rounds",
                        new JsonArray(asked
                                .seat()
                                .study()
                                .roundsToMove(asked.transcript().id())
                                .stream()
                                .sorted()
                                .map(UUID::toString)
                                .toList()))
                .put(
                        "warnings",
                        new JsonArray(asked.read().warnings().stream()
                                .map(Reading.Warning::word)
                                .toList()));
    }

    private static JsonObject encode(Correction.Change change, TranscriptText before, TranscriptText after) {
        return new JsonObject()
                .put("old", new JsonArray().add(change.oldStart()).add(change.oldEnd()))
                .put("new", new JsonArray().add(change.newStart()).add(change.newEnd()))
                .put("old_text", shown(before, change.oldStart(), change.oldEnd()))
                .put("new_text", shown(after, change.newStart(), change.newEnd()));
    }

    /** Never the half of a character. */
    private static String shown(TranscriptText text, int start, int end) {
        int last = Math.min(end, start + MOST_CHARACTERS);
        boolean cuts = last < end
                && last > start
                && Character.isHighSurrogate(text.text().charAt(last - 1));
        return text.text().substring(start, cuts ? last - 1 : last);
    }

    private static double kept(TranscriptText before, List<Correction.Change> changes) {
        int gone = changes.stream()
                .mapToInt(change -> change.oldEnd() - change.oldStart())
                .sum();
        return 1 - (double) gone / before.text().length();
    }

    private Future<JsonObject> correct(Call call) {
        UUID opId = call.queryId("op_id");
        Set<UUID> rounds = rounds(call.queryText("rounds"));
        return asked(call)
                .compose(asked -> uploads.work(() -> new Founding.Corrected(
                                opId,
                                asked.transcript().id(),
                                asked.version() + 1,
                                asked.read().text(),
                                speakers(asked),
                                rounds))
                        .compose(corrected -> founding.correctTranscript(
                                asked.seat().study().id(), asked.seat().member().id(), corrected)))
                .map(SubmissionJson::encode);
    }

    /** Who had a role keeps it, whether still in the text or not, and under a mended label, too; anybody else is a participant. */
    private static Map<String, SpeakerRole> speakers(Asked asked) {
        TranscriptText after = asked.read().text();
        var roles = new HashMap<>(asked.transcript().speakers());
        Correction.of(asked.before(), after).renamedSpeakers().forEach((label, before) -> {
            SpeakerRole role = roles.get(before);
            if (role != null) {
                roles.putIfAbsent(label, role);
            }
        });
        roles.putAll(TextUploads.roles(after, roles));
        return roles;
    }

    private static Set<UUID> rounds(String chosen) {
        return Pattern.compile(",")
                .splitAsStream(chosen)
                .filter(id -> !id.isEmpty())
                .map(UUID::fromString)
                .collect(Collectors.toSet());
    }
}
