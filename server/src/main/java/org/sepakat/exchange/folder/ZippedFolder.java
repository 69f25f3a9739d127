package org.sepakat.exchange.folder;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.sepakat.exchange.folder.Fault.Kind;

/**
 * A coding folder as a ZIP file, unpacked in memory up to limits that no honest one reaches. What lies in one outer folder counts as the folder; what
 * operating systems add is passed over.
 */
public final class ZippedFolder {
    public static final int MOST_FILES = 2_000;
    public static final int MOST_BYTES = 100 << 20;

    private static final String NO_ZIP = "expected a ZIP file, found something else or a damaged one";
    private static final String ANCHOR = "codebook.csv";

    private final String name;
    private final Map<String, byte[]> files = new TreeMap<>();
    private int bytes;

    private ZippedFolder(String name) {
        this.name = name;
    }

    /** @param name for messages */
    public static FolderFiles read(String name, byte[] zip) throws Faults {
        var folder = new ZippedFolder(name);
        folder.unpack(zip);
        return FolderFiles.of(name, folder.within());
    }

    private void unpack(byte[] zip) throws Faults {
        if (zip.length < 2 || zip[0] != 'P' || zip[1] != 'K') {
            throw fault(Kind.MALFORMED, NO_ZIP);
        }
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory() && !isOfTheSystem(entry.getName())) {
                    add(entry.getName(), in);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw fault(Kind.MALFORMED, NO_ZIP);
        }
        if (files.isEmpty()) {
            throw fault(Kind.MISSING_FILE, "expected a ZIP file of a coding folder, found no files");
        }
    }

    private void add(String path, ZipInputStream in) throws IOException, Faults {
        byte[] content = in.readNBytes(MOST_BYTES - bytes + 1);
        bytes += content.length;
        if (bytes > MOST_BYTES || files.size() == MOST_FILES) {
            throw fault(
                    Kind.BAD_VALUE,
                    "expected at most " + MOST_FILES + " files and " + (MOST_BYTES >> 20) + " MiB unpacked");
        }
        files.put(path.replace('\\', '/'), content);
    }

    private static boolean isOfTheSystem(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        return path.startsWith("__MACOSX/") || file.startsWith(".");
    }

    /** The files beside the codebook that lies least deep, and below. */
    private Map<String, byte[]> within() {
        String outer = files.keySet().stream()
                .filter(path -> path.equals(ANCHOR) || path.endsWith("/" + ANCHOR))
                .min(Comparator.comparingInt(String::length))
                .map(path -> path.substring(0, path.length() - ANCHOR.length()))
                .orElse("");
        var inner = new TreeMap<String, byte[]>();
        files.forEach((path, content) -> {
            if (path.startsWith(outer)) {
                inner.put(path.substring(outer.length()), content);
            }
        });
        return inner;
    }

    private Faults fault(Kind kind, String message) {
        return new Faults(List.of(new Fault(name, 0, 0, kind, message)));
    }
}
