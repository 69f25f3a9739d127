package org.sepakat.faults;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sepakat.faults.Finding.Rule;
import org.sepakat.faults.History.Acknowledged;
import org.sepakat.faults.History.Delivered;
import org.sepakat.faults.History.Refused;
import org.sepakat.faults.History.Revoked;
import org.sepakat.faults.History.Sent;
import org.sepakat.faults.History.Snapped;
import org.sepakat.log.RecordedOp;
import org.sepakat.study.StreamKind;

/**
 * Holds what clients recorded against the log that is left in the end, in the manner of Jepsen: each act is invoked, then acknowledged, refused or of unknown
 * outcome; the log says what was. Time and space grow with the length of the history.
 */
final class Checker {

    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final History history;
    private final FinalLog log;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<UUID, List<Place>> places = new HashMap<>();
    private final Map<UUID, List<Sent>> sent;

    private record Place(UUID stream, RecordedOp op) {}

    private Checker(History history, FinalLog log) {
        this.history = history;
        this.log = log;
        this.sent = history.all(Sent.class).stream().collect(Collectors.groupingBy(Sent::opId));
        log.streams()
                .forEach((stream, held) -> held.ops()
                        .forEach(op -> places.computeIfAbsent(op.opId(), id -> new ArrayList<>())
                                .add(new Place(stream, op))));
    }

    /** Everything that is wrong; nothing if all invariants hold. */
    static List<Finding> check(History history, FinalLog log) {
        var checker = new Checker(history, log);
        checker.everyAcknowledgementHolds();
        checker.nothingIsInvented();
        checker.nothingIsThereTwice();
        checker.placesHaveNoGaps();
        checker.clientsAgreeWithTheLog();
        checker.orderIsRealTime();
        checker.orderIsThatOfSending();
        checker.nothingPrivateIsSeen();
        checker.nobodyIsServedAfterRevocation();
        return List.copyOf(checker.findings);
    }

    private void find(Rule rule, String words) {
        findings.add(new Finding(rule, words));
    }

    private @Nullable RecordedOp at(UUID stream, long seq) {
        FinalLog.Stream held = log.streams().get(stream);
        return held == null || seq < 1 || seq > held.ops().size()
                ? null
                : held.ops().get((int) seq - 1);
    }

    /** [I1] At its place in the end, by the one who sent it, saying what was sent. */
    private void everyAcknowledgementHolds() {
        for (Acknowledged ok : history.all(Acknowledged.class)) {
            RecordedOp op = at(ok.stream(), ok.seq());
            if (op == null || !op.opId().equals(ok.opId())) {
                find(Rule.LOST, ok + ": the log holds " + op + " there");
                continue;
            }
            for (Sent act : sent.getOrDefault(ok.opId(), List.of())) {
                if (!act.actor().equals(op.actor()) || !saysTheSame(act.body(), op.body())) {
                    find(Rule.LOST, act + ": the log holds " + op.body());
                }
            }
        }
    }

    /** The recorded body has what was sent, and what the rules filled in. */
    private static boolean saysTheSame(JsonObject sent, JsonObject recorded) {
        return sent.stream().allMatch(field -> field.getValue().equals(recorded.getValue(field.getKey())));
    }

    /** [I2] Recorded acts of the kinds that clients send were sent; what was refused for good was not recorded. */
    private void nothingIsInvented() {
        Set<String> kinds = history.all(Acknowledged.class).stream()
                .flatMap(ok -> sent.getOrDefault(ok.opId(), List.of()).stream())
                .map(Sent::kind)
                .collect(Collectors.toSet());
        places.forEach((opId, all) -> {
            if (!sent.containsKey(opId) && kinds.contains(all.get(0).op().kind())) {
                find(Rule.PHANTOM, "never sent: " + all.get(0).op());
            }
        });
        Set<UUID> acknowledged =
                history.all(Acknowledged.class).stream().map(Acknowledged::opId).collect(Collectors.toSet());
        for (Refused no : history.all(Refused.class)) {
            if (!no.retry() && places.containsKey(no.opId()) && !acknowledged.contains(no.opId())) {
                find(Rule.PHANTOM, "refused and recorded: " + no);
            }
        }
    }

