package org.sepakat.demo;

import io.vertx.core.Future;
import java.util.UUID;

/** Makes the accounts of the demo's people, which nobody has to sign up for. */
@FunctionalInterface
public interface DemoPeople {

    /** @param isLead whether this is the one who runs everything */
    Future<UUID> account(String name, boolean isLead);
}
