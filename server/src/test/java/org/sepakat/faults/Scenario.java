package org.sepakat.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongFunction;
import org.sepakat.faults.Finding.Rule;

/**
 * One kind of fault, done to coders at work; the name begins with its number in the fault table.
 *
 * @param ground makes the rig, by a seed
 */
record Scenario(String name, LongFunction<Rig> ground, Act act) {

    private static final long SETTLE_MILLIS = 10_000;

    /** On a database of the rig's own. */
    Scenario(String name, Act act) {
        this(name, Rig::new, act);
    }

    /** What happens; it answers when the coders are done. */
    interface Act {
        Story play(Rig rig, Scale scale);
    }

    /**
     * How much of it.
     *
     * @param ops that each coder sends at least
     * @param faults injected, one after the other
     */
    record Scale(int ops, int faults) {
        static final Scale SMALL = new Scale(150, 1);
        static final Scale WHOLE = new Scale(2_500, 8);
    }

    /** What was done, for the table. */
    record Story(Load load, int faults, long recoveryMillis, String remark) {
        Story(Load load, int faults, long recoveryMillis) {
            this(load, faults, recoveryMillis, "");
        }
    }

    /** Plays it on a rig of its own and holds the history against the log; what breaks off is an outcome as well. */
    Outcome run(Scale scale, long seed) {
        try {
            return play(scale, seed);
        } catch (AssertionError | RuntimeException broken) {
            var finding = new Finding(Rule.UNFINISHED, String.valueOf(broken.getMessage()));
            return new Outcome(name, 0, 0, -1, "broke off", List.of(finding));
        }
    }

    private Outcome play(Scale scale, long seed) {
        try (Rig rig = ground.apply(seed)) {
            Story story = act.play(rig, scale);
            List<Finding> findings = new ArrayList<>(unseen(rig));
            findings.addAll(Checker.check(rig.history, rig.finalLog()));
            return new Outcome(
                    name,
                    story.load().acknowledged(),
                    story.faults(),
                    story.recoveryMillis(),
                    story.remark(),
                    findings);
        }
    }

    /** [I9] Ten seconds after the last act every page that is there has seen all of its streams. */
    private static List<Finding> unseen(Rig rig) {
        long end = System.currentTimeMillis() + SETTLE_MILLIS;
        List<Finding> behind = behind(rig);
        while (!behind.isEmpty() && System.currentTimeMillis() < end) {
            Pause.millis(50);
            behind = behind(rig);
        }
        return behind;
    }

    private static List<Finding> behind(Rig rig) {
        Map<UUID, FinalLog.Stream> streams = rig.finalLog().streams();
        var findings = new ArrayList<Finding>();
        for (PatientCoder coder : rig.coders()) {
            if (coder.closedFor() != null) {
                continue;
            }
            Map<UUID, Long> seqs = Rig.await(coder.seqs());
            if (!coder.isLive() || seqs.isEmpty()) {
                findings.add(new Finding(
                        Rule.UNSEEN, coder.person().name() + " is not live, on its connection " + coder.connections()));
            }
            seqs.forEach((stream, seq) -> {
                FinalLog.Stream held = streams.get(stream);
                if (held != null && held.head() != seq) {
                    findings.add(new Finding(
                            Rule.UNSEEN,
                            coder.person().name() + " has " + seq + " of " + held.head() + " of " + held.ref()));
                }
            });
        }
        return findings;
    }

    @Override
    public String toString() {
        return name;
    }
}
