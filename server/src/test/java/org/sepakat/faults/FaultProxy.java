package org.sepakat.faults;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A TCP line with faults to order, between clients and a server, or between a server and its database. Methods from any thread. */
final class FaultProxy implements AutoCloseable {

    /** What the line does to bytes that arrive now. */
    enum Line {
        OPEN,
        /** Half open: connections stand, bytes vanish. Such a connection is never any good again. */
        SILENT,
        /** Each piece of bytes comes 100 ms late. */
        SLOW,
        /** Bytes come in pieces of one to seven. */
        SLICED,
        /** New connections are refused. */
        DOWN
    }

    private static final long LATE_MILLIS = 100;

    private final Vertx vertx;
    private final SocketAddress target;
    private final NetServer server;
    private final NetClient client;
    private final Random random;
    private final Set<Pair> pairs = ConcurrentHashMap.newKeySet();
    private volatile Line line = Line.OPEN;

    private FaultProxy(Vertx vertx, SocketAddress target, Random random) {
        this.vertx = vertx;
        this.target = target;
        this.random = random;
        this.server = vertx.createNetServer();
        this.client = vertx.createNetClient();
    }

    static FaultProxy before(Vertx vertx, SocketAddress target, Random random) {
        var proxy = new FaultProxy(vertx, target, random);
        proxy.server.connectHandler(proxy::accept).listen(0, "127.0.0.1").await();
        return proxy;
    }

    int port() {
        return server.actualPort();
    }

    void line(Line now) {
        line = now;
    }

    /** Cuts every connection that stands. */
    void cut() {
        pairs.forEach(Pair::close);
    }

    int connections() {
        return pairs.size();
    }

    private void accept(NetSocket near) {
        if (line == Line.DOWN) {
            near.close();
            return;
        }
        near.pause();
        client.connect(target).onSuccess(far -> new Pair(near, far).join()).onFailure(refused -> near.close());
    }

    /** Both ends of one connection. */
    private final class Pair {
        private final NetSocket near;
        private final NetSocket far;
        private final AtomicInteger lateToFar = new AtomicInteger();
        private final AtomicInteger lateToNear = new AtomicInteger();
        private boolean dead;

        Pair(NetSocket near, NetSocket far) {
            this.near = near;
            this.far = far;
        }

        void join() {
            pairs.add(this);
            near.handler(bytes -> pass(bytes, far, lateToFar));
            far.handler(bytes -> pass(bytes, near, lateToNear));
            near.closeHandler(end -> close());
            far.closeHandler(end -> close());
            near.resume();
        }

        /** What comes after late bytes is late, too: a line may be slow, but never out of order. */
        private synchronized void pass(Buffer bytes, NetSocket to, AtomicInteger late) {
            Line now = line;
            dead |= now == Line.SILENT;
            if (dead) {
                return;
            }
            if (now == Line.SLOW || late.get() > 0) {
                late.incrementAndGet();
                vertx.setTimer(LATE_MILLIS, timer -> {
                    late.decrementAndGet();
                    to.write(bytes);
                });
            } else if (now == Line.SLICED) {
                slice(bytes, to);
            } else {
                to.write(bytes);
            }
        }

        private void slice(Buffer bytes, NetSocket to) {
            for (int at = 0; at < bytes.length(); ) {
                int end = Math.min(bytes.length(), at + 1 + random.nextInt(7));
                to.write(bytes.slice(at, end));
                at = end;
            }
        }

        void close() {
            pairs.remove(this);
            near.close();
            far.close();
        }
    }

    @Override
    public void close() {
        server.close().await();
        cut();
        client.close().await();
    }
}
