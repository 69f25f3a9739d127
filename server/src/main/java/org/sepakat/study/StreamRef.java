package org.sepakat.study;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which stream, by meaning; on the wire it is an opaque id.
 *
 * @param round for round and private streams
 * @param coder for private streams
 */
public record StreamRef(
        StreamKind kind, @Nullable UUID round, @Nullable UUID coder) {

    public static final StreamRef STUDY = new StreamRef(StreamKind.STUDY, null, null);
    public static final StreamRef DRAFTS = new StreamRef(StreamKind.DRAFTS, null, null);

    public static StreamRef ofRound(UUID round) {
        return new StreamRef(StreamKind.ROUND, round, null);
    }

    public static StreamRef ofCoder(UUID round, UUID coder) {
        return new StreamRef(StreamKind.PRIVATE, round, coder);
    }

    /** The stream an act belongs to; an unknown round is the rules' to refuse, so its work goes where open work would. */
    public static StreamRef of(Act act, UUID actor, Study study) {
        if (act instanceof StudyAct) {
            return STUDY;
        }
        if (act instanceof DraftAct) {
            return DRAFTS;
        }
        if (act instanceof ConsensusAct settled) {
            return ofRound(settled.round());
        }
        WorkAct work = (WorkAct) act;
        Round round = study.rounds().get(work.round());
        if (round == null || round.mode() == Mode.OPEN) {
            return ofRound(work.round());
        }
        if (work instanceof WorkAct.ReopenAssignments reopen) {
            return ofCoder(round.id(), reopen.member());
        }
        if (work instanceof WorkAct.CloseAssignments close) {
            return ofCoder(round.id(), close.member());
        }
        if (work instanceof WorkAct.AnchorWork anchor) {
            return ofCoder(round.id(), anchor.coder());
        }
        return ofCoder(round.id(), actor);
    }
}
