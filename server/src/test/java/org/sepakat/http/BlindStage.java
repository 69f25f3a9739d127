package org.sepakat.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sepakat.TestBrowser;
import org.sepakat.TestServer;
import org.sepakat.TestSocket;
import org.sepakat.TestStudy;

/**
 * A real server on a real database with one study: Ani, Budi and Citra in a blind round, Ani and Budi in an open one, Budi and Citra in another blind one.
 * Keeps all that Ani receives. Before each thing that Ani does the ids start afresh, so that none tells how many were taken by others.
 */
final class BlindStage implements AutoCloseable {
    private static final String NOTHING = "b5f4a1de-6a5c-4c6e-9f7a-0d6f3a1c2b4d";
    private static final int STREAMS_OF_ANI = 3;
    private static final long BEATS_MILLIS = 300;

    final TestServer server = TestServer.start();
    final TestStudy study = TestStudy.found(server);
    final List<String> members = Stream.of("Ani", "Budi", "Citra")
            .map(name -> study.addMember(name, "coder"))
            .toList();
    private final TestStudy foreign;
    final TestBrowser budi;
    final TestBrowser citra;
    final String text;
    final String openText;
    final List<String> themes;
    final String blind;
    final String open;
    final String elsewhere;
    final TestSocket budisSocket;
    private final TestBrowser ani;
    private final List<String> received = new ArrayList<>();
    private final ContractReads reads;
    private TestSocket socket;
    private int steps;

    BlindStage() {
        ani = study.join("Ani", members.get(0));
        budi = study.join("Budi", members.get(1));
        citra = study.join("Citra", members.get(2));
        text = study.importInterview("T-01");
        openText = study.importInterview("T-02");
        String thirdText = study.importInterview("T-03");
        themes = study.publishThemes(3);
        blind = study.startRound("blind", text, members.toArray(String[]::new));
        open = study.startRound("open", openText, members.get(0), members.get(1));
        elsewhere = study.startRound("blind", thirdText, members.get(1), members.get(2));
        foreign = TestStudy.found(server);
        reads = new ContractReads(Map.ofEntries(
                Map.entry("study", List.of(study.id(), foreign.id(), NOTHING)),
                Map.entry(
                        "stream",
                        Stream.concat(streams().stream(), Stream.of(NOTHING)).toList()),
                Map.entry("round", List.of(blind, open, elsewhere, NOTHING)),
                Map.entry("transcript", List.of(text, openText, thirdText, NOTHING)),
                Map.entry(
                        "theme",
                        Stream.concat(themes.stream(), Stream.of(NOTHING)).toList()),
                Map.entry("member", members),
                Map.entry("first", List.of(members.get(0))),
                Map.entry("second", members.subList(1, 3)),
                Map.entry("unit", List.of("turn", "sentence")),
                Map.entry("rule", List.of("half")),
                Map.entry("cursor", List.of(openText + "." + themes.get(0) + ".0"))));
        budisSocket = TestSocket.open(budi);
        socket = connect();
    }

    /** All streams of the study, those of others too. */
    private List<String> streams() {
        return server.pool()
                .withTransaction(tx -> tx.preparedQuery("select set_config('sepakat.studies', $1, true)")
                        .execute(Tuple.of(study.id()))
                        .compose(set -> tx.query("select stream_id from stream order by kind, round_id, member_id")
                                .execute()))
                .map(rows -> Accounts.stream(rows)
                        .map(row -> row.getUUID("stream_id").toString())
                        .toList())
                .await();
    }

    private TestSocket connect() {
        reseed();
        var fresh = TestSocket.open(ani);
        fresh.follow(study.id(), STREAMS_OF_ANI);
        return fresh;
    }

    private void reseed() {
        server.reseed(++steps);
    }

    /** What others do meanwhile; then whatever that would tell Ani has had the time to arrive. */
    void meanwhile(Runnable others) {
        server.reseed(-1 - steps);
        others.run();
        quiet();
        reseed();
    }

    private static void quiet() {
        try {
            Thread.sleep(BEATS_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void pass(Duration time, int pings) {
        server.clock().advance(time);
        socket.awaits(pings, text -> text.startsWith("{\"t\":\"ping\""));
        quiet();
    }

    /** An act on the socket, of which Ani then hears so many times. */
    void act(JsonObject op, int times) {
        reseed();
        socket.submit(study.id(), op);
        socket.awaits(times, text -> text.contains(op.getString("op_id")));
    }

    void post(JsonObject... ops) {
        reseed();
        keep("ops", ani.post(study.at("/ops"), new JsonObject().put("ops", new JsonArray(List.of(ops)))));
        quiet();
    }

    /** A coding folder, by each way in, of this study and of others. */
    void importFolder(Buffer folder) {
        for (String place : List.of(study.id(), foreign.id(), NOTHING)) {
            String at = "/api/studies/" + place + "/imports";
            postFile(at + "/preview?name=Dari+luar", folder);
            postFile(at + "?name=Dari+luar&round=" + NOTHING + "&op_id=" + NOTHING, folder);
        }
        quiet();
    }

    private void postFile(String path, Buffer file) {
        reseed();
        keep(path, ani.send(HttpMethod.POST, path, file, Map.of("Content-Type", "application/zip")));
    }

    void pull(String stream) {
        socket.send(new JsonObject()
                .put("t", "pull")
                .put("study", study.id())
                .put("stream", stream)
                .put("from", 1)
                .put("to", 100));
        quiet();
    }

    void pullAll() {
        streams().forEach(this::pull);
        pull(NOTHING);
    }

    /** Every GET of the contract; what is told of the blind round also by one who says to hold the answer, whichever it be. */
    void readAll() {
        for (String path : reads.paths()) {
            reseed();
            keep(path, ani.get(path));
            if (path.contains("/rounds/" + blind)) {
                reseed();
                keep("held " + path, ani.send(HttpMethod.GET, path, null, Map.of("If-None-Match", "*")));
            }
        }
    }

    /** Another reads all that there is to read. */
    void readAs(TestBrowser other) {
        reads.paths().forEach(other::get);
    }

    void reconnect() {
        keepFrames();
        socket = connect();
    }

    private void keepFrames() {
        received.addAll(socket.texts());
        socket.close();
    }

    private void keep(String asked, TestBrowser.Reply reply) {
        String headers = String.join(
                "\n",
                reply.headers().entries().stream()
                        .filter(header -> !header.getKey().equalsIgnoreCase("Date"))
                        .map(Object::toString)
                        .toList());
        received.add(asked + "\n" + reply.status() + "\n" + headers + "\n" + reply.text());
    }

    List<String> received() {
        keepFrames();
        return received;
    }

    JsonObject coding(String round, String transcript, String theme, int start, int end) {
        return study.op(
                "coding.apply",
                new JsonObject()
                        .put("round", round)
                        .put("coding", study.fresh())
                        .put("transcript", transcript)
                        .put("theme", theme)
                        .put("start", start)
                        .put("end", end));
    }

    JsonObject removal(String round, String coding) {
        return study.op("coding.remove", new JsonObject().put("round", round).put("coding", coding));
    }

    /** A mark on the first base segment. */
    JsonObject review(String round, String transcript) {
        return study.op(
                "review.mark",
                new JsonObject()
                        .put("round", round)
                        .put("transcript", transcript)
                        .put("start", TestStudy.INTERVIEW.indexOf("Apa"))
                        .put("end", TestStudy.INTERVIEW.indexOf('\n')));
    }

    @Override
    public void close() {
        server.close();
    }
}
