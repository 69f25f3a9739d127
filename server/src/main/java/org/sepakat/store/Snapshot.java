package org.sepakat.store;

import io.vertx.core.json.JsonObject;

/** A stream's state as of its head, read in one transaction; {@code data} as SPEC.md §3 writes it, equal states being equal bytes. */
public record Snapshot(StreamInfo stream, JsonObject data) {}
