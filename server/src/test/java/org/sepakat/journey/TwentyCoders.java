package org.sepakat.journey;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.sepakat.Figures;

/**
 * Prints what twenty coders in one open round of the shipped jar get, each at a steady rate below the limit of twenty ops a second: acknowledged ops per
 * second, and the time from sending an act to its acknowledgement and to its arrival at each peer. Load generator and server share the machine.
 */
final class TwentyCoders {

    private static final int CODERS = 20;
    private static final int OPS_EACH = 300;

    /** In which the machine code of server and load generator is still being made. */
    private static final long COLD_SECONDS = 5;

    /** From sending to hearing of it. */
    private record Took(long sent, long nanos) {}

    private final Map<String, Long> sentAt = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Took> acknowledged = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Took> delivered = new ConcurrentLinkedQueue<>();
    private final CountDownLatch open = new CountDownLatch(CODERS * OPS_EACH);

    private TwentyCoders() {}

    public static void main(String[] args) throws Exception {
        List<String> rate = Figures.further(args);
        double perSecond = rate.isEmpty() ? 10 : Double.parseDouble(rate.get(0));
        Path data = Files.createTempDirectory("sepakat-load");
        try (var figures = Figures.of(args);
                SepakatProcess server = SepakatProcess.start(data)) {
            new TwentyCoders().run(server, perSecond, figures);
        }
    }

    private void run(SepakatProcess server, double perSecond, Figures figures) throws Exception {
        var lead = new HttpCoder(server.url(), server.link("Lestari"));
        UUID study = lead.onlyStudy();
        List<HttpCoder> people = people(server, lead, study);
        Place place = Place.inOpenRound(lead, study);
        List<SocketCoder> coders = people.stream()
                .map(person -> SocketCoder.open(person, study, this::hear))
                .toList();
        long start = System.nanoTime();
        codeSteadily(coders, study, place, perSecond);
        boolean all = open.await(60, TimeUnit.SECONDS);
        double seconds = (System.nanoTime() - start) / 1e9;
        Thread.sleep(1_000);
        coders.forEach(SocketCoder::close);
        print(perSecond, start, seconds, all, figures);
    }

    private static List<HttpCoder> people(SepakatProcess server, HttpCoder lead, UUID study) throws IOException {
        Place place = Place.inOpenRound(lead, study);
        var people = new ArrayList<HttpCoder>();
        for (int n = 1; n <= CODERS; n++) {
            UUID member = UUID.randomUUID();
            String name = "Pengode " + n;
            require(lead.submit(
                    study,
                    List.of(
                            op(
                                    "member.add",
                                    new JsonObject()
                                            .put("member", member.toString())
                                            .put("name", name)
                                            .put("role", "coder")),
                            op(
                                    "assignment.add",
                                    new JsonObject()
                                            .put("round", place.round().toString())
                                            .put("member", member.toString())
                                            .put(
                                                    "transcript",
                                                    place.transcript().toString())))));
            String invitation = lead.post(
                            "/api/studies/" + study + "/invitations", new JsonObject().put("member", member.toString()))
                    .getString("link");
            people.add(HttpCoder.joining(server.url(), invitation, name));
        }
        return people;
    }

    static void require(List<JsonObject> answers) {
        answers.forEach(answer -> {
            if (!answer.containsKey("seq")) {
                throw new IllegalStateException(answer.encode());
            }
        });
    }

    static JsonObject op(String kind, JsonObject body) {
        return new JsonObject()
                .put("op_id", UUID.randomUUID().toString())
                .put("kind", kind)
                .put("body", body);
    }

    private void codeSteadily(List<SocketCoder> coders, UUID study, Place place, double perSecond)
            throws InterruptedException {
        long start = System.nanoTime();
        long gap = (long) (1e9 / (perSecond * coders.size()));
        for (int n = 0; n < CODERS * OPS_EACH; n++) {
            long due = start + n * gap;
            while (System.nanoTime() < due) {
                TimeUnit.NANOSECONDS.sleep(Math.max(1, due - System.nanoTime()));
            }
            JsonObject op = place.act(n / coders.size());
            sentAt.put(op.getString("op_id"), System.nanoTime());
            sentAt.put(op.getJsonObject("body").getString("coding"), System.nanoTime());
            coders.get(n % coders.size()).submit(study, op);
        }
    }

    private void hear(JsonObject frame) {
        long now = System.nanoTime();
        switch (frame.getString("t")) {
            case "ok" -> {
                long sent = sentAt.getOrDefault(frame.getString("op_id"), now);
                acknowledged.add(new Took(sent, now - sent));
                open.countDown();
            }
            case "no" -> throw new IllegalStateException(frame.encode());
            case "evs" -> frame.getJsonArray("list").forEach(event -> arrived((JsonObject) event, now));
            default -> {}
        }
    }

    private void arrived(JsonObject event, long now) {
        Long sent = event.getString("kind").equals("coding.apply")
                ? sentAt.get(event.getJsonObject("body").getString("coding"))
                : null;
        if (sent != null) {
            delivered.add(new Took(sent, now - sent));
        }
    }

    private void print(double perSecond, long start, double seconds, boolean all, Figures figures) {
        System.out.printf(
                "%d coders, %.0f ops/s each, %d ops, %s%n",
                CODERS, perSecond, CODERS * OPS_EACH, all ? "all acknowledged" : open.getCount() + " not acknowledged");
        figures.add("acknowledged", acknowledged.size() / seconds, "ops/s");
        long warm = start + TimeUnit.SECONDS.toNanos(COLD_SECONDS);
        String after = " after " + COLD_SECONDS + " s";
        figures.addTimes("acknowledgement", nanos(acknowledged, start));
        figures.addTimes("acknowledgement" + after, nanos(acknowledged, warm));
        figures.addTimes("arrival at peers", nanos(delivered, start));
        figures.addTimes("arrival at peers" + after, nanos(delivered, warm));
        figures.add("deliveries, of " + CODERS * OPS_EACH * CODERS, delivered.size(), "");
    }

    private static long[] nanos(Collection<Took> all, long from) {
        return all.stream()
                .filter(took -> took.sent() - from >= 0)
                .mapToLong(Took::nanos)
                .toArray();
    }
}
