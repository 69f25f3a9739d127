package org.sepakat.http;

import org.sepakat.log.Founding;
import org.sepakat.log.Importing;
import org.sepakat.log.OpLog;
import org.sepakat.store.Heads;
import org.sepakat.store.Nodes;
import org.sepakat.store.RoundReader;
import org.sepakat.store.StudyReader;
import org.sepakat.store.StudyScope;

/** What the edge needs of the studies behind it. */
public record StudySide(
        StudyScope scope,
        StudyReader reader,
        RoundReader rounds,
        OpLog log,
        Founding founding,
        Importing importing,
        Heads heads,
        Nodes nodes) {}
