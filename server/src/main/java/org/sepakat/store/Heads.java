package org.sepakat.store;

import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** How far streams have got. Asked every second in one question, so that a node that hears no bell is late, never wrong. Answers on the caller's context. */
public interface Heads {

    /**
     * @param seq of the stream's last op, 0 if it has none
     */
    record Head(UUID study, UUID stream, long seq) {}

    /** Every stream of the given studies. */
    Future<List<Head>> heads(Set<UUID> studies);
}
