package org.sepakat.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.sepakat.exchange.Reading;
import org.sepakat.exchange.Summary;
import org.sepakat.exchange.TxtReader;
import org.sepakat.exchange.WebVttReader;
import org.sepakat.http.Seats.Seat;
import org.sepakat.study.Refusal;
import org.sepakat.study.Role;
import org.sepakat.study.SpeakerRole;
import org.sepakat.text.TranscriptText;

/** Texts that leads send. They are read one at a time on a thread of their own, so that big ones wait for each other. */
final class TextUploads {
    private final WorkerExecutor reading;

    TextUploads(Vertx vertx) {
        this.reading = reading(vertx);
    }

    /** The one thread of the server on which files are read. */
    static WorkerExecutor reading(Vertx vertx) {
        return vertx.createSharedWorkerExecutor("reading files", 1);
    }

    /** @param otherwise what is said to everybody else */
    Future<Seat> lead(Call call, Seats seats, String otherwise) {
        return seats.get(call.session(), call.id("study")).map(seat -> {
            if (seat.member().role() != Role.LEAD) {
                throw new Refused(Refusal.readOnly(otherwise));
            }
            return seat;
        });
    }

    Future<Reading.Read> read(Call call) {
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

    /** Something long that is to be done with a text. */
    <T> Future<T> work(Callable<T> work) {
        return reading.executeBlocking(work);
    }

    /** Each speaker of the text with the role that was chosen; who was not chosen is a participant. */
    static Map<String, SpeakerRole> roles(TranscriptText text, Map<String, SpeakerRole> chosen) {
        return Summary.of(text).speakers().stream()
                .map(Summary.Speaker::label)
                .collect(
                        Collectors.toMap(label -> label, label -> chosen.getOrDefault(label, SpeakerRole.PARTICIPANT)));
    }
}
