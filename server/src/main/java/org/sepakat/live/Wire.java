package org.sepakat.live;

import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.internal.http.WebSocketInternal;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The edge of one socket: joins frames to messages within their limits, and keeps count of what waits for a slow reader. Reads on the socket's event loop;
 * may be written to and closed from anywhere.
 */
final class Wire {

    /** A close reason has at most 123 bytes. */
    private static final int REASON = 120;

    private final ServerWebSocket socket;
    private final LiveLimits limits;
    private final AtomicInteger waitingFrames = new AtomicInteger();
    private final AtomicInteger waitingCharacters = new AtomicInteger();
    private volatile boolean closing;
    private Buffer message = Buffer.buffer();

    Wire(ServerWebSocket socket, LiveLimits limits) {
        this.socket = socket;
        this.limits = limits;
    }

    /** Tells of each frame that could be read, until this side or the other closes. */
    void listen(Consumer<ClientFrame> reader, Runnable closed) {
        socket.frameHandler(frame -> join(frame, reader));
        socket.exceptionHandler(this::refuse);
        socket.closeHandler(end -> closed.run());
    }

    private void join(WebSocketFrame frame, Consumer<ClientFrame> reader) {
        if (closing || frame.isPing() || frame.isClose()) {
            return;
        }
        if (frame.isBinary()) {
            close(CloseCode.PROTOCOL, "Frames are text.");
        } else if (message.length() + frame.binaryData().length() > limits.messageBytes()) {
            close(CloseCode.TOO_BIG, "A message has at most " + limits.messageBytes() + " bytes.");
        } else if (frame.isText() || frame.isContinuation()) {
            message.appendBuffer(frame.binaryData());
            if (frame.isFinal()) {
                read(message.toString(), reader);
            }
        }
    }

    private void read(String text, Consumer<ClientFrame> reader) {
        message = Buffer.buffer();
        try {
            reader.accept(ClientFrame.decode(text, limits));
        } catch (BadFrame bad) {
            close(CloseCode.PROTOCOL, String.valueOf(bad.getMessage()));
        }
    }

    /** A frame over the limit is refused when its head is read; its payload is never held. */
    private void refuse(Throwable fault) {
        if (fault instanceof CorruptedWebSocketFrameException broken) {
            boolean tooBig = broken.closeStatus().equals(WebSocketCloseStatus.MESSAGE_TOO_BIG);
            close(
                    tooBig ? CloseCode.TOO_BIG : CloseCode.PROTOCOL,
                    tooBig ? "A frame has at most " + limits.frameBytes() + " bytes." : "The frame is broken.");
        }
    }

    /** Sends, or closes if too much waits already: no message is ever skipped. The answer comes when the message has left. */
    Future<Void> send(String text) {
        if (closing) {
            return Future.failedFuture("closed");
        }
        int size = text.length();
        int frames = waitingFrames.incrementAndGet();
        int characters = waitingCharacters.addAndGet(size);
        if (frames > limits.slowFrames() || (frames > 1 && characters > limits.slowBytes())) {
            close(CloseCode.SLOW, "Too much waits to be read.");
            return Future.failedFuture("slow");
        }
        return socket.writeTextMessage(text).onComplete(left -> {
            waitingFrames.decrementAndGet();
            waitingCharacters.addAndGet(-size);
        });
    }

    /** Stops reading while there is enough to do, so that the sender's own socket fills. */
    void pause() {
        socket.pause();
    }

    void resume() {
        socket.resume();
    }

    /** Lets go of a peer that keeps the connection half closed; what waits for it is dropped. */
    void cut() {
        var unused = ((WebSocketInternal) socket).channelHandlerContext().close();
    }

    void close(CloseCode code, String reason) {
        if (!closing) {
            closing = true;
            String plain = reason.replaceAll("[^ -~]", "?");
            socket.close(code.number(), plain.length() > REASON ? plain.substring(0, REASON) : plain);
        }
    }
}
