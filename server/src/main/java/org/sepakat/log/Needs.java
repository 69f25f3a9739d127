package org.sepakat.log;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sepakat.store.Coder;
import org.sepakat.store.WorkNeeds;
import org.sepakat.study.Act;
import org.sepakat.study.CodebookVersion;
import org.sepakat.study.ConsensusAct;
import org.sepakat.study.Outcome;
import org.sepakat.study.Phase;
import org.sepakat.study.Round;
import org.sepakat.study.StreamRef;
import org.sepakat.study.Study;
import org.sepakat.study.StudyAct;
import org.sepakat.study.WorkAct;
import org.sepakat.text.BaseSegment;
import org.sepakat.text.Span;
import org.sepakat.text.TranscriptText;

/** What a transaction locks and reads before it can judge its ops, as the study says that it holds in memory. */
final class Needs {

    /** A transcript as a round pins it. */
    record RoundText(UUID round, UUID transcript, int version) {}

    private final Study study;
    private final Set<StreamRef> streams = new HashSet<>();
    private final Set<UUID> rounds = new HashSet<>();
    private final Set<RoundText> texts = new HashSet<>();
    private final Set<UUID> whole = new HashSet<>();
    private final Set<UUID> settled = new HashSet<>();
    private final Set<UUID> contents = new HashSet<>();

    private Needs(Study study) {
        this.study = study;
    }

    static Needs of(Study study, List<Waiting> batch) {
        var needs = new Needs(study);
        batch.forEach(needs::add);
        return needs;
    }

    /** Streams to lock. */
    Set<StreamRef> streams() {
        return streams;
    }

    /** Rounds of which every stream is to be locked. */
    Set<UUID> rounds() {
        return rounds;
    }

    /** Rounds of which all that was done in them is needed. */
    Set<UUID> whole() {
        return whole;
    }

    /** Rounds of which it is needed what was settled. */
    Set<UUID> settled() {
        return settled;
    }

    Set<RoundText> texts() {
        return texts;
    }

    /** Erasable texts that are named. */
    Set<UUID> contents() {
        return contents;
    }

    private void add(Waiting op) {
        Act act = op.act();
        if (!op.isWork()) {
            streams.add(StreamRef.STUDY);
            streams.add(StreamRef.DRAFTS);
            if (act instanceof StudyAct.MoveRound move) {
                rounds.add(move.round());
                addRevealed(move);
            } else if (act instanceof StudyAct.CorrectTranscript correct) {
                addCorrected(correct);
            } else if (act instanceof StudyAct.AddAssignment add) {
                rounds.add(add.round());
            }
            return;
        }
        streams.add(StreamRef.of(act, op.actor(), study));
        if (act instanceof WorkAct.ApplyTheme apply) {
            addText(apply.round(), apply.transcript());
        } else if (act instanceof WorkAct.MarkReviewed mark) {
            addText(mark.round(), mark.transcript());
        } else if (act instanceof WorkAct.ClearReview clear) {
            addText(clear.round(), clear.transcript());
        } else if (act instanceof ConsensusAct settling) {
            addSettled(settling);
        }
    }

    private void addRevealed(StudyAct.MoveRound move) {
        Round round = study.rounds().get(move.round());
        if (round != null && move.to() == Phase.REVEALED) {
            whole.add(round.id());
            settled.add(round.id());
            round.transcripts().forEach(pinned -> addText(round.id(), pinned.transcript()));
        }
    }

    private void addCorrected(StudyAct.CorrectTranscript correct) {
        for (UUID round : correct.rounds()) {
            rounds.add(round);
            whole.add(round);
            addText(round, correct.transcript());
        }
    }

    private void addSettled(ConsensusAct act) {
        if (study.rounds().containsKey(act.round())) {
            settled.add(act.round());
        }
        if (act instanceof ConsensusAct.RecordDecision record) {
            addText(record.round(), record.transcript());
        } else if (act instanceof ConsensusAct.EraseContent erase) {
            contents.add(erase.content());
        }
    }

