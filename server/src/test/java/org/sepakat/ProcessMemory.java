package org.sepakat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process holds in memory, as Linux alone says it. */
public final class ProcessMemory {

    private ProcessMemory() {}

    /** Its proportional share in megabytes: pages that several processes share count once over all of them. */
    public static double megabytes(ProcessHandle process) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", "" + process.pid(), "smaps_rollup"))) {
                if (line.startsWith("Pss:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
                }
            }
            throw new IllegalStateException("process " + process.pid() + " tells no proportional share");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
