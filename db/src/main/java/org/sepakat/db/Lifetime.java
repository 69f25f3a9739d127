package org.sepakat.db;

import io.vertx.core.Future;

/** What ends with a database: a server of our own, a test's database, or nothing. */
interface Lifetime {
    /** Of a server that somebody else runs. */
    Lifetime NOT_OURS = Future::succeededFuture;

    Future<Void> end();

    /** Whatever would end by itself when the process exits now waits for {@link #end()}. */
    default void leaveExitToCaller() {}
}
