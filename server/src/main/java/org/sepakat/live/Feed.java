package org.sepakat.live;

import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.sepakat.log.OpLog;
import org.sepakat.log.RecordedOp;
import org.sepakat.store.StudyReader;
import org.sepakat.study.ConsensusAct;

/**
 * One stream on this node: how far it has got, its latest events, and who reads along. It grows by commits of this process; what it hears of otherwise (bell,
 * poll, a hole before a commit) it reads from the log.
 */
final class Feed {

    /** Events kept for readers who are a little behind, and the most that are read from the log at once. */
    private static final int RECENT = 500;

    private final UUID study;
    private final UUID stream;
    private final OpLog log;
    private final StudyReader reader;
    private final BooleanSupplier held;
    private final ArrayDeque<Event> recent = new ArrayDeque<>();
    private final Set<Subscription> subscriptions = new LinkedHashSet<>();
    private long head;
    private long heard;
    private boolean filling;
    private @Nullable Future<SnapshotText> reading;

    /**
     * @param head from where on it follows
     * @param held whether nothing may be sent just now, because rights are being looked up anew
     */
    Feed(UUID study, UUID stream, long head, OpLog log, StudyReader reader, BooleanSupplier held) {
        this.study = study;
        this.stream = stream;
        this.head = head;
        this.heard = head;
        this.log = log;
        this.reader = reader;
        this.held = held;
    }

    UUID study() {
        return study;
    }

    UUID stream() {
        return stream;
    }

    long head() {
        return head;
    }

    boolean isHeld() {
        return held.getAsBoolean();
    }

    void join(Subscription subscription) {
        subscriptions.add(subscription);
    }

    void leave(Subscription subscription) {
        subscriptions.remove(subscription);
    }

    boolean isIdle() {
        return subscriptions.isEmpty();
    }

    /** Ops that were committed here. */
    void committed(List<RecordedOp> ops) {
        long first = ops.get(0).seq();
        long last = ops.get(ops.size() - 1).seq();
        if (first <= head + 1) {
            append(Events.encode(ops.stream().filter(op -> op.seq() > head).toList()));
            forgetErased(ops);
        }
        heard(last);
    }

    /** What was kept may hold what has just been erased: whoever is behind reads it from the log. */
    private void forgetErased(List<RecordedOp> ops) {
        if (ops.stream().anyMatch(op -> op.kind().equals(ConsensusAct.EraseContent.KIND))) {
            recent.clear();
        }
    }

    /** Somebody says that the stream has got that far. */
    void heard(long seq) {
        heard = Math.max(heard, seq);
        if (head < heard && !filling) {
            filling = true;
            log.read(study, stream, head, RECENT).onComplete(ops -> {
                filling = false;
                if (ops.succeeded() && !ops.result().isEmpty()) {
                    committed(ops.result());
                }
            });
        }
    }

    /** Rights are known again: whoever waited goes on. */
    void release() {
        List.copyOf(subscriptions).forEach(Subscription::advance);
    }

    private void append(List<Event> events) {
        if (events.isEmpty()) {
            return;
        }
        recent.addAll(events);
        head = recent.getLast().seq();
        while (recent.size() > RECENT) {
            recent.removeFirst();
        }
        for (Events frame : Events.frames(study, stream, events)) {
            List.copyOf(subscriptions).forEach(subscription -> subscription.offer(frame));
        }
    }

    /** Events after that seq, in order: from memory if they are there. */
    Future<List<Event>> after(long seq) {
        if (!recent.isEmpty() && recent.getFirst().seq() <= seq + 1) {
            return Future.succeededFuture(
                    recent.stream().filter(event -> event.seq() > seq).toList());
        }
        return log.read(study, stream, seq, RECENT).map(Events::encode);
    }

    /** The state as of now; who asks while it is being read gets the same. */
    Future<SnapshotText> snapshot() {
        Future<SnapshotText> shared = reading;
        if (shared == null) {
            shared = reader.snapshot(study, stream).map(SnapshotText::of);
            reading = shared;
            shared.onComplete(done -> reading = null);
        }
        return shared;
    }
}
