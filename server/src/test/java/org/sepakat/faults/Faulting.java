package org.sepakat.faults;

import org.sepakat.faults.Scenario.Scale;
import org.sepakat.faults.Scenario.Story;

/** Works, breaks, recovers, again and again. */
final class Faulting {

    private static final long PEACE_MILLIS = 400;

    private Faulting() {}

    /** Injects the faults under load and lets the coders recover from each; goes on until all acts that were asked for are acknowledged. */
    static Story untilDone(Load load, Scale scale, Runnable fault) {
        long slowest = 0;
        for (int i = 0; i < scale.faults(); i++) {
            Pause.millis(PEACE_MILLIS);
            fault.run();
            slowest = Math.max(slowest, load.recoverySince(System.nanoTime()));
        }
        load.reach(scale.ops());
        load.stop();
        load.await(120);
        return new Story(load, scale.faults(), slowest);
    }
}
