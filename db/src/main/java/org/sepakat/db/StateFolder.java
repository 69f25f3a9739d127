package org.sepakat.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which the embedded database lives, locked for this process: unpacked programs, cluster, socket, passwords, log. Readable by
 * its owner alone.
 */
final class StateFolder implements AutoCloseable {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final int PASSWORD_BYTES = 32;

    /** Asked before the file: on Unix, to open and close it a second time would let go of this process's lock. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path root;
    private final @Nullable FileChannel channel;

    private StateFolder(Path root, @Nullable FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /** Creates the folder if there is none and locks it; the lock goes with the process, however it ends. */
    static StateFolder open(Path path) {
        try {
            Path root = privateFolder(path).toRealPath();
            if (!HELD.add(root)) {
                throw new FolderInUse(root);
            }
            return new StateFolder(root, lock(root));
        } catch (AccessDeniedException e) {
            throw new DatabaseException(
                    "The folder " + path + " belongs to another user of this machine. Start Sepakat as that user, "
                            + "or on another folder.",
                    e);
        } catch (IOException e) {
            throw new DatabaseException("The folder " + path + " cannot be used for the database: " + e, e);
        }
    }

    /** The folder of a Sepakat that is running: to read from, without its lock. */
    static StateFolder ofAnother(Path path) throws IOException {
        return new StateFolder(path.toRealPath(), null);
    }

    private static FileChannel lock(Path root) throws IOException {
        boolean locked = false;
        try {
            FileChannel channel =
                    FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            locked = channel.tryLock() != null;
            if (!locked) {
                channel.close();
                throw new FolderInUse(root);
            }
            return channel;
        } finally {
            if (!locked) {
                HELD.remove(root);
            }
        }
    }

    static Path privateFolder(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path);
            if (POSIX) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            }
        }
        return path;
    }

    Path root() {
        return root;
    }

    boolean contains(String file) {
        return Path.of(file).startsWith(root);
    }

    /** The data directory; it appears whole, by a rename, once it has been initialised. */
    Path cluster() {
        return root.resolve("cluster");
    }

    Path log() {
        return root.resolve("postgres.log");
    }

    Path passwordFile(String role) {
        return root.resolve("passwords").resolve(role);
    }

    /** The password of a role, kept in a file that the owner alone can read; 256 random bits, made at the first call. */
    String password(String role) throws IOException {
        Path file = passwordFile(role);
        if (!Files.exists(file)) {
            privateFolder(root.resolve("passwords"));
            byte[] bits = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(bits);
            writePrivately(file, HexFormat.of().formatHex(bits));
        }
        return Files.readString(file).strip();
    }

    private static void writePrivately(Path file, String content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part);
        if (POSIX) {
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(part, content);
        Files.move(part, file);
    }

    /** Whether the folder was left to somebody else than root. */
    boolean belongsToRoot() throws IOException {
        return "root".equals(ownerName());
    }

    String ownerName() throws IOException {
        return Files.getOwner(root, LinkOption.NOFOLLOW_LINKS).getName();
    }

    /** Gives the folder free for the next process. */
    @Override
    public void close() {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD.remove(root);
        }
    }
}
