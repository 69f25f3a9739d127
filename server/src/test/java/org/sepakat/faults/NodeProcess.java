package org.sepakat.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sepakat.db.DatabaseAddress;
import org.sepakat.journey.Await;

/** A server in a process of its own, on a database that outlives it. */
public final class NodeProcess implements AutoCloseable {

    private static final Pattern LISTENS = Pattern.compile("Sepakat listens on http://localhost:(\\d+)");
    private static final Duration START = Duration.ofSeconds(60);
    private static final Path JAR = Path.of("target", "sepakat.jar");

    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private volatile int port;

    private NodeProcess(Process process) {
        this.process = process;
    }

    /** The shipped jar with a database of its own in that folder. */
    static NodeProcess start(Path data, Map<String, String> settings) {
        return start(settings, List.of("-jar", jar(), "serve", "--port", "0", "--data", data.toString()));
    }

    /** The shipped jar. */
    public static NodeProcess start(DatabaseAddress database, Map<String, String> settings) {
        return start(database, settings, List.of("-jar", jar(), "serve", "--port", "0"));
    }

    /** A main class of the tests, with the shipped jar behind it; it must print the same line when it listens. */
    public static NodeProcess start(
            DatabaseAddress database, Map<String, String> settings, Class<?> main, String... args) {
        var command = new ArrayList<>(List.of(
                "-cp",
                Path.of("target", "test-classes") + System.getProperty("path.separator") + jar(),
                main.getName()));
        command.addAll(List.of(args));
        return start(database, settings, command);
    }

    private static String jar() {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException("these tests need " + JAR + ": run them in Maven's verify phase");
        }
        return JAR.toString();
    }

    private static NodeProcess start(DatabaseAddress database, Map<String, String> settings, List<String> arguments) {
        var all = new HashMap<>(settings);
        all.put("SEPAKAT_DATABASE_URL", database.owner());
        all.put("SEPAKAT_DATABASE_APP_URL", database.app());
        return start(all, arguments);
    }

    private static NodeProcess start(Map<String, String> settings, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(settings);
        try {
            var node = new NodeProcess(builder.start());
            node.listen();
            Await.until(START, "the server to listen", node::listens);
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean listens() {
        if (!process.isAlive()) {
            throw new AssertionError("the server ended:\n" + String.join("\n", lines));
        }
        return port > 0;
    }

    private void listen() {
        var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var thread = new Thread(() -> readAll(reader), "lines of a node");
        thread.setDaemon(true);
        thread.start();
    }

    private void readAll(BufferedReader reader) {
        try (reader) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                read(line);
            }
        } catch (IOException killed) {
            lines.add("the end: " + killed.getMessage());
        }
    }

    private void read(String line) {
        lines.add(line);
        Matcher found = LISTENS.matcher(line);
        if (found.find()) {
            port = Integer.parseInt(found.group(1));
        }
    }

    public Door door() {
        return Door.of(port);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As by a power cut. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    /** Asks it to end, as an operator does, and says how long that took. */
    long terminate() {
        long start = System.nanoTime();
        process.destroy();
        await();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    int exitValue() {
        return process.exitValue();
    }

    private void await() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the server did not end within a minute");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            terminate();
        }
    }
}