    /** [I3] One place per op id, and every acknowledgement names it. */
    private void nothingIsThereTwice() {
        places.forEach((opId, all) -> {
            if (all.size() > 1) {
                find(Rule.DUPLICATED, "recorded " + all.size() + " times: " + opId);
            }
        });
        Map<UUID, Long> first = new HashMap<>();
        for (Acknowledged ok : history.all(Acknowledged.class)) {
            Long before = first.putIfAbsent(ok.opId(), ok.seq());
            if (before != null && before != ok.seq()) {
                find(Rule.DUPLICATED, ok + ": was acknowledged as " + before);
            }
        }
    }

    /** [I4] Seqs are 1..head, and the counter says the same. */
    private void placesHaveNoGaps() {
        log.streams().forEach((stream, held) -> {
            for (int i = 0; i < held.ops().size(); i++) {
                if (held.ops().get(i).seq() != i + 1) {
                    find(
                            Rule.OUT_OF_ORDER,
                            "stream " + stream + " holds " + held.ops().get(i).seq() + " at place " + (i + 1));
                    return;
                }
            }
            if (held.head() != held.ops().size()) {
                find(
                        Rule.OUT_OF_ORDER,
                        "the counter of " + stream + " says " + held.head() + " of "
                                + held.ops().size());
            }
        });
    }

    private record Reader(String client, UUID stream) {}

    /** [I5] Each client saw what the log holds, each place once and the next after it, but for snapshots. */
    private void clientsAgreeWithTheLog() {
        Map<Reader, Long> last = new HashMap<>();
        for (History.Entry entry : history.entries()) {
            if (entry instanceof Snapped snap) {
                last.put(new Reader(snap.client(), snap.stream()), snap.seq());
            } else if (entry instanceof Delivered event) {
                long before = last.getOrDefault(new Reader(event.client(), event.stream()), 0L);
                if (event.seq() <= before) {
                    find(Rule.DUPLICATED, event + ": had been applied");
                } else if (event.seq() > before + 1) {
                    find(Rule.OUT_OF_ORDER, event + ": came after " + before);
                }
                agree(event);
                last.put(new Reader(event.client(), event.stream()), event.seq());
            }
        }
    }

    private void agree(Delivered event) {
        RecordedOp op = at(event.stream(), event.seq());
        if (op == null
                || !op.kind().equals(event.kind())
                || !op.actor().equals(event.actor())
                || (event.opId() != null && !event.opId().equals(op.opId()))) {
            find(Rule.OUT_OF_ORDER, event + ": the log holds " + op);
        }
    }

    /** [I6] What was sent after an acknowledgement stands behind it: seen from the end, nothing later was acknowledged before this was sent. */
    private void orderIsRealTime() {
        Map<UUID, List<Acknowledged>> streams = history.all(Acknowledged.class).stream()
                .filter(ok -> !ok.dup())
                .collect(Collectors.groupingBy(Acknowledged::stream));
        streams.values().forEach(all -> {
            long earliest = Long.MAX_VALUE;
            for (Acknowledged ok : all.stream()
                    .sorted(Comparator.comparingLong(Acknowledged::seq).reversed())
                    .toList()) {
                long began = firstSent(ok.opId());
                if (earliest < began) {
                    find(Rule.OUT_OF_ORDER, ok + ": a later place had been acknowledged before this was sent");
                }
                earliest = Math.min(earliest, ok.at());
            }
        });
    }

    private long firstSent(UUID opId) {
        return sent.getOrDefault(opId, List.of()).stream()
                .mapToLong(Sent::at)
                .min()
                .orElse(Long.MIN_VALUE);
    }

