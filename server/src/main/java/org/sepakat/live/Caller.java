package org.sepakat.live;

import java.util.UUID;

/**
 * Who stands behind a socket, as the HTTP session says it.
 *
 * @param sessionKey names the HTTP session; never goes over the wire
 * @param csrfToken what {@code hello} must repeat
 */
public record Caller(UUID account, String sessionKey, String csrfToken) {}
