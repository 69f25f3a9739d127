package org.sepakat.live;

import org.sepakat.log.OpLog;
import org.sepakat.store.Heads;
import org.sepakat.store.Nodes;
import org.sepakat.store.StudyReader;

/** What the sockets write to and read from. */
public record LiveSources(
        OpLog log, StudyReader reader, Membership membership, SignedIn signedIn, Heads heads, Nodes nodes) {}
