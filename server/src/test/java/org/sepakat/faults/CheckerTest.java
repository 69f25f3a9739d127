package org.sepakat.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sepakat.faults.Finding.Rule;
import org.sepakat.faults.History.Acknowledged;
import org.sepakat.faults.History.Delivered;
import org.sepakat.faults.History.Entry;
import org.sepakat.faults.History.Refused;
import org.sepakat.faults.History.Revoked;
import org.sepakat.faults.History.Sent;
import org.sepakat.log.RecordedOp;
import org.sepakat.study.StreamRef;

/** The checker finds nothing in a true history, and every kind of wrong in a false one. */
final class CheckerTest {

    private static final UUID ROUND = new UUID(1, 1);
    private static final UUID ANI = new UUID(2, 1);
    private static final UUID BUDI = new UUID(2, 2);
    private static final UUID STREAM_OF_ANI = new UUID(3, 1);
    private static final UUID OPEN = new UUID(3, 3);

    private static UUID op(int n) {
        return new UUID(4, n);
    }

    private static JsonObject body(int n) {
        return new JsonObject().put("coding", "c" + n);
    }

    private static RecordedOp recorded(int n, UUID actor) {
        return new RecordedOp(n, op(n), actor, "coding.apply", body(n), Instant.EPOCH);
    }

    /** Ani writes four acts one after the other into a stream, and reads them back. */
    private static List<Entry> history(UUID stream, String reader, UUID readerMember) {
        var entries = new ArrayList<Entry>();
        for (int n = 1; n <= 4; n++) {
            entries.add(new Sent("ani", 1, ANI, op(n), "coding.apply", body(n), 10L * n));
            entries.add(new Acknowledged("ani", 1, op(n), stream, n, false, 10L * n + 5));
            entries.add(new Delivered(reader, readerMember, stream, n, null, ANI, "coding.apply", 10L * n + 6));
        }
        return entries;
    }

    private static FinalLog log(UUID stream, StreamRef ref, List<RecordedOp> ops) {
        return new FinalLog(Map.of(stream, new FinalLog.Stream(ref, ops.size(), ops)));
    }

    private static List<RecordedOp> fourOps() {
        return new ArrayList<>(List.of(recorded(1, ANI), recorded(2, ANI), recorded(3, ANI), recorded(4, ANI)));
    }

    private static void findsInOpen(
            Rule rule, UnaryOperator<List<Entry>> falseHistory, UnaryOperator<List<RecordedOp>> falseLog) {
        var found = Checker.check(
                new History(falseHistory.apply(history(OPEN, "budi", BUDI))),
                log(OPEN, StreamRef.ofRound(ROUND), falseLog.apply(fourOps())));
        assertTrue(found.stream().anyMatch(finding -> finding.rule() == rule), () -> rule + " among " + found);
    }

    private static <T> UnaryOperator<List<T>> changed(java.util.function.Consumer<List<T>> change) {
        return list -> {
            change.accept(list);
            return list;
        };
    }

    @Test
    @DisplayName("a true history has no findings")
    void aTrueHistory() {
        assertEquals(
                List.of(),
                Checker.check(
                        new History(history(OPEN, "budi", BUDI)), log(OPEN, StreamRef.ofRound(ROUND), fourOps())));
        assertEquals(
                List.of(),
                Checker.check(
                        new History(history(STREAM_OF_ANI, "ani", ANI)),
                        log(STREAM_OF_ANI, StreamRef.ofCoder(ROUND, ANI), fourOps())));
    }

    @Test
    @DisplayName("[I1] an acknowledged op that is missing from the log is lost")
    void aLostOp() {
        findsInOpen(Rule.LOST, UnaryOperator.identity(), changed(ops -> ops.remove(3)));
    }

    @Test
    @DisplayName("[I1] an op whose body is not what was sent is lost")
    void anAlteredOp() {
        findsInOpen(
                Rule.LOST,
                UnaryOperator.identity(),
                changed(ops -> ops.set(1, new RecordedOp(2, op(2), ANI, "coding.apply", body(99), Instant.EPOCH))));
    }

