package org.sepakat.live;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One session's reading of one stream: how far it has been sent, moved up to the feed's head and then along with it. History and snapshots are sent at the
 * reader's pace, live events at once.
 */
final class Subscription {

    /** A reader who is further behind gets a snapshot. */
    private static final long REPLAY = 2_000;

    private static final long NOTHING = -1;

    private final Feed feed;
    private final UUID reader;
    private final Session session;
    private final Consumer<Throwable> broken;
    private final Promise<Void> caughtUp = Promise.promise();
    private long sent = NOTHING;
    private boolean started;
    private boolean moving;
    private boolean live;
    private boolean ended;

    /**
     * @param reader the member who reads
     * @param broken what to do if the stream cannot be read
     */
    Subscription(Feed feed, UUID reader, Session session, Consumer<Throwable> broken) {
        this.feed = feed;
        this.reader = reader;
        this.session = session;
        this.broken = broken;
        feed.join(this);
    }

    Feed feed() {
        return feed;
    }

    /** Begins after the client's last op, or with a snapshot; done when it is live for the first time, or ended. */
    Future<Void> start(@Nullable Integer cursor) {
        boolean near = cursor != null && cursor <= feed.head() && feed.head() - cursor <= REPLAY;
        sent = near ? Objects.requireNonNull(cursor) : NOTHING;
        started = true;
        advance();
        return caughtUp.future();
    }

    /** Sends what the reader has not got yet, if it may be sent now. */
    void advance() {
        if (!started || moving || ended || feed.isHeld()) {
            return;
        }
        if (sent == NOTHING) {
            moving = true;
            continueAfter(feed.snapshot().compose(this::send));
        } else if (sent < feed.head()) {
            moving = true;
            continueAfter(feed.after(sent).compose(this::send));
        } else if (!live) {
            live = true;
            session.send(new ServerFrame.Live(feed.study(), feed.stream(), sent));
            caughtUp.tryComplete();
        }
    }

    private Future<Void> send(SnapshotText snapshot) {
        sent = snapshot.seq();
        return paced(
                snapshot.frames(feed.study()).stream().map(ServerFrame::encode).iterator());
    }

    private Future<Void> send(List<Event> events) {
        if (events.isEmpty()) {
            return Future.failedFuture("the log ends before the head of its stream");
        }
        sent = events.get(events.size() - 1).seq();
        return paced(Events.frames(feed.study(), feed.stream(), events).stream()
                .map(frame -> frame.textFor(reader))
                .iterator());
    }

    /** The feed grew: passes it on at once if the reader is just there. */
    void offer(Events frame) {
        if (live && !moving && !feed.isHeld() && frame.first() == sent + 1) {
            sent = frame.last();
            session.send(frame.textFor(reader));
        } else {
            advance();
        }
    }

    /** With each heartbeat, so that the reader sees a lost tail. */
    void beat() {
        if (live && !moving) {
            session.send(new ServerFrame.Head(feed.study(), feed.stream(), sent));
        }
    }

    void end() {
        ended = true;
        feed.leave(this);
        caughtUp.tryComplete();
    }

    private Future<Void> paced(Iterator<String> texts) {
        return ended || !texts.hasNext()
                ? Future.succeededFuture()
                : session.sendPaced(texts.next()).compose(left -> paced(texts));
    }

    private void continueAfter(Future<Void> step) {
        step.onComplete(done -> {
            moving = false;
            if (done.succeeded()) {
                advance();
            } else if (!ended) {
                broken.accept(done.cause());
            }
        });
    }
}
