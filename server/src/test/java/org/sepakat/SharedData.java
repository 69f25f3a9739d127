package org.sepakat;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Data sets that are not ours to ship: beside the project, or where {@code -Dsepakat.shared} says. A test without them is skipped. */
public final class SharedData {
    private SharedData() {}

    /** Ten coders' codings of ten transcripts. */
    public static Path tenCoders() {
        return require("data/annomi");
    }

    private static Path require(String name) {
        Path place =
                Path.of(System.getProperty("sepakat.shared", "../../shared")).resolve(name);
        assumeTrue(Files.isDirectory(place), () -> "Skipped: there is no data set in " + place.toAbsolutePath());
        return place;
    }
}
