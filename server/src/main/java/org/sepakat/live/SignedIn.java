package org.sepakat.live;

import io.vertx.core.Future;
import java.util.Set;

/**
 * Which HTTP sessions have not ended. Asked every second in one question, so that an end on any node is seen. An open socket alone keeps no session from
 * running out; acts do. Answers on the caller's context.
 */
public interface SignedIn {

    /**
     * Those of the given sessions that are still good.
     *
     * @param active those of them in which somebody has acted since this was last asked
     */
    Future<Set<String>> stillGood(Set<String> sessionKeys, Set<String> active);
}
