package org.sepakat.db;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's own programs for this machine, unpacked once from the class path (60 MB). Blocking. */
record PostgresBinaries(Path folder, String version) {

    /** Unpacks beside the state and renames, so that a folder under the final name is always whole. */
    static PostgresBinaries unpackInto(StateFolder state) throws IOException {
        String version = versionInJar();
        Path folder = state.root().resolve("postgres-" + version);
        if (!Files.isDirectory(folder)) {
            Path part = state.root().resolve("postgres-" + version + ".part");
            Folders.delete(part);
            unpack(archiveName(System.getProperty("os.name"), System.getProperty("os.arch")), part);
            Files.move(part, folder);
        }
        return new PostgresBinaries(folder, version);
    }

    /** The one number that decides whether a data directory can be read. */
    String majorVersion() {
        return version.substring(0, version.indexOf('.'));
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(isWindows(System.getProperty("os.name")) ? name + ".exe" : name);
    }

    static String archiveName(String osName, String osArch) {
        String os =
                isWindows(osName) ? "windows" : osName.startsWith("Mac") ? "darwin" : osName.toLowerCase(Locale.ROOT);
        String arch = osArch.equals("aarch64") ? "arm_64" : osArch.equals("amd64") ? "x86_64" : osArch;
        return "postgres-" + os + "-" + arch + ".txz";
    }

    private static boolean isWindows(String osName) {
        return osName.startsWith("Windows");
    }

    private static String versionInJar() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = PostgresBinaries.class.getResourceAsStream("postgres.properties")) {
            properties.load(in);
        }
        return properties.getProperty("version");
    }

    private static void unpack(String archive, Path folder) throws IOException {
        InputStream resource = PostgresBinaries.class.getResourceAsStream("/" + archive);
        if (resource == null) {
            throw new DatabaseException(
                    "This Sepakat was built without PostgreSQL for this kind of machine (" + archive
                            + "). Take the release, which has it for all, or name your own PostgreSQL in SEPAKAT_DATABASE_URL.");
        }
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(resource)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpackEntry(tar, entry, folder);
            }
        }
    }

    private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("entry leaves the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & 0100) != 0) {
            makeExecutable(target);
        }
    }

    private static void makeExecutable(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Set<PosixFilePermission> mode = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            mode.add(PosixFilePermission.OWNER_EXECUTE);
            Files.setPosixFilePermissions(file, mode);
        }
    }
}