    private void addText(UUID round, UUID transcript) {
        Round found = study.rounds().get(round);
        Integer version = found == null ? null : found.versionOf(transcript);
        if (version != null) {
            texts.add(new RoundText(round, transcript, version));
        }
    }

    /** Whose work the act is about: the actor's, but for reopening and closing a coder. */
    static Coder coder(WorkAct act, UUID actor) {
        if (act instanceof WorkAct.ReopenAssignments reopen) {
            return new Coder(act.round(), reopen.member());
        }
        if (act instanceof WorkAct.AnchorWork anchor) {
            return new Coder(act.round(), anchor.coder());
        }
        return new Coder(act.round(), act instanceof WorkAct.CloseAssignments close ? close.member() : actor);
    }

    /** The part of the coders' work that the rules for these ops look at. */
    WorkNeeds work(List<Waiting> batch, Map<RoundText, TranscriptText> found) {
        var needs = new WorkNeeds();
        for (Waiting op : batch) {
            if (op.act() instanceof WorkAct act) {
                add(needs, act, coder(act, op.actor()), found);
            } else if (op.act() instanceof ConsensusAct.RecordDecision record && record.outcome() == Outcome.ADOPT) {
                addDrawn(needs, record);
            }
        }
        return needs;
    }

    private void add(WorkNeeds needs, WorkAct act, Coder coder, Map<RoundText, TranscriptText> found) {
        needs.coder(coder);
        Round round = study.rounds().get(act.round());
        if (round == null) {
            return;
        }
        if (round.phase() == Phase.CLOSED) {
            needs.reopened(coder);
        }
        if (act instanceof WorkAct.ApplyTheme apply) {
            needs.coding(coder, apply.coding()).sameSpan(coder, apply.transcript(), apply.span());
            if (isExclusive(round, apply.theme())) {
                needs.overlapping(coder, apply.transcript(), touched(round, apply, found));
            }
        } else if (act instanceof WorkAct.RemoveCoding remove) {
            needs.coding(coder, remove.coding());
        } else if (act instanceof WorkAct.ConfirmCoding confirm) {
            needs.coding(coder, confirm.coding());
        } else if (act instanceof WorkAct.MarkReviewed mark) {
            needs.review(coder, mark.transcript(), mark.span());
        } else if (act instanceof WorkAct.ClearReview clear) {
            needs.review(coder, clear.transcript(), clear.span());
        }
    }

    /** What can be adopted is what somebody drew there, or what those who reviewed it share. */
    private void addDrawn(WorkNeeds needs, ConsensusAct.RecordDecision record) {
        Round round = study.rounds().get(record.round());
        Set<UUID> coders = round == null ? Set.of() : round.coders();
        for (UUID member : coders) {
            var coder = new Coder(record.round(), member);
            needs.coder(coder)
                    .overlapping(coder, record.transcript(), record.segment())
                    .review(coder, record.transcript(), record.segment());
        }
    }

    private boolean isExclusive(Round round, UUID theme) {
        CodebookVersion codebook = codebook(study, round);
        return codebook != null && codebook.groupOf(theme) != null;
    }

    static @Nullable CodebookVersion codebook(Study study, Round round) {
        Integer version = round.codebookVersion();
        return version == null ? null : study.codebooks().get(version - 1);
    }

    /** From the first to the last base segment that the span touches. */
    private static Span touched(Round round, WorkAct.ApplyTheme apply, Map<RoundText, TranscriptText> found) {
        Integer version = round.versionOf(apply.transcript());
        TranscriptText text =
                version == null ? null : found.get(new RoundText(round.id(), apply.transcript(), version));
        Span touched = apply.span();
        if (text != null) {
            for (BaseSegment segment : text.segments()) {
                if (segment.span().overlaps(apply.span())) {
                    touched = new Span(
                            Math.min(touched.start(), segment.span().start()),
                            Math.max(touched.end(), segment.span().end()));
                }
            }
        }
        return touched;
    }
}
