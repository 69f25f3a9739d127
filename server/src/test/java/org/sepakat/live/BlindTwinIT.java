package org.sepakat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sepakat.live.FakeCoders.ANI;
import static org.sepakat.live.FakeCoders.BLIND;
import static org.sepakat.live.FakeCoders.BUDI;
import static org.sepakat.live.FakeCoders.CARE;
import static org.sepakat.live.FakeCoders.CITRA;
import static org.sepakat.live.FakeCoders.DEWI;
import static org.sepakat.live.FakeCoders.LEAD;
import static org.sepakat.live.FakeCoders.OPEN;
import static org.sepakat.live.FakeCoders.T1;
import static org.sepakat.live.FakeCoders.T2;
import static org.sepakat.live.FakeCoders.TRUST;
import static org.sepakat.live.Ids.id;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sepakat.store.StreamInfo;
import org.sepakat.study.StreamRef;

/** [R4] Two runs that differ only in what the other coders of a blind round do give the blind one the same bytes. */
final class BlindTwinIT {

    /** What others do in one run: each act of it stands at the same moment of the scenario. */
    private interface Others {
        void atStart(FakeCoders coders);

        void whileCoding(FakeCoders coders);

        void whileClosed(FakeCoders coders);
    }

    private static final Others IDLE = new Others() {
        @Override
        public void atStart(FakeCoders coders) {}

        @Override
        public void whileCoding(FakeCoders coders) {}

        @Override
        public void whileClosed(FakeCoders coders) {}
    };

    private static final Others BUSY = new Others() {
        @Override
        public void atStart(FakeCoders coders) {
            coders.join(BUDI);
            coders.join(CITRA);
            place(coders, BUDI, BLIND, T1);
            place(coders, BUDI, OPEN, T2);
        }

        @Override
        public void whileCoding(FakeCoders coders) {
            for (int i = 0; i < 90; i++) {
                coders.code(BUDI, BLIND, i % 2 == 0 ? TRUST : CARE, i, i + 5);
                coders.code(CITRA, BLIND, TRUST, i, i + 5);
            }
            remove(coders, BUDI, FakeCoders.codingId(BUDI, 0));
            review(coders, CITRA);
            coders.code(CITRA, BLIND, TRUST, 0, 1_000_000);
            coders.code(CITRA, BLIND, TRUST, 0, 5);
            place(coders, CITRA, BLIND, T1);
            coders.reconnect(BUDI, true);
            coders.reconnect(CITRA, false);
            coders.coder(CITRA).sendRaw("{\"t\":\"shout\"}");
            coders.join(CITRA);
        }

        @Override
        public void whileClosed(FakeCoders coders) {
            reopen(coders, "assignment.reopen");
            coders.code(BUDI, BLIND, CARE, 200, 210);
            coders.code(CITRA, BLIND, CARE, 200, 210);
            reopen(coders, "assignment.close");
        }
    };

    @Test
    @DisplayName("[R4] whatever the others of the round do, the blind coder receives the same bytes")
    void othersChangeNothing() {
        assertEquals(String.join("\n", run(IDLE, Reach::of)), String.join("\n", run(BUSY, Reach::of)));
    }

    @Test
    @DisplayName("[R4] the comparison notices a reach that lets one hidden stream through")
    void aLeakIsNoticed() {
        Reach.Rule leaking = (overview, member) -> Reach.of(overview, member).map(reach -> {
            List<StreamInfo> all = overview.streams();
            return new Reach(reach.member(), all);
        });
        assertNotEquals(run(IDLE, leaking), run(BUSY, leaking));
    }

    @Test
    @DisplayName("[R4] the comparison notices a reach that knows how much others have done")
    void aCountIsNoticed() {
        Reach.Rule counting = (overview, member) -> {
            boolean busy = overview.streams().stream()
                    .anyMatch(stream -> BUDI.equals(stream.ref().coder()) && stream.head() > 0);
            return Reach.of(overview, member)
                    .map(reach -> new Reach(
                            reach.member(),
                            reach.streams().stream()
                                    .filter(stream -> !busy || stream.ref().round() == null)
                                    .toList()));
        };
        assertNotEquals(run(IDLE, counting), run(BUSY, counting));
    }

    /** Everything that Ani's sockets receive. */
    private static List<String> run(Others others, Reach.Rule rule) {
        try (var coders = new FakeCoders(LiveLimits.DEFAULTS, rule)) {
            coders.join(LEAD);
            others.atStart(coders);
            FakeCoder ani = coders.join(ANI);
            coders.join(DEWI);
            place(coders, DEWI, OPEN, T2);
            coders.pass(Duration.ofMillis(100));
            coders.code(ANI, BLIND, TRUST, 0, 5);
            others.whileCoding(coders);
            coders.pass(Duration.ofSeconds(1));
            coders.code(ANI, BLIND, TRUST, 0, 5);
            coders.code(ANI, BLIND, CARE, 0, 5);
            coders.code(DEWI, OPEN, TRUST, 0, 5);
            coders.code(ANI, OPEN, TRUST, 0, 5);
            remove(coders, ANI, FakeCoders.codingId(BUDI, 1));
            review(coders, ANI);
            pull(ani, coders.stream(StreamRef.ofCoder(BLIND, BUDI)));
            pull(ani, id("no such stream"));
            coders.pass(Duration.ofSeconds(20));
            move(coders, "closed", 2);
            others.whileClosed(coders);
            coders.code(ANI, BLIND, CARE, 20, 25);
            coders.reconnect(ANI, true);
            coders.reconnect(ANI, false);
            coders.pass(Duration.ofSeconds(20));
            coders.live.drain().await();
            coders.quiet();
            assertTrue(ani.frames().size() > 30, "the scenario says something");
            return ani.frames();
        }
    }

    /** Waits for the answer, whatever it is: what is compared is what comes, not when. */
    private static void pull(FakeCoder coder, UUID stream) {
        int before = coder.frames().size();
        coder.send(coder.about("pull")
                .put("stream", stream.toString())
                .put("from", 1)
                .put("to", 10));
        FakeCoders.await(() -> coder.frames().size() > before);
    }

    private static void place(FakeCoders coders, UUID account, UUID round, UUID transcript) {
        FakeCoder coder = coders.coder(account);
        coder.send(coder.about("pres").put("round", round.toString()).put("transcript", transcript.toString()));
        coders.quiet();
    }

    private static void act(
            FakeCoders coders, UUID account, String kind, Consumer<JsonObject> body, Optional<Integer> rev) {
        var object = new JsonObject().put("round", BLIND.toString());
        body.accept(object);
        JsonObject op = coders.op(account, kind, object);
        rev.ifPresent(r -> op.put("if_rev", r));
        coders.send(account, op);
        coders.answer(account, op);
        coders.quiet();
    }

    private static void move(FakeCoders coders, String to, int rev) {
        act(coders, LEAD, "round.move", body -> body.put("to", to), Optional.of(rev));
    }

    private static void reopen(FakeCoders coders, String kind) {
        act(coders, LEAD, kind, body -> body.put("member", BUDI.toString()), Optional.empty());
    }

    private static void remove(FakeCoders coders, UUID account, UUID coding) {
        act(coders, account, "coding.remove", body -> body.put("coding", coding.toString()), Optional.empty());
    }

    private static void review(FakeCoders coders, UUID account) {
        act(
                coders,
                account,
                "review.mark",
                body -> body.put("transcript", T1.toString()).put("start", 0).put("end", 47 * 50),
                Optional.empty());
    }
}
