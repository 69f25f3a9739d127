package org.sepakat.store;

import java.util.UUID;
import org.sepakat.study.StreamRef;

/** A stream as it stands: its opaque id, its meaning, the seq of its last op (0 if none), and whether it takes more. */
public record StreamInfo(UUID id, StreamRef ref, long head, boolean frozen) {}