    private record Line(String client, int connection, UUID stream) {}

    private record Turn(int sent, Acknowledged ok) {}

    /** [I7] On one connection to one stream, acts stand in the order in which they were sent, each as of its last sending. */
    private void orderIsThatOfSending() {
        Map<UUID, Turn> lastSent = new HashMap<>();
        Map<Line, List<Turn>> lines = new HashMap<>();
        Map<UUID, Integer> order = new HashMap<>();
        int count = 0;
        for (History.Entry entry : history.entries()) {
            if (entry instanceof Sent act) {
                order.put(act.opId(), count++);
            } else if (entry instanceof Acknowledged ok && !ok.dup() && order.containsKey(ok.opId())) {
                var turn = new Turn(order.getOrDefault(ok.opId(), 0), ok);
                if (lastSent.put(ok.opId(), turn) == null) {
                    lines.computeIfAbsent(
                                    new Line(ok.client(), ok.connection(), ok.stream()), line -> new ArrayList<>())
                            .add(turn);
                }
            }
        }
        lines.values().forEach(this::requireOrder);
    }

    private void requireOrder(List<Turn> turns) {
        long before = 0;
        for (Turn turn :
                turns.stream().sorted(Comparator.comparingInt(Turn::sent)).toList()) {
            if (turn.ok().seq() < before) {
                find(Rule.OUT_OF_ORDER, turn.ok() + ": stands before what the same connection had sent earlier");
            }
            before = turn.ok().seq();
        }
    }

    /** [I10] [I11] A private stream reaches its coder alone until the reveal was asked for, and takes nothing that was not in it then. */
    private void nothingPrivateIsSeen() {
        Map<UUID, Long> reveals = new HashMap<>();
        history.all(Sent.class).stream()
                .filter(act -> act.kind().equals("round.move")
                        && act.body().getString("to").equals("revealed"))
                .forEach(act -> reveals.merge(UUID.fromString(act.body().getString("round")), act.at(), Math::min));
        for (History.Entry entry : history.entries()) {
            if (entry instanceof Delivered event) {
                seen(event.member(), event.stream(), event.at(), reveals, event);
            } else if (entry instanceof Snapped snap) {
                seen(snap.member(), snap.stream(), snap.at(), reveals, snap);
            }
        }
    }

    /** [I13] Two seconds after a right is gone, nothing is taken from its former holder and nothing is shown. */
    private void nobodyIsServedAfterRevocation() {
        Map<UUID, Long> gone = new HashMap<>();
        Map<UUID, UUID> actors = new HashMap<>();
        for (History.Entry entry : history.entries()) {
            if (entry instanceof Revoked revoked) {
                gone.put(revoked.member(), revoked.at() + GRACE_NANOS);
            } else if (entry instanceof Sent act) {
                actors.put(act.opId(), act.actor());
            } else if (entry instanceof Delivered event
                    && event.at() > gone.getOrDefault(event.member(), Long.MAX_VALUE)) {
                find(Rule.LEAKED, event + ": to somebody who had been removed");
            } else if (entry instanceof Acknowledged ok
                    && !ok.dup()
                    && actors.containsKey(ok.opId())
                    && ok.at() > gone.getOrDefault(actors.get(ok.opId()), Long.MAX_VALUE)) {
                find(Rule.LEAKED, ok + ": from somebody who had been removed");
            }
        }
    }

    private void seen(UUID member, UUID stream, long at, Map<UUID, Long> reveals, History.Entry entry) {
        FinalLog.Stream held = log.streams().get(stream);
        if (held == null) {
            find(Rule.LEAKED, entry + ": of a stream that is not there");
        } else if (held.ref().kind() == StreamKind.PRIVATE
                && !member.equals(held.ref().coder())
                && at < reveals.getOrDefault(held.ref().round(), Long.MAX_VALUE)) {
            find(Rule.LEAKED, entry + ": a private stream of " + held.ref().coder());
        }
    }
}
