package org.sepakat.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** [F21] SIGTERM while acts wait to be recorded. */
final class ShutdownIT {
    private static final int SIGTERM = 128 + 15;
    private static final int BATCH = 50;

    @Test
    @DisplayName(
            "[I1] asked to end, the server answers what it took, says when to come back, and keeps all that it acknowledged")
    void answersWhatItTook(@TempDir Path data) throws Exception {
        Diary diary = Diary.empty();
        Queue<JsonObject> heard = new ConcurrentLinkedQueue<>();
        int port;
        try (SepakatProcess server = SepakatProcess.start(data)) {
            port = server.port();
            var ani = new HttpCoder(server.url(), server.link("Ani"));
            UUID study = ani.onlyStudy();
            Place place = Place.inOpenRound(ani, study);
            SocketCoder socket = SocketCoder.open(ani, study, heard::add);
            for (int from : new int[] {0, BATCH}) {
                JsonObject[] batch =
                        IntStream.range(from, from + BATCH).mapToObj(place::act).toArray(JsonObject[]::new);
                diary.sent().addAll(List.of(batch));
                socket.submit(study, batch);
            }
            Await.until(Diary.PATIENCE, "the first answer", () -> heard.stream().anyMatch(ShutdownIT::isAnswer));

            assertEquals(SIGTERM, server.terminate());
            assertEquals(1012, socket.closeCode());
        }
        heard.stream().filter(ShutdownIT::isAnswer).forEach(diary::note);
        assertTrue(heard.stream().anyMatch(frame -> frame.getString("t").equals("drain")), "said when to come back");
        assertFalse(diary.acknowledged().isEmpty());
        try (SepakatProcess server = SepakatProcess.start(data, port)) {
            var ani = new HttpCoder(server.url(), server.link("Ani"));
            diary.check(ani, ani.onlyStudy());
        }
    }

    private static boolean isAnswer(JsonObject frame) {
        return frame.getString("t").equals("ok");
    }
}
