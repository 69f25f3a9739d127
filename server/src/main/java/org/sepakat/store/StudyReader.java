package org.sepakat.store;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sepakat.study.Study;
import org.sepakat.text.TranscriptText;

/** Reads a study outside the log's transactions. Says nothing about who may see what: callers ask Visibility. */
public interface StudyReader {

    /** The study with all its streams, read in one transaction; empty if there is none. */
    record Overview(Study study, List<StreamInfo> streams) {}

    Future<Optional<Overview>> overview(UUID study);

    /** Fails with NoSuchElementException for a stream that is not there. */
    Future<Snapshot> snapshot(UUID study, UUID stream);

    /** Empty if there is no such version or its text was erased. */
    Future<Optional<TranscriptText>> text(UUID study, UUID transcript, int version);
}
