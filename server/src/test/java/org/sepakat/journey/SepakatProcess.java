package org.sepakat.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The shipped jar in a process of its own, with the demo study, on a folder that the test owns; it can be killed as by a power cut. */
final class SepakatProcess implements AutoCloseable {

    static final Path JAR = Path.of("target", "sepakat.jar");
    private static final Duration START = Duration.ofSeconds(90);
    private static final Pattern LINK = Pattern.compile("(https?://\\S+/sign-in#link=\\S+)");

    private final Path data;
    private final int port;
    private final String scheme;
    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private SepakatProcess(Path data, int port, String scheme, Process process) {
        this.data = data;
        this.port = port;
        this.scheme = scheme;
        this.process = process;
    }

    static SepakatProcess start(Path data) {
        return start(data, freePort());
    }

    static SepakatProcess start(Path data, int port) {
        return start(data, port, List.of());
    }

    /** By https, with a certificate that no authority has signed. */
    static SepakatProcess startSecurely(Path data, Path certificate, Path key) {
        return start(data, freePort(), List.of("--tls-cert", certificate.toString(), "--tls-key", key.toString()));
    }

    private static SepakatProcess start(Path data, int port, List<String> options) {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException("these tests need " + JAR + ": run them in Maven's verify phase");
        }
        try {
            Process process = new ProcessBuilder(command(data, port, options))
                    .redirectErrorStream(true)
                    .start();
            var sepakat = new SepakatProcess(data, port, options.isEmpty() ? "http" : "https", process);
            sepakat.listen();
            sepakat.awaitLinks();
            return sepakat;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Path data, int port, List<String> options) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                JAR.toAbsolutePath().toString(),
                "serve",
                "--demo",
                "--data",
                data.toString(),
                "--port",
                String.valueOf(port)));
        command.addAll(options);
        return command;
    }

    String url() {
        return scheme + "://localhost:" + port;
    }

    int port() {
        return port;
    }

    /** The one-time sign-in link of that person, of this start. */
    String link(String person) {
        return lines.stream()
                .filter(line -> line.contains(person))
                .map(LINK::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no link for " + person + " in:\n" + String.join("\n", lines)));
    }

    /** As by a power cut: nothing is flushed, nobody is asked. */
    void kill() {
        process.toHandle().destroyForcibly();
        await();
    }

    /** Kills PostgreSQL with all its children while the server lives, if it runs just now. */
    void killPostgres() throws IOException {
        Optional<ProcessHandle> postmaster = findPostmaster();
        if (postmaster.isPresent()) {
            List<ProcessHandle> all = postmaster.get().descendants().toList();
            postmaster.get().destroyForcibly();
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private Optional<ProcessHandle> findPostmaster() throws IOException {
        try (var lines = Files.lines(data.resolve("cluster").resolve("postmaster.pid"))) {
            return lines.findFirst()
                    .map(String::strip)
                    .map(Long::valueOf)
                    .flatMap(ProcessHandle::of)
                    .filter(process -> process.info().command().orElse("").contains("postgres"));
        } catch (NoSuchFileException notRunning) {
            return Optional.empty();
        }
    }

    /** Asked to end as an operator's init system asks: SIGTERM. What it answered in the end. */
    int terminate() {
        close();
        return process.exitValue();
    }

    /** The server and all processes of its database. */
    List<ProcessHandle> processes() throws IOException {
        var all = new ArrayList<>(List.of(process.toHandle()));
        findPostmaster().ifPresent(postmaster -> {
            all.add(postmaster);
            postmaster.descendants().forEach(all::add);
        });
        return all;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    List<String> lines() {
        return lines;
    }

    /** The clean end: SIGTERM, and what it printed until then. */
    @Override
    public void close() {
        process.destroy();
        await();
    }

    private void await() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the server did not end within a minute of being asked");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var thread = new Thread(() -> reader.lines().forEach(lines::add), "lines of the server");
        thread.setDaemon(true);
        thread.start();
    }

    private void awaitLinks() {
        Await.until(START, "the sign-in links", () -> {
            if (!process.isAlive()) {
                throw new AssertionError("the server ended:\n" + String.join("\n", lines));
            }
            return lines.stream().filter(line -> LINK.matcher(line).find()).count() >= 4;
        });
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
