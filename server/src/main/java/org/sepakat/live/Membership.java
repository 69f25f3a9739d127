package org.sepakat.live;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;

/** Which member an account is in a study: a link that is made once and never changed, so it says nothing about rights. Answers on the caller's context. */
public interface Membership {

    Future<Optional<UUID>> member(UUID account, UUID study);
}
