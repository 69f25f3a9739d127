package org.sepakat.journey;

import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.sepakat.Figures;
import org.sepakat.ProcessMemory;

/**
 * Prints what a person meets before any work is done: how long the shipped jar takes to start on an empty folder and again, what it weighs on disk and in
 * memory, and how long a browser takes to open a long transcript. Linux alone knows the memory.
 */
final class FirstFigures {
    private static final int CHARACTERS = 300_000;
    private static final int OPENINGS = 5;
    private static final int STARTS = 4;
    private static final long REST_MILLIS = 20_000;

    private FirstFigures() {}

    public static void main(String[] args) throws Exception {
        Path data = Files.createTempDirectory("sepakat-figures");
        try (var figures = Figures.of(args)) {
            figures.add("jar", Files.size(SepakatProcess.JAR) / 1e6, "MB");
            start(data, "on an empty folder", figures).close();
            for (int i = 1; i < STARTS; i++) {
                start(data, "again, " + i, figures).close();
            }
            try (SepakatProcess server = start(data, "again, " + STARTS, figures)) {
                Thread.sleep(REST_MILLIS);
                double megabytes = server.processes().stream()
                        .mapToDouble(ProcessMemory::megabytes)
                        .sum();
                figures.add("memory at rest, server and database", megabytes, "MB");
                openLongTranscript(server, figures);
            }
        }
    }

    private static SepakatProcess start(Path data, String how, Figures figures) {
        long begin = System.nanoTime();
        SepakatProcess server = SepakatProcess.start(data);
        figures.add("start to the links, " + how, (System.nanoTime() - begin) / 1e9, "s");
        return server;
    }

    private static void openLongTranscript(SepakatProcess server, Figures figures) throws IOException {
        var lead = new HttpCoder(server.url(), server.link("Lestari"));
        UUID study = lead.onlyStudy();
        String path = "/s/" + study + "/r/" + openRound(lead, study);
        try (var chromium = new Chromium()) {
            Page page = chromium.window("id-ID");
            page.navigate(server.link("Ani"));
            page.waitForURL(Pattern.compile(".*/(studies|s/.*)"));
            var times = new ArrayList<Double>();
            for (int i = 0; i < OPENINGS; i++) {
                page.navigate("about:blank");
                long begin = System.nanoTime();
                page.navigate(server.url() + path);
                page.locator(".turn").last().waitFor();
                times.add((System.nanoTime() - begin) / 1e9);
            }
            List<Double> sorted = times.stream().sorted().toList();
            String what = "opening " + CHARACTERS + " characters to the last turn, ";
            figures.add(what + "fastest of " + OPENINGS, sorted.get(0), "s");
            figures.add(what + "median", sorted.get(OPENINGS / 2), "s");
            figures.add(what + "slowest", sorted.get(OPENINGS - 1), "s");
        }
    }

    /** The part of its coding page's address after the study's. */
    private static String openRound(HttpCoder lead, UUID study) throws IOException {
        String transcript = UUID.randomUUID().toString();
        String round = UUID.randomUUID().toString();
        lead.upload(
                "/api/studies/" + study + "/transcripts?transcript=" + transcript + "&op_id=" + UUID.randomUUID()
                        + "&name=Panjang&kind=interview",
                text());
        String ani = lead.streams(study, "study").get(0).getJsonObject("data").getJsonArray("members").stream()
                .map(JsonObject.class::cast)
                .filter(member -> member.getString("name").equals("Ani"))
                .map(member -> member.getString("member"))
                .findFirst()
                .orElseThrow();
        var assignment = new JsonObject().put("member", ani).put("transcript", transcript);
        TwentyCoders.require(lead.submit(
                study,
                List.of(
                        TwentyCoders.op(
                                "round.create",
                                new JsonObject()
                                        .put("round", round)
                                        .put("name", "Panjang")
                                        .put("mode", "open")
                                        .put("unit", "turn")
                                        .put("rule", "any")
                                        .put("transcripts", new JsonArray().add(transcript))
                                        .put("assignments", new JsonArray().add(assignment))),
                        TwentyCoders.op(
                                        "round.move",
                                        new JsonObject().put("round", round).put("to", "coding"))
                                .put("if_rev", 1))));
        return round + "/code/" + transcript;
    }

    private static String text() {
        String words = "Saya percaya kepada Ibu karena tiap pagi Ibu duduk di bangku depan dan bertanya. ".repeat(4);
        var text = new StringBuilder();
        IntStream.iterate(0, n -> text.length() < CHARACTERS, n -> n + 1)
                .forEach(n -> text.append(n % 2 == 0 ? "PS-01: " : "PM-07: ")
                        .append(words)
                        .append('\n'));
        return text.substring(0, CHARACTERS);
    }
}
