package org.sepakat.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs PostgreSQL's own programs as an ordinary user, one at a time. Blocking. */
record PostgresCommands(PostgresBinaries binaries, OrdinaryUser user, StateFolder state) {

    /** What a command printed, if it failed. */
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        Failed(String program, String output) {
            super(program + " failed: " + output);
        }
    }

    void run(String program, List<String> arguments) throws IOException, InterruptedException, Failed {
        List<String> command = new ArrayList<>(user.prefix());
        command.add(binaries.program(program).toString());
        command.addAll(arguments);
        // Into a file, since a pipe would stay open as long as the server that the command leaves behind.
        Path output = state.root().resolve("command.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(state.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        if (builder.start().waitFor() != 0) {
            throw new Failed(program, Files.readString(output).strip());
        }
    }
}
