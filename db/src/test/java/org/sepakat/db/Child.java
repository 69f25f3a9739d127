package org.sepakat.db;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java process of its own that starts a database, says so on its output, and runs until it is killed. */
record Child(Process process, BufferedReader output) {

    public static void main(String[] args) throws InterruptedException {
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        try {
            var settings = new DatabaseSettings(Path.of(args[0]), null, null, Boolean.parseBoolean(args[1]));
            System.out.println(Database.start(vertx, settings).await().describe());
            Thread.currentThread().join();
        } catch (DatabaseException e) {
            System.out.println(e.getMessage());
            System.exit(1);
        }
    }

    static Child start(List<String> prefix, String classPath, Path folder, boolean tcp) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                Child.class.getName(),
                folder.toString(),
                String.valueOf(tcp)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new Child(
                process, new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
    }

    /** The first line that is no log line. */
    String said() throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("PostgreSQL ") || line.startsWith("The ") || line.startsWith("Another ")) {
                return line;
            }
        }
        return "";
    }
}
