package org.sepakat.load;

import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sepakat.faults.Door;
import org.sepakat.faults.NodeProcess;
import org.sepakat.faults.Person;
import org.sepakat.faults.Rig;
import org.sepakat.study.Mode;

/** A study on a database of its own and the shipped jar beside it in another process; all of this process is the load. */
final class Ground implements AutoCloseable {

    /** Above the limits of one account, which are there for people. */
    static final Map<String, String> SETTINGS = Map.of(
            "SEPAKAT_OPS_PER_SECOND", "200000", "SEPAKAT_OPS_BURST", "200000", "SEPAKAT_SOCKETS_PER_ACCOUNT", "20");

    private static final int SOCKETS = 10_000;

    /**
     * How much of everything.
     *
     * @param isShort to see that it works, not to measure
     */
    record Scale(boolean isShort) {
        int seconds(int whole) {
            return isShort ? Math.max(1, whole / 10) : whole;
        }

        int count(int whole, int little) {
            return isShort ? little : whole;
        }
    }

    final Rig rig = new Rig(1);
    final Scale scale;
    final NodeProcess server;
    private final WebSocketClient sockets;

    /** @param recording of the server's doings by the JVM's flight recorder, if any */
    Ground(Scale scale, @Nullable Path recording) {
        this.scale = scale;
        Map<String, String> settings = new HashMap<>(SETTINGS);
        if (recording != null) {
            settings.put("JAVA_TOOL_OPTIONS", "-XX:StartFlightRecording=settings=profile,filename=" + recording);
        }
        server = NodeProcess.start(rig.address(), settings);
        sockets = rig.vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(SOCKETS));
    }

    Door door() {
        return server.door();
    }

    List<Person> coders(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> rig.coder("Coder " + n, door()))
                .toList();
    }

    UUID openRound(List<Person> coders) {
        return rig.startRound(Mode.OPEN, coders);
    }

    /** A page that only sends. */
    Page page(Person person, Consumer<Message> listener) {
        return Rig.await(Page.open(sockets, door(), person, listener));
    }

    /** A page that reads all that its person may. */
    Page followingPage(Person person, Consumer<Message> listener) {
        Page page = page(person, listener);
        Rig.await(page.follow());
        return page;
    }

    WebSocketClient sockets() {
        return sockets;
    }

    @Override
    public void close() {
        server.close();
        rig.close();
    }
}
