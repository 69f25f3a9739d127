package org.sepakat.db;

import java.nio.file.Path;

/** Another Sepakat keeps the database of a folder running. */
final class FolderInUse extends DatabaseException {
    private static final long serialVersionUID = 1L;

    FolderInUse(Path root) {
        super("Another Sepakat is already running on the folder " + root
                + ". Stop it first, or start this one on another folder.");
    }
}
