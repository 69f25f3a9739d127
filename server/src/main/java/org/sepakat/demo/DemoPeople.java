package org.sepakat.demo;

import io.vertx.core.Future;
import java.util.UUID;

/** Makes the accounts of the demo's people, which nobody has to sign up for. */
@FunctionalInterface
public interface DemoPeople {

    /** A new account of that name. */
    Future<UUID> account(String name);
}
