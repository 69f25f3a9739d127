package org.sepakat.db;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is.
 *
 * @param stateFolder the folder of the embedded PostgreSQL; not touched when {@code url} is given
 * @param url an external PostgreSQL, as the owner of the tables: {@code postgresql://owner:password@host:port/database}
 * @param appUrl the same database as {@code sepakat_app}, where the owner may not create that role
 * @param forceTcp use loopback TCP for the embedded one even where a Unix socket would do
 */
public record DatabaseSettings(
        Path stateFolder, @Nullable String url, @Nullable String appUrl, boolean forceTcp) {

    public static DatabaseSettings embedded(Path stateFolder) {
        return new DatabaseSettings(stateFolder, null, null, false);
    }
}
