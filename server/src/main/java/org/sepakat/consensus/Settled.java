package org.sepakat.consensus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sepakat.study.ConsensusAct;
import org.sepakat.study.ConsensusAct.Decided;
import org.sepakat.study.ReferenceCoding;
import org.sepakat.study.ReferenceCoding.Basis;
import org.sepakat.text.Span;

/**
 * What a round's team has settled, or the part of it that a rule needs: what was adopted by itself and the decisions that stand. What was adopted is kept
 * under a decision, so that it stands again when that is withdrawn.
 */
public record Settled(Map<UUID, ReferenceCoding> adopted, Map<Passage, Decision> decisions) {

    public static final Settled NOTHING = new Settled(Map.of(), Map.of());

    /** A coding of the reference, and the decision it stands by, if it does. */
    public record Standing(ReferenceCoding coding, @Nullable UUID decision) {}

    private record Lane(UUID transcript, UUID theme) {}

    public Settled {
        adopted = Collections.unmodifiableMap(new TreeMap<>(adopted));
        decisions = Collections.unmodifiableMap(new TreeMap<>(decisions));
    }

    /** After an accepted act. */
    public Settled apply(ConsensusAct act, UUID by, Instant at) {
        if (act instanceof ConsensusAct.AdoptReference adopt) {
            var next = new TreeMap<>(adopted);
            adopt.codings().forEach(coding -> next.put(coding.id(), coding));
            return new Settled(next, decisions);
        }
        var next = new TreeMap<>(decisions);
        if (act instanceof ConsensusAct.RecordDecision record) {
            Passage passage = passage(record);
            Decision before = decisions.get(passage);
            int rev = before == null ? 1 : before.rev() + 1;
            next.put(
                    passage,
                    new Decision(
                            record.decision(),
                            passage,
                            record.outcome(),
                            record.codings(),
                            record.reason(),
                            by,
                            at,
                            rev));
        } else if (act instanceof ConsensusAct.WithdrawDecision withdraw) {
            next.remove(passage(withdraw));
        } else if (act instanceof ConsensusAct.EraseContent erase) {
            next.replaceAll((passage, decision) -> decision.without(erase.content()));
        }
        return new Settled(adopted, next);
    }

    static Passage passage(ConsensusAct.RecordDecision act) {
        return new Passage(act.transcript(), act.theme(), act.segment());
    }

    static Passage passage(ConsensusAct.WithdrawDecision act) {
        return new Passage(act.transcript(), act.theme(), act.segment());
    }

    /** The reference, by id. */
    public List<Standing> reference() {
        Map<Lane, List<Span>> settled = decisions.keySet().stream()
                .collect(Collectors.groupingBy(
                        passage -> new Lane(passage.transcript(), passage.theme()),
                        Collectors.mapping(Passage::segment, Collectors.toList())));
        Stream<Standing> byThemselves = adopted.values().stream()
                .filter(coding ->
                        settled.getOrDefault(new Lane(coding.transcript(), coding.theme()), List.of()).stream()
                                .noneMatch(segment -> segment.contains(coding.span())))
                .map(coding -> new Standing(coding, null));
        Stream<Standing> decided = decisions.values().stream().flatMap(this::standing);
        return Stream.concat(byThemselves, decided)
                .sorted(Comparator.comparing(standing -> standing.coding().id()))
                .toList();
    }

    private Stream<Standing> standing(Decision decision) {
        return standingCodings(decision).stream()
                .map(coding -> new Standing(
                        new ReferenceCoding(
                                coding.coding(),
                                decision.passage().transcript(),
                                coding.theme(),
                                coding.span(),
                                Basis.DECIDED),
                        decision.id()));
    }

    /** A decision's codings, but for those of another theme that has been settled there by a decision of its own. */
    List<Decided> standingCodings(Decision decision) {
        var standing = new ArrayList<Decided>();
        for (Decided coding : decision.codings()) {
            Passage own = new Passage(
                    decision.passage().transcript(),
                    coding.theme(),
                    decision.passage().segment());
            Decision ofItsOwn = decisions.get(own);
            if (own.equals(decision.passage())
                    || ofItsOwn == null
                    || !ofItsOwn.outcome().isSettled()) {
                standing.add(coding);
            }
        }
        return standing;
    }
}