    @Test
    @DisplayName("[I2] an op that nobody sent, or that was refused, is a phantom")
    void aPhantom() {
        findsInOpen(Rule.PHANTOM, UnaryOperator.identity(), changed(ops -> ops.add(recorded(5, ANI))));
        findsInOpen(
                Rule.PHANTOM,
                changed(entries -> {
                    entries.add(new Sent("ani", 1, ANI, op(5), "coding.apply", body(5), 60));
                    entries.add(new Refused("ani", op(5), "E_FROZEN", false, 61));
                }),
                changed(ops -> ops.add(recorded(5, ANI))));
    }

    @Test
    @DisplayName("[I3] an op that is recorded twice is found")
    void aDouble() {
        findsInOpen(
                Rule.DUPLICATED,
                UnaryOperator.identity(),
                changed(ops -> ops.add(new RecordedOp(5, op(4), ANI, "coding.apply", body(4), Instant.EPOCH))));
    }

    @Test
    @DisplayName("[I4] a gap is found")
    void aGap() {
        findsInOpen(
                Rule.OUT_OF_ORDER,
                changed(entries -> entries.removeIf(entry -> !(entry instanceof Sent))),
                changed(ops -> ops.remove(1)));
    }

    @Test
    @DisplayName("[I5] an event that a client skipped, or got twice, is found")
    void skippedAndRepeated() {
        findsInOpen(Rule.OUT_OF_ORDER, changed(entries -> entries.remove(5)), UnaryOperator.identity());
        findsInOpen(Rule.DUPLICATED, changed(entries -> entries.add(entries.get(11))), UnaryOperator.identity());
    }

    @Test
    @DisplayName("[I5] [I6] two ops that changed places are found")
    void twoSwapped() {
        findsInOpen(
                Rule.OUT_OF_ORDER,
                changed(entries -> {
                    entries.set(1, new Acknowledged("ani", 1, op(1), OPEN, 2, false, 15));
                    entries.set(4, new Acknowledged("ani", 1, op(2), OPEN, 1, false, 25));
                }),
                changed(ops -> {
                    ops.set(0, new RecordedOp(1, op(2), ANI, "coding.apply", body(2), Instant.EPOCH));
                    ops.set(1, new RecordedOp(2, op(1), ANI, "coding.apply", body(1), Instant.EPOCH));
                }));
    }

    @Test
    @DisplayName("[I7] acts of one connection that stand in another order than they were sent in are found")
    void anotherOrder() {
        findsInOpen(
                Rule.OUT_OF_ORDER,
                changed(entries -> {
                    entries.clear();
                    entries.add(new Sent("ani", 1, ANI, op(2), "coding.apply", body(2), 10));
                    entries.add(new Sent("ani", 1, ANI, op(1), "coding.apply", body(1), 11));
                    entries.add(new Acknowledged("ani", 1, op(1), OPEN, 1, false, 20));
                    entries.add(new Acknowledged("ani", 1, op(2), OPEN, 2, false, 21));
                }),
                changed(ops -> ops.subList(2, 4).clear()));
    }

    @Test
    @DisplayName("[I10] a private event that reached somebody else is a leak, and after the reveal it is not")
    void aLeak() {
        FinalLog log = log(STREAM_OF_ANI, StreamRef.ofCoder(ROUND, ANI), fourOps());
        List<Entry> entries = history(STREAM_OF_ANI, "budi", BUDI);
        List<Finding> found = Checker.check(new History(entries), log);
        assertEquals(4, found.stream().filter(f -> f.rule() == Rule.LEAKED).count(), found::toString);
        var reveal = new JsonObject().put("round", ROUND.toString()).put("to", "revealed");
        entries.add(0, new Sent("lead", 1, BUDI, op(9), "round.move", reveal, 1));
        assertEquals(List.of(), Checker.check(new History(entries), log));
    }

    @Test
    @DisplayName(
            "[I13] an event that reaches, or an act that is taken from, somebody removed more than two seconds ago is found")
    void servedAfterRevocation() {
        List<Entry> entries = history(OPEN, "budi", BUDI);
        entries.add(0, new Revoked("budi", BUDI, -3_000_000_000L));
        FinalLog log = log(OPEN, StreamRef.ofRound(ROUND), fourOps());
        assertEquals(4, Checker.check(new History(entries), log).size());
        entries.set(0, new Revoked("ani", ANI, -3_000_000_000L));
        assertEquals(4, Checker.check(new History(entries), log).size());
        entries.set(0, new Revoked("ani", ANI, 0));
        assertEquals(List.of(), Checker.check(new History(entries), log));
    }
}
