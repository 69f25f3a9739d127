package org.sepakat.load;

import io.vertx.core.http.WebSocket;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.sepakat.faults.NodeProcess;
import org.sepakat.faults.Person;
import org.sepakat.faults.Rig;

/** Events a second that reach two hundred readers of one open round, and the same frames passed on by a bare server. */
final class FanOut {

    static final int READERS = 200;
    private static final int BATCH = 50;
    private static final int FRAMES_KEPT = 500;

    /** A frame that the first reader got. */
    record Frame(String text, int events) {}

    private final Ground ground;
    private final List<Person> coders;
    private final UUID round;
    private final AtomicInteger made = new AtomicInteger();
    private final List<Frame> kept = new CopyOnWriteArrayList<>();

    private FanOut(Ground ground) {
        this.ground = ground;
        this.coders = ground.coders(READERS + 1);
        this.round = ground.openRound(coders);
    }

    static List<Figure> measure(Ground ground) {
        return new FanOut(ground).measure();
    }

    private List<Figure> measure() {
        int seconds = ground.scale.seconds(15);
        ours(seconds);
        double ours = ours(seconds);
        double bare;
        try (var server = NodeProcess.start(ground.rig.address(), Map.of(), BareBroadcast.class)) {
            bare(server, seconds);
            bare = bare(server, seconds);
        }
        return List.of(Figure.of(
                        "fan-out to %d readers of one open round, each act durable first".formatted(READERS),
                        ours,
                        "events/s")
                .beside("bare WebSocket broadcast of the same frames", bare)
                .ratioAtLeast(0.7));
    }

    private double ours(int seconds) {
        Page writer = ground.page(coders.get(READERS), message -> {});
        var flow = new Flow(READERS, () -> writeTo(writer));
        List<Page> readers = new ArrayList<>();
        for (Person coder : coders.subList(0, READERS)) {
            readers.add(reader(coder, flow, readers.isEmpty()));
        }
        double perSecond = flow.run(seconds);
        if (!readers.stream().allMatch(Page::isOpen)) {
            throw new IllegalStateException("the server has closed a reader");
        }
        readers.forEach(Page::close);
        writer.close();
        return perSecond;
    }

    private Page reader(Person coder, Flow flow, boolean keeps) {
        return ground.followingPage(coder, message -> {
            if (message.is("evs")) {
                if (keeps && kept.size() < FRAMES_KEPT) {
                    kept.add(new Frame(message.text(), message.events()));
                }
                flow.arrived(message.events());
            }
        });
    }

    private int writeTo(Page writer) {
        List<JsonObject> ops = IntStream.range(0, BATCH)
                .mapToObj(i -> ground.rig.coding(round, made.incrementAndGet()))
                .toList();
        writer.submit(ops);
        return BATCH;
    }

    private double bare(NodeProcess server, int seconds) {
        WebSocket speaker = connect(server, BareBroadcast.SPEAK);
        var next = new AtomicInteger();
        var flow = new Flow(READERS, () -> {
            Frame frame = kept.get(next.getAndIncrement() % kept.size());
            speaker.writeTextMessage(frame.text());
            return frame.events();
        });
        List<WebSocket> readers = IntStream.range(0, READERS)
                .mapToObj(n -> connect(server, BareBroadcast.LISTEN))
                .toList();
        readers.forEach(reader -> reader.frameHandler(frame -> {
            if (frame.isText()) {
                flow.arrived(new Message(frame.binaryData()).events());
            }
        }));
        double perSecond = flow.run(seconds);
        readers.forEach(WebSocket::close);
        speaker.close();
        return perSecond;
    }

    private WebSocket connect(NodeProcess server, String path) {
        return Rig.await(ground.sockets().connect(server.door().port(), "localhost", path));
    }
}
