package org.sepakat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sepakat.live.FakeCoders.ANI;
import static org.sepakat.live.FakeCoders.DEWI;
import static org.sepakat.live.FakeCoders.OPEN;
import static org.sepakat.live.FakeCoders.TRUST;

import io.vertx.core.json.JsonObject;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a browser would not do, done on bare TCP. */
final class HostileSocketsIT {

    private static final byte[] MASK = {0, 0, 0, 0};

    private final FakeCoders coders = new FakeCoders();

    @AfterEach
    void close() {
        coders.close();
    }

    @Test
    @DisplayName("[S12][T20] a frame of 100 MB is closed with 4413 when its head is read, and none of it is held")
    void refusesAHugeFrame() throws IOException {
        try (Socket socket = upgraded(ANI)) {
            OutputStream out = socket.getOutputStream();
            long before = usedHeap();
            out.write(ByteBuffer.allocate(14)
                    .put((byte) 0x81)
                    .put((byte) 0xFF)
                    .putLong(100L << 20)
                    .put(MASK)
                    .array());
            out.flush();
            flood(out);
            assertEquals(4413, closeCode(socket));
            assertTrue(usedHeap() - before < 50L << 20, "the frame was not collected");
        }
    }

    private static void flood(OutputStream out) {
        try {
            for (int i = 0; i < 100; i++) {
                out.write(new byte[1 << 20]);
            }
        } catch (IOException closedByTheServer) {
            assertTrue(closedByTheServer instanceof SocketException);
        }
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    @DisplayName("[S10] a reader who reads nothing is closed, and the others go on")
    void givesUpSlowReaders() throws IOException {
        FakeCoder dewi = coders.join(DEWI);
        try (Socket socket = upgraded(ANI)) {
            text(socket, hello(ANI));
            for (int i = 0; i < 60_000; i++) {
                text(socket, "{\"t\":\"ping\",\"n\":" + (1_000_000_000 + i) + "}");
            }
            coders.code(DEWI, OPEN, TRUST, 0, 4);
            assertNull(dewi.closedWith());
            assertEquals(4429, closeCode(socket));
        }
    }

    @Test
    @DisplayName("[S10] who was given up and still reads nothing is cut off five seconds later")
    void cutsOffWhoDoesNotLeave() throws IOException {
        coders.join(DEWI);
        try (Socket socket = upgraded(ANI)) {
            text(socket, hello(ANI));
            text(
                    socket,
                    coders.coder(DEWI)
                            .about("sub")
                            .put("cursors", new JsonObject())
                            .encode());
            coders.quiet();
            for (int i = 0; i < 10; i++) {
                coders.send(DEWI, batch(i * 50));
                coders.pass(Duration.ofMillis(2_500));
            }
            coders.pass(Duration.ofSeconds(20));
            coders.pass(Duration.ofSeconds(5));
            assertThrows(EOFException.class, () -> closeCode(socket));
        }
    }

    private JsonObject[] batch(int from) {
        return IntStream.range(from, from + 50)
                .mapToObj(i -> coders.coding(DEWI, OPEN, TRUST, i, i + 4))
                .toArray(JsonObject[]::new);
    }

    @Test
    @DisplayName("[T19] JSON of 100,000 levels closes that socket with 4400")
    void refusesDeepJson() throws IOException {
        try (Socket socket = upgraded(ANI)) {
            text(socket, "{\"t\":" + "[".repeat(60_000));
            assertEquals(4400, closeCode(socket));
        }
    }

    private Socket upgraded(UUID account) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4 << 10);
        socket.setSoTimeout(20_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), coders.port()));
        String request = String.join(
                "\r\n",
                "GET /ws/v1 HTTP/1.1",
                "Host: 127.0.0.1",
                "Upgrade: websocket",
                "Connection: Upgrade",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Protocol: sepakat.v1",
                "x-account: " + account,
                "",
                "");
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) socket.getInputStream().read());
        }
        assertTrue(head.toString().contains(" 101 "), head::toString);
        return socket;
    }

    private static String hello(UUID account) {
        return new JsonObject()
                .put("t", "hello")
                .put("v", 1)
                .put("client", Ids.id("tab").toString())
                .put("csrf", "token of " + account)
                .put("build", "test")
                .encode();
    }

    private static void text(Socket socket, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var head = bytes.length < 126
                ? ByteBuffer.allocate(6).put((byte) 0x81).put((byte) (0x80 | bytes.length))
                : ByteBuffer.allocate(8).put((byte) 0x81).put((byte) 0xFE).putShort((short) bytes.length);
        var frame = ByteBuffer.allocate(head.capacity() + bytes.length)
                .put(head.put(MASK).array())
                .put(bytes);
        try {
            socket.getOutputStream().write(frame.array());
        } catch (SocketException closedByTheServer) {
            assertTrue(socket.isConnected());
        }
    }

    /** Reads on to the close frame. */
    private static int closeCode(Socket socket) throws IOException {
        var in = new DataInputStream(socket.getInputStream());
        while (true) {
            int opcode = in.readUnsignedByte() & 0x0F;
            int length = in.readUnsignedByte();
            byte[] payload = in.readNBytes(length == 126 ? in.readUnsignedShort() : length);
            if (opcode == 8) {
                return ByteBuffer.wrap(payload).getShort() & 0xFFFF;
            }
        }
    }
}
