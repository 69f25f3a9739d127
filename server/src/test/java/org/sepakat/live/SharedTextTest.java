package org.sepakat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sepakat.live.Ids.id;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sepakat.log.RecordedOp;
import org.sepakat.store.Snapshot;
import org.sepakat.store.StreamInfo;
import org.sepakat.study.StreamRef;

/** Frames that are encoded once for many readers. */
final class SharedTextTest {

    private static RecordedOp op(long seq, String actor, int size) {
        var body = new JsonObject().put("x", "y".repeat(size));
        return new RecordedOp(seq, id("op " + seq), id(actor), "coding.apply", body, Instant.EPOCH);
    }

    private static List<Events> frames(RecordedOp... ops) {
        return Events.frames(id("study"), id("stream"), Events.encode(List.of(ops)));
    }

    @Test
    @DisplayName("[S3] readers who wrote none of the events share one text; an author's own events carry op_id")
    void sharesOneText() {
        Events frame = frames(op(1, "ani", 1), op(2, "budi", 1)).get(0);
        assertSame(frame.textFor(id("citra")), frame.textFor(id("dewi")));
        var forBudi = new JsonObject(frame.textFor(id("budi"))).getJsonArray("list");
        assertEquals(false, forBudi.getJsonObject(0).containsKey("op_id"));
        assertEquals(id("op 2").toString(), forBudi.getJsonObject(1).getString("op_id"));
    }

    @Test
    @DisplayName("[S12] many events go out in several frames, none lost and none larger than it must be")
    void splitsEvents() {
        RecordedOp[] ops =
                IntStream.rangeClosed(1, 100).mapToObj(i -> op(i, "ani", 2_000)).toArray(RecordedOp[]::new);
        List<Events> frames = frames(ops);
        assertEquals(1, frames.get(0).first());
        assertEquals(100, frames.get(frames.size() - 1).last());
        for (int i = 1; i < frames.size(); i++) {
            assertEquals(frames.get(i - 1).last() + 1, frames.get(i).first());
        }
        assertTrue(frames.stream().allMatch(frame -> frame.textFor(id("budi")).length() < 64 << 10));
    }

    @Test
    @DisplayName("[S2] the parts of a large snapshot joined are its JSON, no character cut in two")
    void cutsSnapshots() {
        var data = new JsonObject().put("text", "x" + "\uD83D\uDE42".repeat(40_000));
        var stream = new StreamInfo(id("stream"), StreamRef.STUDY, 7, false);
        SnapshotText text = SnapshotText.of(new Snapshot(stream, data));
        assertEquals(data.encode(), text.parts().stream().collect(Collectors.joining()));
        assertTrue(text.parts().stream().noneMatch(part -> Character.isHighSurrogate(part.charAt(part.length() - 1))));
        ServerFrame.Snap last = text.frames(id("study")).get(text.parts().size() - 1);
        assertEquals(last.of(), last.part());
    }
}
