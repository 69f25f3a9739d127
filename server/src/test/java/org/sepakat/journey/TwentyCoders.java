package org.sepakat.journey;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Prints what twenty coders in one open round of the shipped jar get, each at a steady rate below the limit of twenty ops a second: acknowledged ops per
 * second, and the time from sending an act to its acknowledgement and to its arrival at each peer. Load generator and server share the machine.
 */
final class TwentyCoders {

    private static final int CODERS = 20;
    private static final int OPS_EACH = 300;

    private final Map<String, Long> sentAt = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> acknowledged = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Long> delivered = new ConcurrentLinkedQueue<>();
    private final CountDownLatch open = new CountDownLatch(CODERS * OPS_EACH);

    private TwentyCoders() {}

    public static void main(String[] args) throws Exception {
        double perSecond = args.length > 0 ? Double.parseDouble(args[0]) : 10;
        Path data = Files.createTempDirectory("sepakat-load");
        try (SepakatProcess server = SepakatProcess.start(data)) {
            new TwentyCoders().run(server, perSecond);
        }
    }

    private void run(SepakatProcess server, double perSecond) throws Exception {
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
        print(perSecond, seconds, all);
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
                acknowledged.add(now - sentAt.getOrDefault(frame.getString("op_id"), now));
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
            delivered.add(now - sent);
        }
    }

    private void print(double perSecond, double seconds, boolean all) {
        System.out.printf(
                "%d coders, %.0f ops/s each, %d ops, %s%n",
                CODERS, perSecond, CODERS * OPS_EACH, all ? "all acknowledged" : open.getCount() + " not acknowledged");
        System.out.printf("acknowledged ops/s  %8.0f%n", acknowledged.size() / seconds);
        row("acknowledgement ms", acknowledged);
        row("arrival at peers ms", delivered);
        System.out.printf("deliveries          %8d of %d%n", delivered.size(), CODERS * OPS_EACH * CODERS);
    }

    private static void row(String name, Iterable<Long> nanos) {
        var all = new ArrayList<Long>();
        nanos.forEach(all::add);
        long[] sorted = all.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "%-20s p50 %.1f  p95 %.1f  p99 %.1f  max %.1f%n",
                name, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1));
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e6;
    }
}
