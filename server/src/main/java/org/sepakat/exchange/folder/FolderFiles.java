package org.sepakat.exchange.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of a coding folder by their paths in it, such as {@code transcripts/T-01.txt}; on a disk or in memory. */
public interface FolderFiles {

    /** How a person would name the folder. */
    String name();

    /** Every file, in order. */
    List<String> paths();

    /** Null if there is no such file. */
    byte @Nullable [] find(String path);

    static FolderFiles on(Path folder) {
        return new OnDisk(folder);
    }

    static FolderFiles of(String name, Map<String, byte[]> files) {
        return new InMemory(name, new TreeMap<>(files));
    }

    /** A folder that is not there has no files. */
    record OnDisk(Path folder) implements FolderFiles {
        private static final int DEPTH = 2;

        @Override
        public String name() {
            return folder.toString();
        }

        @Override
        public List<String> paths() {
            if (!Files.isDirectory(folder)) {
                return List.of();
            }
            try (Stream<Path> files = Files.walk(folder, DEPTH)) {
                return files.filter(Files::isRegularFile)
                        .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                        .sorted()
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public byte @Nullable [] find(String path) {
            Path file = folder.resolve(path);
            try {
                return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    record InMemory(String name, Map<String, byte[]> files) implements FolderFiles {
        @Override
        public List<String> paths() {
            return List.copyOf(files.keySet());
        }

        @Override
        public byte @Nullable [] find(String path) {
            return files.get(path);
        }
    }
}
