package org.sepakat.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** All that the study stream says: the fold of its ops, and what the state tables hold. Codebook versions are in order, version n at n - 1. */
public record Study(
        UUID id,
        String name,
        Map<UUID, Member> members,
        List<CodebookVersion> codebooks,
        Map<UUID, Transcript> transcripts,
        Map<UUID, Round> rounds) {

    public Study {
        members = Collections.unmodifiableMap(new TreeMap<>(members));
        codebooks = List.copyOf(codebooks);
        transcripts = Collections.unmodifiableMap(new TreeMap<>(transcripts));
        rounds = Collections.unmodifiableMap(new TreeMap<>(rounds));
    }

    /** A study before its first op. */
    public static Study empty(UUID id) {
        return new Study(id, "", Map.of(), List.of(), Map.of(), Map.of());
    }

    /** The member of that id, if it has not been removed. */
    public Optional<Member> findMember(UUID member) {
        return Optional.ofNullable(members.get(member)).filter(m -> !m.removed());
    }

    public Optional<CodebookVersion> newestCodebook() {
        return codebooks.stream().max(Comparator.comparingInt(CodebookVersion::version));
    }

    /** Assigned to a blind round that has begun and is not revealed. */
    public boolean isBlind(UUID member) {
        return rounds.values().stream().anyMatch(round -> round.isBlindNow() && round.hasCoder(member));
    }

    public long leads() {
        return members.values().stream().filter(Member::isLead).count();
    }

    /** The study after an accepted act. */
    public Study apply(StudyAct act) {
        if (act instanceof StudyAct.CreateStudy create) {
            var founder = new Member(create.founder(), create.founderName(), Role.LEAD, create.account(), false, 1);
            return new Study(
                    create.study(), create.name(), Map.of(founder.id(), founder), List.of(), Map.of(), Map.of());
        }
        if (act instanceof StudyAct.RenameStudy rename) {
            return new Study(id, rename.name(), members, codebooks, transcripts, rounds);
        }
        if (act instanceof StudyAct.AddMember add) {
            return withMember(new Member(add.member(), add.name(), add.role(), null, false, 1));
        }
        if (act instanceof StudyAct.ChangeMember change) {
            return withMember(require(members, change.member()).with(change.name(), change.role()));
        }
        if (act instanceof StudyAct.JoinMember join) {
            return withMember(require(members, join.member()).joinedBy(join.account()));
        }
        if (act instanceof StudyAct.RemoveMember remove) {
            return withMember(require(members, remove.member()).removedNow());
        }
        if (act instanceof StudyAct.PublishCodebook publish) {
            var versions = new ArrayList<>(codebooks);
            versions.add(new CodebookVersion(publish.version(), publish.reason(), publish.themes()));
            return new Study(id, name, members, versions, transcripts, rounds);
        }
        if (act instanceof StudyAct.ImportTranscript in) {
            return withTranscript(new Transcript(
                    in.transcript(),
                    in.name(),
                    in.transcriptKind(),
                    in.version(),
                    in.content(),
                    in.length(),
                    in.segments(),
                    in.sha256(),
                    in.speakers(),
                    1));
        }
        if (act instanceof StudyAct.CorrectTranscript correct) {
            return corrected(correct);
        }
        if (act instanceof StudyAct.RenameTranscript rename) {
            return withTranscript(require(transcripts, rename.transcript()).renamed(rename.name()));
        }
        return applyToRound(act);
    }

    private Study corrected(StudyAct.CorrectTranscript correct) {
        UUID transcript = correct.transcript();
        Study corrected = withTranscript(require(transcripts, transcript).corrected(correct));
        for (UUID round : correct.rounds()) {
            corrected = corrected.changeRound(round, moving -> moving.withVersion(transcript, correct.version()));
        }
        return corrected;
    }

    /** Which rounds a lead may move to a corrected text of the transcript. */
    public Set<UUID> roundsToMove(UUID transcript) {
        return rounds.values().stream()
                .filter(round -> round.mayTakeOver(transcript))
                .map(Round::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Study applyToRound(StudyAct act) {
        if (act instanceof StudyAct.CreateRound create) {
            return withRound(Round.planned(create.plan(), newestVersions(), 1));
        }
        if (act instanceof StudyAct.PlanRound plan) {
            int rev = require(rounds, plan.plan().round()).rev();
            return withRound(Round.planned(plan.plan(), newestVersions(), rev + 1));
        }
        if (act instanceof StudyAct.ImportRound in) {
            return withRound(Round.imported(in));
        }
        if (act instanceof StudyAct.AddAssignment add) {
            return changeRound(
                    add.round(), round -> round.withAssignment(new Assignment(add.member(), add.transcript())));
        }
        StudyAct.MoveRound move = (StudyAct.MoveRound) act;
        return changeRound(move.round(), round -> round.phase() == Phase.DRAFT ? start(round) : round.moved(move.to()));
    }

    /** Starting pins the newest codebook version and the newest version of each transcript. */
    private Round start(Round round) {
        int codebook = newestCodebook().map(CodebookVersion::version).orElseThrow();
        var newest = newestVersions();
        var pinned = round.transcripts().stream()
                .map(t -> new Round.Pinned(t.transcript(), newest.getOrDefault(t.transcript(), t.version())))
                .toList();
        return round.startedWith(codebook, pinned);
    }

    private Map<UUID, Integer> newestVersions() {
        var versions = new TreeMap<UUID, Integer>();
        transcripts.values().forEach(t -> versions.put(t.id(), t.version()));
        return versions;
    }

    private Study withMember(Member member) {
        return new Study(id, name, with(members, member.id(), member), codebooks, transcripts, rounds);
    }

    private Study withTranscript(Transcript transcript) {
        return new Study(id, name, members, codebooks, with(transcripts, transcript.id(), transcript), rounds);
    }

    private Study withRound(Round round) {
        return new Study(id, name, members, codebooks, transcripts, with(rounds, round.id(), round));
    }

    private Study changeRound(UUID round, UnaryOperator<Round> change) {
        return withRound(change.apply(require(rounds, round)));
    }

    private static <T> T require(Map<UUID, T> things, UUID id) {
        T thing = things.get(id);
        if (thing == null) {
            throw new IllegalArgumentException("an accepted act names " + id + ", which is not in the study");
        }
        return thing;
    }

    private static <T> Map<UUID, T> with(Map<UUID, T> before, UUID key, T value) {
        var after = new TreeMap<>(before);
        after.put(key, value);
        return after;
    }
}
