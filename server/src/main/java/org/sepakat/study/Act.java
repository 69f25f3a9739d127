package org.sepakat.study;

/** What somebody wants done. Once accepted it is recorded as an op in the stream of its kind. */
public sealed interface Act permits StudyAct, DraftAct, WorkAct, ConsensusAct {

    /** Its name on the wire and in the log. */
    String kind();
}
